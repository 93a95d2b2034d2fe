import { expect, test } from 'vitest'
import { PLAIN_LETTERS, PLAIN_TEXT, type TextContent } from '../../../dev/figma/document/parts/text-content.ts'
import { leftOf, textLines, topOf } from '../../../dev/figma/text/lines.ts'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { box, openFigma } from './open-figma.ts'

const content = (characters: string, more: Partial<TextContent> = {}): TextContent => ({
  ...PLAIN_TEXT,
  characters,
  ...more,
})

const shown = (text: TextContent, width: number, height?: number) =>
  textLines(text, width, height).map(
    ({ start, end, ellipsis }) => `${text.characters.slice(start, end)}${ellipsis ? '…' : ''}`,
  )

const sized = (characters: string, more: LayerSpec['text'] = {}) =>
  openFigma({ layers: [box('Text', { type: 'TEXT', text: { characters, ...more } })] })

test('words wrap where the line is full, and the space hangs over', () => {
  expect(shown(content('the quick brown fox'), 60)).toEqual(['the quick', 'brown fox'])
})

test('a word that is longer than a line breaks inside', () => {
  const lines = shown(content('incomprehensibilities'), 50)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join('')).toBe('incomprehensibilities')
})

test('paragraphs have space between them and an indent, soft line ends have neither', () => {
  const [first, soft, second] = textLines(
    content('One\u2028two\nThree', { paragraphSpacing: 10, paragraphIndent: 7 }),
    Number.POSITIVE_INFINITY,
  )
  expect([first!.indent, soft!.indent, second!.indent]).toEqual([7, 0, 7])
  expect(soft!.top).toBe(first!.height)
  expect(second!.top).toBe(first!.height + soft!.height + 10)
})

test('the tallest letters make the height of their line and its baseline', () => {
  const text = content('small BIG\nsmall', { runs: [{ start: 6, end: 9, fontSize: 48 }] })
  const [mixed, plain] = textLines(text, Number.POSITIVE_INFINITY)
  expect(mixed!.height).toBe(58)
  expect(plain!.height).toBe(15)
  expect(mixed!.baseline).toBeGreaterThan(40)
})

test('line height is in px or in percent of the font size', () => {
  const height = (lineHeight: TextContent['letters']['lineHeight']) =>
    textLines(content('x', { letters: { ...PLAIN_LETTERS, fontSize: 20, lineHeight } }), 100)[0]!.height
  expect(height({ unit: 'PIXELS', value: 31 })).toBe(31)
  expect(height({ unit: 'PERCENT', value: 150 })).toBe(30)
  expect(height({ unit: 'AUTO' })).toBe(24)
})

test('bold, spaced and capital letters are wider', () => {
  const width = (letters: Partial<TextContent['letters']>) =>
    textLines(content('word', { letters: { ...PLAIN_LETTERS, ...letters } }), 1000)[0]!.width
  expect(width({ fontName: { family: 'Inter', style: 'Bold' } })).toBeGreaterThan(width({}))
  expect(width({ letterSpacing: { unit: 'PIXELS', value: 2 } })).toBeCloseTo(width({}) + 8)
  expect(width({ textCase: 'UPPER' })).toBeGreaterThan(width({}))
})

test('an emoji of several parts is as wide as one', () => {
  const width = (characters: string) => textLines(content(characters), 1000)[0]!.width
  expect(width('👨‍👧')).toBe(width('👍'))
})

test('what does not fit is cut off with an ellipsis, by lines and by height', () => {
  const text = content('the quick brown fox', { truncation: 'ENDING', autoResize: 'HEIGHT', maxLines: 1 })
  expect(shown(text, 60)).toEqual(['the quic…'])
  expect(shown({ ...text, maxLines: null, autoResize: 'NONE' }, 60, 20)).toEqual(['the quic…'])
  expect(shown({ ...text, maxLines: null, autoResize: 'NONE' }, 60, 40)).toEqual(['the quick', 'brown fox'])
})

test('lines stand where the alignment puts them', () => {
  const text = content('one', { alignHorizontal: 'RIGHT', alignVertical: 'CENTER' })
  const lines = textLines(text, 100)
  expect(leftOf(lines[0]!, text, 100)).toBeCloseTo(100 - lines[0]!.width)
  expect(topOf(lines, text, 45)).toBe(15)
})

test('a text of a world has the size of its letters', async () => {
  const { editor } = await sized('Hello')
  expect(editor.layer('Text')).toMatchObject({ width: 29, height: 15 })
})

test('a text of fixed width grows down as it is written', async () => {
  const { editor, ask } = await sized('Hello', { autoResize: 'HEIGHT' })
  await ask(`const text = figma.currentPage.children[0]; await figma.loadFontAsync(text.fontName)
    text.characters = 'the quick brown fox jumps over the lazy dog'`)
  expect(editor.layer('Text')).toMatchObject({ width: 100, height: 45 })
})

test('a text that is resized keeps that size, until it is set to hug its letters again', async () => {
  const { ask } = await sized('Hello')
  const code = `const text = figma.currentPage.children[0]; await figma.loadFontAsync(text.fontName)
    text.resize(200, 90); const fixed = [text.textAutoResize, text.width, text.height]
    text.textAutoResize = 'HEIGHT'; const high = [text.width, text.height]
    text.textAutoResize = 'WIDTH_AND_HEIGHT'; return [fixed, high, [text.width, text.height]]`
  expect(await ask(code)).toEqual([
    ['NONE', 200, 90],
    [200, 15],
    [29, 15],
  ])
})

test('a text that fills an auto layout frame wraps in it, and the frame hugs it', async () => {
  const text = box('Text', {
    type: 'TEXT',
    text: { characters: 'the quick brown fox' },
    layoutChild: { align: 'STRETCH' },
  })
  const autoLayout = { mode: 'VERTICAL' as const, counterAxisSizingMode: 'FIXED' as const }
  const frame = box('Frame', { type: 'FRAME', width: 60, height: 10, autoLayout, children: [text] })
  const { editor } = await openFigma({ layers: [frame] })
  expect(editor.layer('Text')).toMatchObject({ width: 60, height: 30 })
  expect(editor.layer('Frame')).toMatchObject({ width: 60, height: 30 })
})

test('a text in a font that is not there keeps the size that it came with', async () => {
  const letters = { fontName: { family: 'House Grotesk', style: 'Regular' } }
  const { editor, ask } = await sized('Hello', { letters })
  expect(editor.layer('Text')).toMatchObject({ width: 100, height: 50 })
  expect(await ask('return [figma.hasMissingFont, figma.currentPage.children[0].hasMissingFont]')).toEqual([true, true])
})

test('a label in an instance fits its own letters, and the instance hugs it', async () => {
  const autoLayout = { mode: 'HORIZONTAL' as const }
  const label = box('Label', { type: 'TEXT', text: { characters: 'Go' } })
  const { editor, ask } = await openFigma({
    layers: [box('Button', { type: 'COMPONENT', autoLayout, children: [label] })],
  })
  const code = `const copy = figma.currentPage.children[0].createInstance(); const [label] = copy.children
    await figma.loadFontAsync(label.fontName); label.characters = 'A much longer label'
    return [label.width, copy.width]`
  const [inner, outer] = (await ask(code)) as [number, number]
  expect(inner).toBe(outer)
  expect(inner).toBeGreaterThan(90)
  expect(editor.layer('Button').width).toBe(editor.layer('Label').width)
  expect(editor.layer('Button').width).toBeLessThan(30)
})
