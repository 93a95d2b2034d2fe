import { expect, test } from 'vitest'
import { PLAIN_LETTERS, PLAIN_TEXT } from '../../../dev/figma/document/parts/text-content.ts'
import { leftOf, textLines, topOf } from '../../../dev/figma/text/lines.ts'
import { black, NOTHING, type Part, paintInBrowser, red } from './painter-browser.ts'

// Fonts differ by machine. A full block has ink up to where it is measured to end.
const BLOCK = '█'
const SENTENCE = 'The quick brown fox jumps over the lazy dog'

const { inkAndBounds, counts } = paintInBrowser()

const text = (characters: string, more: Part = {}): Part => ({
  ...{ type: 'TEXT', fills: [black], width: 180, height: 100, letters: { fontSize: 20 }, ...more },
  text: { characters, ...more.text },
})

/** The lines of a text as they were measured, in px of its layer. */
function measuredLines({ text: more, letters, width = 0, height = 0 }: Part) {
  const content = { ...PLAIN_TEXT, autoResize: 'NONE' as const, ...more, letters: { ...PLAIN_LETTERS, ...letters } }
  const lines = textLines(content, width, height)
  const top = topOf(lines, content, height)
  return lines.map((line) => ({ ...line, top: top + line.top, left: leftOf(line, content, width) }))
}

const lineInk = async (layer: Part, { top, height }: { top: number; height: number }) =>
  (await inkAndBounds(layer, { x: 0, y: Math.round(top), width: 200, height: Math.round(height) })).ink

const SHAPES: [string, Part][] = [
  ['plain', text(SENTENCE)],
  ['right-aligned', text(SENTENCE, { text: { alignHorizontal: 'RIGHT', alignVertical: 'BOTTOM' } })],
  ['centred', text(SENTENCE, { text: { alignHorizontal: 'CENTER', alignVertical: 'CENTER' } })],
  ['indented', text('One\u2028two\nthree', { text: { paragraphIndent: 30, paragraphSpacing: 8 } })],
  ['spaced', text('Spaced out', { letters: { fontSize: 16, letterSpacing: { unit: 'PERCENT', value: 15 } } })],
  ['close', text('Close together', { letters: { fontSize: 16, letterSpacing: { unit: 'PIXELS', value: -0.5 } } })],
  ['monospaced', text('iiii mmmm', { letters: { fontSize: 16, fontName: { family: 'Roboto Mono', style: 'Bold' } } })],
  ['in small capitals', text('Small Capitals', { letters: { fontSize: 20, textCase: 'SMALL_CAPS' } })],
  ['in title case', text('title case isn’t all capitals', { letters: { fontSize: 20, textCase: 'TITLE' } })],
  ['of many runs', text('small BIG small', { text: { runs: [{ start: 6, end: 9, fontSize: 40, fills: [red] }] } })],
  ['cut off', text(SENTENCE, { height: 50, text: { truncation: 'ENDING' } })],
]

test.each(SHAPES)('the ink of a text that is %s lies in its measured lines', async (_what, layer) => {
  for (const line of measuredLines(layer)) {
    const ink = await lineInk(layer, line)
    expect(ink!.left).toBeGreaterThanOrEqual(Math.floor(line.left) - 1)
    expect(ink!.right).toBeLessThanOrEqual(Math.ceil(line.left + line.width) + 1)
    expect(ink!.right).toBeGreaterThan(line.left + line.width / 2)
  }
})

test('a word that wraps by measure wraps in the picture', async () => {
  const [whole] = measuredLines(text('brown fox', { width: 1000 }))
  const lines = async (width: number) => {
    const layer = text('brown fox', { width })
    return [measuredLines(layer).length, (await lineInk(layer, { top: 24, height: 24 })) === null]
  }
  expect(await lines(Math.ceil(whole!.width))).toEqual([1, true])
  expect(await lines(Math.floor(whole!.width) - 1)).toEqual([2, false])
})

