import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// An image made larger, with the built plugin in the browser, as a designer goes through it.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

test('an image is made larger for the price that was said, paid once, and Original brings the old one back', async () => {
  const { panel, select, layer, rows, png, complaints } = await playground.open()
  const before = await layer('Hero photo')
  const drawn = await png('Hero photo')
  const balance = playground.api.balance ?? 0
  await select('Hero photo')
  await panel.getByRole('button', { name: 'Upscale Hero photo' }).click()
  const question = panel.getByRole('group', { name: 'Upscale Hero photo' })
  await question.getByText(/^\d+ × \d+ → \d+ × \d+ px · \$0\.002$/).waitFor()
  await question.getByRole('combobox', { name: 'Factor' }).selectOption('2×')
  const words = await question.getByRole('status').textContent()
  const [width, height, wide, high] = words!.match(/\d+/g)!.map(Number)
  expect([wide, high]).toEqual([width! * 2, height! * 2])
  expect(playground.api.balance).toBe(balance)
  await question.getByRole('button', { name: 'Upscale for $0.002' }).click()
  await rows.getByText('Done', { exact: true }).waitFor()

  const asked = playground.api.requests.filter(({ method, query }) => method === 'POST' && !query.dryRun)
  expect(asked.map(({ fields }) => fields)).toMatchObject([{ model: 'real-esrgan', scale_factor: '2' }])
  expect(asked[0]!.fields).not.toHaveProperty('prompt')
  expect(balance - (playground.api.balance ?? 0)).toBeCloseTo(0.002)
  const after = await layer('Hero photo')
  expect([after.width, after.height]).toEqual([before.width, before.height])
  const [old, larger] = after.fills.filter(({ type }) => type === 'IMAGE')
  const source = before.fills.find(({ type }) => type === 'IMAGE')
  expect({ ...larger, imageHash: '' }).toEqual({ ...source, imageHash: '' })
  expect(old).toEqual({ ...source, visible: false })
  await panel.getByText(new RegExp(`^${wide} × ${high} → `)).waitFor()

  await rows.getByRole('button', { name: 'Original Hero photo' }).click()
  await panel.getByText('Original is showing').first().waitFor()
  expect((await png('Hero photo')).equals(drawn)).toBe(true)
  expect(complaints).toEqual([])
})

test('an answer that is not larger is not placed, and can be saved; one that is too large is made to fit', async () => {
  const { panel, select, layer, rows, json } = await playground.open()
  await select('Hero photo')
  const before = await json()
  async function upscale() {
    await panel.getByRole('button', { name: 'Upscale Hero photo' }).click()
    await panel.getByRole('button', { name: 'Upscale for $0.002' }).click()
  }
  playground.api.plan(['wrong-size'])
  await upscale()
  await rows.getByText(/^What came has \d+ × \d+ px and is not larger than the image/).waitFor()
  await rows.getByRole('link', { name: 'Save file' }).waitFor()
  expect(await json()).toBe(before)

  playground.api.plan(['huge'])
  await upscale()
  await rows.getByText('Done', { exact: true }).waitFor()
  await panel.getByText('Nearly as large as Figma takes, 4096 px').waitFor()
  // 4096 would be 2730.7 px high.
  await panel.getByText(/^4095 × 2730 → /).waitFor()
  const { fills } = await layer('Hero photo')
  expect(fills.filter(({ type }) => type === 'IMAGE')).toHaveLength(2)
})

test('the question is opened, answered and closed with the keyboard', async () => {
  const { panel, page, select } = await playground.open()
  await select('Cut-out')
  const button = panel.getByRole('button', { name: 'Upscale Cut-out' })
  await button.focus()
  await page.keyboard.press('Enter')
  const question = panel.getByRole('group', { name: 'Upscale Cut-out' })
  await expect.poll(() => question.getByRole('combobox', { name: 'Model' }).evaluate(isFocused)).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => button.evaluate(isFocused)).toBe(true)
})

const isFocused = (element: Element) => element === element.ownerDocument.activeElement
