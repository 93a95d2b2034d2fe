import { expect, test } from 'vitest'
import {
  BLACK,
  BLUE,
  black,
  blue,
  GREEN,
  NOTHING,
  type Part,
  paintInBrowser,
  quarters,
  RED,
  red,
  white,
} from './painter-browser.ts'

// Fonts differ by machine. A full block fills its place in all of them, and an em of it is as wide as it says.
const BLOCK = '█'

const { colors, counts } = paintInBrowser()

const text = (characters: string, more: Part = {}): Part => ({
  ...{ type: 'TEXT', fills: [black], letters: { fontSize: 20 }, ...more },
  text: { characters, ...more.text },
})
const WHOLE = { x: 0, y: 0, width: 200, height: 120 }
const left = { x: 0, y: 0, width: 100, height: 120 }
const right = { x: 100, y: 0, width: 100, height: 120 }
const above = { x: 0, y: 0, width: 200, height: 60 }
const below = { x: 0, y: 60, width: 200, height: 60 }

const ink = async (layer: Part, box = WHOLE) => {
  const { [NOTHING]: empty = 0 } = await counts(layer, box)
  return box.width * box.height - empty
}
/** Where the picture has ink: in its left, right, upper and lower half. */
const places = async (layer: Part) => ({
  left: (await ink(layer, left)) > 0,
  right: (await ink(layer, right)) > 0,
  above: (await ink(layer, above)) > 0,
  below: (await ink(layer, below)) > 0,
})

test('text is aligned in its box', async () => {
  const placed = (part: Part['text']) => places(text('i', { width: 200, height: 120, text: part ?? {} }))
  expect(await placed({})).toEqual({ left: true, right: false, above: true, below: false })
  expect(await placed({ alignHorizontal: 'RIGHT', alignVertical: 'BOTTOM' })).toEqual({
    ...{ left: false, right: true, above: false, below: true },
  })
  expect(await placed({ alignHorizontal: 'CENTER', alignVertical: 'CENTER' })).toEqual({
    ...{ left: true, right: true, above: true, below: true },
  })
})

test('text wraps in its box, and where its font is missing only if the box does not follow the text', async () => {
  const sized = (autoResize: 'NONE' | 'WIDTH_AND_HEIGHT', family = 'Inter') => {
    const letters = { fontSize: 20, fontName: { family, style: 'Regular' } }
    return places(text('one two three four', { width: 60, height: 120, letters, text: { autoResize } }))
  }
  expect(await sized('NONE')).toMatchObject({ right: false, below: true })
  expect(await sized('WIDTH_AND_HEIGHT')).toMatchObject({ right: false, below: true })
  expect(await sized('NONE', 'House Grotesk')).toMatchObject({ right: false, below: true })
  expect(await sized('WIDTH_AND_HEIGHT', 'House Grotesk')).toMatchObject({ right: true, below: false })
})

test('a word that is too long breaks, and a line break breaks', async () => {
  expect(await places(text('mmmmmmmmmmmm', { width: 60, height: 120 }))).toMatchObject({ right: false, below: true })
  expect(await places(text('i\n\n\n\ni', { width: 60, height: 120 }))).toMatchObject({ below: true })
})

test('letter spacing and line height move letters apart', async () => {
  const spaced = { fontSize: 20, letterSpacing: { unit: 'PIXELS', value: 90 } } as const
  expect(await places(text('ii', { x: 20, width: 200, letters: spaced }))).toMatchObject({ left: true, right: true })
  const tall = { fontSize: 10, lineHeight: { unit: 'PIXELS', value: 60 } } as const
  expect(await ink(text('i\ni', { letters: tall, height: 120 }), below)).toBeGreaterThan(0)
  const percent = { fontSize: 10, lineHeight: { unit: 'PERCENT', value: 600 } } as const
  expect(await ink(text('i\ni', { letters: percent, height: 120 }), below)).toBeGreaterThan(0)
})

test('each run has its own fills and size', async () => {
  const runs = [
    { start: 1, end: 2, fills: [red] },
    { start: 2, end: 3, fills: [blue], fontSize: 80 },
  ]
  const found = await counts(text(BLOCK.repeat(3), { width: 200, height: 120, text: { runs } }))
  expect(found[BLACK]).toBeGreaterThan(50)
  expect(found[RED]).toBeGreaterThan(50)
  expect(found[BLUE]).toBeGreaterThan(10 * found[RED]!)
})

test('letters take the image and the gradient of their layer', async () => {
  const layer = text(BLOCK.repeat(4), { width: 80, height: 40, letters: { fontSize: 40 }, fills: [quarters()] })
  expect(await colors(layer, [5, 30], [60, 8])).toEqual([BLUE, GREEN])
})

test('decorations draw lines, in the colour of the letters', async () => {
  const decorated = (textDecoration: 'NONE' | 'UNDERLINE' | 'STRIKETHROUGH') =>
    counts(text('i i', { fills: [red], letters: { fontSize: 40, textDecoration } }))
  const plain = (await decorated('NONE'))[RED] ?? 0
  expect((await decorated('UNDERLINE'))[RED]).toBeGreaterThan(plain)
  expect((await decorated('STRIKETHROUGH'))[RED]).toBeGreaterThan(plain)
})

test('case changes what is shown', async () => {
  const shown = async (textCase: 'ORIGINAL' | 'UPPER' | 'LOWER' | 'TITLE', characters: string) =>
    counts(text(characters, { width: 200, letters: { fontSize: 20, textCase } }))
  expect(await shown('UPPER', 'one')).toEqual(await shown('ORIGINAL', 'ONE'))
  expect(await shown('LOWER', 'OnE')).toEqual(await shown('ORIGINAL', 'one'))
  expect(await shown('TITLE', 'one two')).toEqual(await shown('ORIGINAL', 'One Two'))
})

test('what does not fit ends in an ellipsis, if it may', async () => {
  const long = 'one two three four five six'
  const box = { width: 100, height: 50, letters: { fontSize: 20 } }
  const cut = text(long, { ...box, text: { truncation: 'ENDING' } })
  expect(await ink(cut, below)).toBe(0)
  expect(await ink(text(long, box), below)).toBeGreaterThan(0)
  const oneLine = { autoResize: 'HEIGHT', truncation: 'ENDING', maxLines: 1 } as const
  const first = text(long, { ...box, text: oneLine })
  expect(await places(first)).toEqual({ left: true, right: false, above: true, below: false })
  expect(await ink(first)).toBeGreaterThan(await ink(text('one two', box)))
})

test('strokes of letters lie outside or inside them', async () => {
  const stroked = (align: 'INSIDE' | 'OUTSIDE') => {
    const strokes = { strokes: [red], stroke: { align, weight: 4 } }
    return counts(text(BLOCK, { x: 40, y: 20, fills: [blue], letters: { fontSize: 60 }, ...strokes }))
  }
  const plain = (await counts(text(BLOCK, { x: 40, y: 20, fills: [blue], letters: { fontSize: 60 } })))[BLUE]!
  const [outside, inside] = [await stroked('OUTSIDE'), await stroked('INSIDE')]
  expect(outside[RED]).toBeGreaterThan(100)
  expect(outside[BLUE]).toBeGreaterThan(plain * 0.98)
  expect(inside[RED]! + inside[BLUE]!).toBeLessThan(plain * 1.02)
  expect(inside[BLUE]).toBeLessThan(plain)
})

test('a text without letters draws nothing', async () => {
  expect(await ink(text('', { fills: [white] }))).toBe(0)
  expect(await ink(text('  \n ', { fills: [white], letters: { textDecoration: 'UNDERLINE' } }))).toBe(0)
})
