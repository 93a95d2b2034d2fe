import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// The audit of a page and of a selection, with the built plugin in the browser, as a designer goes through it.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

async function openAudit() {
  const opened = await playground.open()
  const { panel } = opened
  await panel.getByRole('tab', { name: 'Upscale' }).click()
  const found = panel.getByRole('list', { name: 'Images found' })
  return { ...opened, found, items: found.locator('> li') }
}

test('the page is looked at, another scale judges anew, and nothing is written', async () => {
  const { panel, items, json, complaints } = await openAudit()
  const before = await json()
  await panel.getByRole('button', { name: 'Audit' }).click()
  await panel.getByRole('heading', { name: 'All are sharp at 2×.' }).waitFor()
  await panel.getByText('Not judged: 1 hidden.').waitFor()
  await panel.getByRole('combobox', { name: 'Sharp at' }).selectOption('4×')
  await panel.getByText('2 images on 7 layers: 1 too small, 1 soft.').waitFor()
  await expect
    .poll(() => items.allInnerTexts().then((texts) => texts.map((text) => text.replace(/\s+/g, ' '))))
    .toEqual([
      'Hero photo and 5 others 2× too small 600 × 400 px 6 layers Shown at 300 × 200 px, needs 1200 × 800 px at 4× becomes 1200 × 800 px',
      'Cut-out Soft 300 × 300 px Shown at 100 × 100 px, needs 400 × 400 px at 4× becomes 600 × 600 px',
    ])
  await expect.poll(() => items.locator('img').count()).toBe(2)
  expect(await json()).toBe(before)
  expect(complaints).toEqual([])
})

test('a layer of the list is shown, by its name and among the others that show the image', async () => {
  const { page, panel, items } = await openAudit()
  const selected = () => page.evaluate(() => window.playground.selection())
  const idOf = (name: string) => page.evaluate((name) => window.playground.layer(name).id, name)
  await panel.getByRole('button', { name: 'Audit' }).click()
  await panel.getByRole('button', { name: 'Hero photo and 5 others' }).click()
  await expect.poll(selected).toEqual([await idOf('Hero photo')])
  await items.getByRole('button', { name: '6 layers Hero photo' }).click()
  await items.getByRole('button', { name: /^Avatar/ }).click()
  await expect.poll(selected).toEqual([await idOf('Avatar')])
})

test('what is selected is looked at, and a layer that was resized meanwhile makes the list stale', async () => {
  const { page, panel, items, select } = await openAudit()
  await panel.getByRole('combobox', { name: 'Look at' }).selectOption('Selection')
  await panel.getByText('Select the layers whose images should be looked at, or look at the whole page.').waitFor()
  await select('Photo 01', 'Badge')
  await panel.getByRole('button', { name: 'Audit' }).click()
  await items.getByText('Shown at 150 × 100 px').waitFor()
  expect(await items.count()).toBe(1)
  await page.evaluate(() => window.playground.resize('Photo 01', { width: 600, height: 400 }))
  await panel.getByText('Layers have changed since: audit again.').waitFor()
  await panel.getByRole('button', { name: 'Audit again' }).click()
  await items.getByText('2× too small').waitFor()
})

test('an image that is unticked leaves those below it where they are', async () => {
  const { panel, items } = await openAudit()
  await panel.getByRole('combobox', { name: 'Sharp at' }).selectOption('4×')
  await panel.getByRole('button', { name: 'Audit' }).click()
  await items.first().getByText('becomes 1200 × 800 px').waitFor()
  const before = await items.last().boundingBox()
  await items.first().getByRole('checkbox').uncheck()
  await items.first().getByText('becomes').waitFor({ state: 'detached' })
  expect(await items.last().boundingBox()).toEqual(before)
})

test('the list is saved as a table', async () => {
  const { page, panel } = await openAudit()
  await panel.getByRole('button', { name: 'Audit' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('link', { name: 'CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('refill-audit-2x.csv')
  const pieces: Uint8Array[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece)
  const lines = Buffer.concat(pieces).toString().trimEnd().split('\r\n')
  expect(lines).toHaveLength(8)
  expect(lines[1]).toMatch(/^[0-9a-f]{40},Hero photo,[\d:]+,600,400,300,200,FILL,2,2,600,400,1,Sharp,$/)
})

test('it is done with the keyboard alone', async () => {
  const { page, panel, items } = await openAudit()
  await panel.getByRole('button', { name: 'Audit' }).focus()
  await page.keyboard.press('Enter')
  await items.first().waitFor()
  await expect.poll(() => panel.getByRole('button', { name: 'Audit again' }).evaluate(isFocused)).toBe(true)
  await page.keyboard.press('Tab')
  expect(await panel.getByRole('link', { name: 'CSV' }).evaluate(isFocused)).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await items.getByRole('list').waitFor()
})

const isFocused = (element: Element) => element === element.ownerDocument.activeElement
