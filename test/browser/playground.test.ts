import axe from 'axe-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { useFixture } from './fixture-playground.ts'

// The canvas, the layer list and undo, as a designer uses them. Long, since each gesture is a test of its own.

const fixture = useFixture()
const selected = () => fixture.ui().getByLabel('Selected')

/** Two squares: “Left” at the origin, “Right” 200 px beside it. */
async function openSquares() {
  await fixture.page.evaluate(async () => {
    const fills = [{ type: 'SOLID' as const, color: { r: 0, g: 0, b: 1 } }]
    const square = { type: 'RECTANGLE' as const, y: 0, width: 100, height: 100, fills }
    const layers = [
      { ...square, name: 'Left', x: 0 },
      { ...square, name: 'Right', x: 200 },
    ]
    await window.playground.open({ id: 'squares', title: 'Squares', pages: [{ name: 'Page', layers }], pictures: {} })
  })
}

/** Page px of a point of the squares: they are fitted into what the plugin leaves free. */
async function pointOf(x: number, y: number) {
  const stage = await fixture.page.getByRole('application', { name: 'Canvas' }).boundingBox()
  const panel = await fixture.page.getByRole('region', { name: 'Fixture' }).boundingBox()
  if (!stage || !panel) throw new Error('the stage is not shown')
  return { x: (stage.x + panel.x) / 2 - 150 + x, y: stage.y + stage.height / 2 - 50 + y }
}

test('a click on the canvas selects, with Shift adds, beside everything deselects', async () => {
  await openSquares()
  const [left, right, beside] = await Promise.all([pointOf(50, 50), pointOf(250, 50), pointOf(150, 200)])
  await fixture.page.mouse.click(left.x, left.y)
  await expect.poll(() => selected().textContent()).toBe('Left')
  await fixture.page.keyboard.down('Shift')
  await fixture.page.mouse.click(right.x, right.y)
  await fixture.page.keyboard.up('Shift')
  await expect.poll(() => selected().textContent()).toBe('Left, Right')
  await fixture.page.mouse.click(beside.x, beside.y)
  await expect.poll(() => selected().textContent()).toBe('nothing')
})

test('a marquee selects what it touches', async () => {
  await openSquares()
  const [from, to] = await Promise.all([pointOf(-20, -20), pointOf(220, 50)])
  await fixture.page.mouse.move(from.x, from.y)
  await fixture.page.mouse.down()
  await fixture.page.mouse.move(to.x, to.y, { steps: 3 })
  await fixture.page.mouse.up()
  await expect.poll(() => selected().textContent()).toBe('Left, Right')
})

test('panning with the space bar and zooming with the wheel move what a click hits', async () => {
  await openSquares()
  const [left, right] = await Promise.all([pointOf(50, 50), pointOf(250, 50)])
  await fixture.page.getByRole('application', { name: 'Canvas' }).focus()
  await fixture.page.mouse.move(left.x, left.y)
  await fixture.page.keyboard.down(' ')
  await fixture.page.mouse.down()
  await fixture.page.mouse.move(right.x, right.y)
  await fixture.page.mouse.up()
  await fixture.page.keyboard.up(' ')
  await fixture.page.mouse.click(right.x, right.y)
  await expect.poll(() => selected().textContent()).toBe('Left')
  await fixture.page.keyboard.down('Control')
  await fixture.page.mouse.wheel(0, -200)
  await fixture.page.keyboard.up('Control')
  await fixture.page.getByText('272 %').waitFor()
})

test('the layer list selects by mouse and by keyboard', async () => {
  await openSquares()
  await fixture.layer('Left').click()
  await expect.poll(() => selected().textContent()).toBe('Left')
  await fixture.page.keyboard.press('ArrowUp')
  await fixture.page.keyboard.press('Shift+Enter')
  await expect.poll(() => selected().textContent()).toBe('Left, Right')
  await expect.poll(() => fixture.layer('Right').getAttribute('aria-selected')).toBe('true')
})

test('undo brings back the very same document, redo the change', async () => {
  await openSquares()
  const documentJson = () => fixture.page.evaluate(() => JSON.stringify(window.playground.document()))
  await fixture.layer('Left').click()
  const before = await documentJson()
  await fixture.ui().getByRole('button', { name: 'Tint' }).click()
  await fixture.page.getByText('Tinted').waitFor()
  const after = await documentJson()
  expect(after).not.toBe(before)
  await fixture.page.getByRole('button', { name: 'Undo' }).click()
  expect(await documentJson()).toBe(before)
  await fixture.page.keyboard.press('Control+Shift+Z')
  expect(await documentJson()).toBe(after)
  await fixture.page.keyboard.press('Meta+z')
  expect(await documentJson()).toBe(before)
})

test('the canvas shows the pixels that the document has', async () => {
  await openSquares()
  await fixture.layer('Left').click()
  await fixture.ui().getByRole('button', { name: 'Tint' }).click()
  await fixture.page.getByText('Tinted').waitFor()
  const { x, y } = await pointOf(50, 50)
  const pixel = async () => {
    const shot = await fixture.page.screenshot({ clip: { x, y, width: 1, height: 1 } })
    return [...(await sharp(shot).removeAlpha().raw().toBuffer())]
  }
  await expect.poll(pixel).toEqual([255, 0, 0])
  const png = await fixture.page.evaluate(async () => [...(await window.playground.png('Left'))])
  const { data, info } = await sharp(Uint8Array.from(png)).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, data[0], data[1], data[2]]).toEqual([100, 100, 255, 0, 0])
})

test.each(['light', 'dark'])('the page has no axe finding in the %s theme', async (theme) => {
  if (theme === 'dark') await fixture.page.getByRole('button', { name: 'Dark theme' }).click()
  await openSquares()
  await fixture.layer('Left').click()
  await fixture.page.getByRole('button', { name: 'No errors' }).click()
  await fixture.page.evaluate(axe.source)
  const { violations } = await fixture.page.evaluate(() => window.axe.run({ exclude: ['iframe'] }))
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
})

declare global {
  interface Window {
    axe: typeof axe
  }
}