test.each(['Regular', 'Bold', 'Black'])('right-aligned ink of %s ends at the right edge', async (style) => {
  for (const fontSize of [9, 20, 33]) {
    const letters = { fontSize, fontName: { family: 'Inter', style } }
    const { ink } = await inkAndBounds(text(`Wim ${BLOCK}`, { letters, text: { alignHorizontal: 'RIGHT' } }))
    expect(Math.abs(ink!.right - 180)).toBeLessThanOrEqual(1)
  }
})

test('justified lines end at the right edge, the last of a paragraph where its words do', async () => {
  const runs = [{ start: 2, end: 5, fills: [red] }]
  const layer = text(`${BLOCK} ${BLOCK} a ${BLOCK.repeat(8)} a`, {
    width: 130,
    text: { alignHorizontal: 'JUSTIFIED', runs },
  })
  const [first, second, ...more] = measuredLines(layer)
  expect(more).toEqual([])
  expect(first!.width).toBeLessThan(100)
  const plain = { ...layer, text: { ...layer.text, alignHorizontal: 'LEFT' as const } }
  expect((await lineInk(plain, first!))!.right).toBeLessThan(100)
  expect((await lineInk(layer, first!))!.right).toBeGreaterThan(117)
  expect((await lineInk(layer, second!))!.right).toBeLessThan(130)
})

test('a line of justified text is underlined without gaps', async () => {
  const letters = { fontSize: 20, textDecoration: 'UNDERLINE' } as const
  const layer = text(`a b ${BLOCK.repeat(8)}`, { width: 130, letters, text: { alignHorizontal: 'JUSTIFIED' } })
  const [{ baseline } = { baseline: 0 }] = measuredLines(layer)
  const under = { x: 1, y: Math.round(baseline + 2), width: 120, height: 1 }
  expect((await counts(layer, under))[NOTHING] ?? 0).toBe(0)
})

test('lines end at a line feed and at U+2028, and nowhere else', async () => {
  const isBroken = async (end: string) => {
    const layer = text(`i${end}i`, { width: 180 })
    const isDrawnBelow = (await lineInk(layer, { top: 24, height: 24 })) !== null
    expect(measuredLines(layer).length > 1).toBe(isDrawnBelow)
    return isDrawnBelow
  }
  expect(await isBroken('\n')).toBe(true)
  expect(await isBroken('\u2028')).toBe(true)
  for (const other of ['\r', '\u2029', '\v', '\u0085']) expect(await isBroken(other)).toBe(false)
})

test('an emoji is not broken in two, however narrow the line', () => {
  const lines = measuredLines(text('👨‍👧👍🏽e\u0301', { width: 5 }))
  expect(lines.map(({ start, end }) => [start, end])).toEqual([
    [0, 5],
    [5, 9],
    [9, 11],
  ])
})

const DRAWN: [string, Part][] = [
  ['that its box holds', text(SENTENCE)],
  ['that runs over its box', text(`${BLOCK.repeat(5)} ${BLOCK.repeat(5)}`, { x: 5, width: 20, height: 10 })],
  [
    'of close lines',
    text('Ägä\nÄgä', { y: 10, letters: { fontSize: 30, lineHeight: { unit: 'PERCENT', value: 50 } } }),
  ],
  ['that is turned', text(SENTENCE, { x: 60, y: 100, width: 100, rotation: 30, letters: { fontSize: 14 } })],
  [
    'with strokes',
    text(BLOCK, { x: 40, y: 20, strokes: [red], stroke: { align: 'OUTSIDE', weight: 6 }, letters: { fontSize: 40 } }),
  ],
]

test.each(DRAWN)('what is drawn of a text %s lies in its bounds', async (_what, layer) => {
  const { ink, bounds } = await inkAndBounds(layer)
  const { x, y, width, height } = bounds!
  expect(ink!.left).toBeGreaterThanOrEqual(Math.max(0, Math.floor(x) - 1))
  expect(ink!.top).toBeGreaterThanOrEqual(Math.max(0, Math.floor(y) - 1))
  expect(ink!.right).toBeLessThanOrEqual(Math.ceil(x + width) + 1)
  expect(ink!.bottom).toBeLessThanOrEqual(Math.ceil(y + height) + 1)
})
