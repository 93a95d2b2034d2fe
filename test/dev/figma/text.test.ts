import { expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { box, openFigma, SOLID } from './open-figma.ts'

const BLUE = `{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }`
const REGULAR = { family: 'Inter', style: 'Regular' }
const BOLD = { family: 'Inter', style: 'Bold' }

const words = (characters: string, more: Partial<LayerSpec> = {}): LayerSpec =>
  box('Text', { type: 'TEXT', fills: [SOLID], ...more, text: { characters, ...more.text } })

/** Plugin code with the world's text as `text` and its fonts loaded. */
const WITH_FONTS = `
  const text = figma.currentPage.findOne((node) => node.type === 'TEXT')
  await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
  await figma.loadFontAsync({ family: 'Inter', style: 'Bold' });`

async function withText(characters: string, more: Partial<LayerSpec> = {}) {
  const figma = await openFigma({ layers: [words(characters, more)] })
  return { ...figma, ask: (body: string) => figma.ask(`${WITH_FONTS} ${body}`) }
}

test('a new text is black, empty and in Inter', async () => {
  const { ask } = await openFigma()
  const code = `const text = figma.createText()
    return [text.type, text.name, text.characters, text.fontName, text.fontSize, text.textAutoResize, text.width, text.parent === figma.currentPage, text.fills[0].color]`
  expect(await ask(code)).toEqual([
    ...['TEXT', 'Text', '', REGULAR, 12, 'WIDTH_AND_HEIGHT', 0, true],
    { r: 0, g: 0, b: 0 },
  ])
})

test.each([
  'text.characters = "New"',
  'text.fontSize = 20',
  'text.textCase = "UPPER"',
  'text.textAlignHorizontal = "CENTER"',
  'text.textAutoResize = "HEIGHT"',
  'text.maxLines = 2',
  'text.paragraphSpacing = 4',
  'text.insertCharacters(0, "a")',
  'text.deleteCharacters(0, 1)',
  'text.setRangeFontSize(0, 1, 20)',
  `text.setRangeFills(0, 1, [${BLUE}])`,
])('%s needs the font', async (code) => {
  const { ask } = await openFigma({ layers: [words('Words')] })
  await expect(ask(`const text = figma.currentPage.children[0]; ${code}`)).rejects.toThrow(
    'Cannot write to node with unloaded font "Inter Regular". Please call figma.loadFontAsync({ family: "Inter", style: "Regular" }) and await the returned promise first.',
  )
})

test('every font in the text has to be loaded, not only the first', async () => {
  const runs = [{ start: 2, end: 4, fontName: { family: 'Roboto', style: 'Medium' } }]
  const { ask } = await withText('Words', { text: { runs } })
  await expect(ask('text.characters = "New"')).rejects.toThrow('unloaded font "Roboto Medium"')
})

test('a new font has to be loaded, the old one need not be', async () => {
  const { ask } = await openFigma({ layers: [words('Words')] })
  const text = 'const text = figma.currentPage.children[0];'
  await expect(ask(`${text} text.fontName = { family: 'Roboto', style: 'Bold' }`)).rejects.toThrow(
    'in set_fontName: Cannot use unloaded font "Roboto Bold". Please call figma.loadFontAsync({ family: "Roboto", style: "Bold" })',
  )
  const load = `await figma.loadFontAsync({ family: 'Roboto', style: 'Bold' });`
  expect(await ask(`${text} ${load} text.fontName = { family: 'Roboto', style: 'Bold' }; return text.fontWeight`)).toBe(
    700,
  )
})

test('paints need no font', async () => {
  const { ask } = await openFigma({ layers: [words('Words')] })
  const code = `const text = figma.currentPage.children[0]; text.fills = [${BLUE}]; return text.fills[0].color.b`
  expect(await ask(code)).toBe(1)
})

test('what differs within a text reads as mixed, and in a range as what it is', async () => {
  const { ask } = await withText('Hello world')
  const code = `text.setRangeFontName(0, 5, { family: 'Inter', style: 'Bold' }); text.setRangeFills(0, 5, [${BLUE}])
    return [text.fontName === figma.mixed, text.fills === figma.mixed, text.fontWeight === figma.mixed, text.fontSize,
      text.getRangeFontName(0, 5), text.getRangeFontName(5, 11), text.getRangeFontName(4, 6) === figma.mixed,
      text.getRangeAllFontNames(0, 11), text.getRangeFills(0, 2)[0].color.b]`
  expect(await ask(code)).toEqual([true, true, true, 12, BOLD, REGULAR, true, [BOLD, REGULAR], 1])
})

test('segments are cut only where a field that was asked for changes', async () => {
  const { ask } = await withText('Hello world')
  const code = `text.setRangeFontSize(0, 5, 24); text.setRangeFontName(3, 8, { family: 'Inter', style: 'Bold' })
    return [text.getStyledTextSegments(['fontSize']), text.getStyledTextSegments(['fontWeight', 'fontSize'], 2, 9)]`
  expect(await ask(code)).toEqual([
    [
      { characters: 'Hello', start: 0, end: 5, fontSize: 24 },
      { characters: ' world', start: 5, end: 11, fontSize: 12 },
    ],
    [
      { characters: 'l', start: 2, end: 3, fontSize: 24, fontWeight: 400 },
      { characters: 'lo', start: 3, end: 5, fontSize: 24, fontWeight: 700 },
      { characters: ' wo', start: 5, end: 8, fontSize: 12, fontWeight: 700 },
      { characters: 'r', start: 8, end: 9, fontSize: 12, fontWeight: 400 },
    ],
  ])
})

test('a line end looks like the letter before it, and cannot be changed alone', async () => {
  const { ask } = await withText('One\nTwo')
  const sizes = `text.getStyledTextSegments(['fontSize']).map(({ start, end }) => [start, end])`
  expect(await ask(`text.setRangeFontSize(0, 3, 30); return ${sizes}`)).toEqual([
    [0, 4],
    [4, 7],
  ])
  expect(await ask(`text.fontSize = 12; text.setRangeFontSize(3, 4, 30); return ${sizes}`)).toEqual([[0, 7]])
})

test('fills of the whole drop those of its ranges', async () => {
  const { editor, ask } = await withText('Hello', { text: { runs: [{ start: 1, end: 3, fills: [SOLID] }] } })
  expect(await ask(`text.fills = [${BLUE}]; return text.fills[0].color.b`)).toBe(1)
  expect(editor.layer('Text').more.text?.runs).toEqual([])
})

test('what all letters share is kept once, for the painter and for undo', async () => {
  const { editor, ask } = await withText('Hello')
  await ask(`text.setRangeFills(0, 2, [${BLUE}]); text.setRangeFills(2, 5, [${BLUE}])`)
  expect(editor.layer('Text').fills).toMatchObject([{ color: { r: 0, g: 0, b: 1 } }])
  expect(editor.layer('Text').more.text?.runs).toEqual([])
})

test('new characters look as the first did', async () => {
  const { ask } = await withText('Hello', { text: { runs: [{ start: 0, end: 2, fontSize: 30 }] } })
  expect(await ask(`text.characters = 'Something else'; return [text.fontSize, text.characters]`)).toEqual([
    30,
    'Something else',
  ])
})

test('letters are put in and taken out while the others keep their look', async () => {
  const { ask } = await withText('abcd', { text: { runs: [{ start: 2, end: 4, fontSize: 30 }] } })
  const sizes = `text.getStyledTextSegments(['fontSize']).map(({ characters, fontSize }) => [characters, fontSize])`
  const code = `text.insertCharacters(2, 'X'); text.insertCharacters(3, 'Y', 'AFTER'); text.deleteCharacters(0, 1); return ${sizes}`
  expect(await ask(code)).toEqual([
    ['bX', 12],
    ['Ycd', 30],
  ])
})

test('the name follows the characters until somebody gives another', async () => {
  const { editor, ask } = await withText('Hello', { name: 'Hello' })
  expect(await ask(`text.characters = 'One\\ntwo'; return text.name`)).toBe('One two')
  expect(await ask(`text.name = 'Title'; text.characters = 'x'; return [text.name, text.autoRename]`)).toEqual([
    'Title',
    false,
  ])
  expect(await ask(`text.autoRename = true; return text.name`)).toBe('x')
  editor.rename('x', 'By hand')
  expect(await ask(`text.characters = 'y'; return text.name`)).toBe('By hand')
})

test('links are set, read and taken away, and lead somewhere', async () => {
  const { ask } = await withText('Hello')
  const code = `text.setRangeHyperlink(0, 2, { type: 'URL', value: 'https://example.com' })
    const there = [text.hyperlink === figma.mixed, text.getRangeHyperlink(0, 2), text.getRangeHyperlink(2, 5)]
    text.setRangeHyperlink(0, 2, null); return [...there, text.hyperlink]`
  expect(await ask(code)).toEqual([true, { type: 'URL', value: 'https://example.com' }, null, null])
  await expect(ask(`text.hyperlink = { type: 'NODE', value: '9:9' }`)).rejects.toThrow(
    'The node with id "9:9" does not exist',
  )
})

test.each([
  ['text.getRangeFontSize(2, 2)', "Empty range selected. 'end' must be greater than 'start'"],
  ['text.getRangeFontSize(0, 99)', 'in getRangeFontSize: Range outside of available characters.'],
  ['text.setRangeFontSize(4, 9, 0)', 'in setRangeFontSize: Range outside of available characters.'],
  ['text.getRangeFills(-1, 2)', 'Property "start" failed validation: Number must be greater than or equal to 0'],
  ['text.setRangeFontSize(0, 1, 0)', 'Property "value" failed validation: Number must be greater than or equal to 1'],
  ['text.letterSpacing = { value: 1, unit: "EM" }', "Invalid enum value. Expected 'PIXELS' | 'PERCENT', received 'EM'"],
  ['text.lineHeight = { value: 1, unit: "EM" }', "Invalid discriminator value. Expected 'PIXELS' | 'PERCENT' | 'AUTO'"],
  ['text.textDecoration = "OVERLINE"', "Expected 'NONE' | 'UNDERLINE' | 'STRIKETHROUGH', received 'OVERLINE'"],
  ["text.getStyledTextSegments(['fontSize'], 2)", "Invalid range. Must provide both 'start' and 'end'"],
  ["text.getStyledTextSegments(['nope'])", 'Property "getStyledTextSegments" failed validation: Invalid enum value.'],
  ['text.fontName = { family: "Inter" }', 'dev/figma: a font without a style'],
  ['text.maxLines = 0', 'Property "maxLines" failed validation: Number must be greater than or equal to 1'],
  ['text.textStyleId = "S:1"', 'in set_textStyleId: Cannot call with documentAccess: dynamic-page.'],
  ['text.listSpacing', 'dev/figma: TextNode.listSpacing is not simulated'],
])('%s is refused', async (code, message) => {
  const { ask } = await withText('Hello')
  await expect(ask(code)).rejects.toThrow(message)
})

test('an empty text has no segments', async () => {
  const { ask } = await withText('')
  expect(await ask(`return text.getStyledTextSegments(['fontSize'])`)).toEqual([])
})

test('one undo gives back the text as it was', async () => {
  const { editor, ask } = await withText('Hello', { text: { runs: [{ start: 1, end: 3, fontSize: 30 }] } })
  const before = JSON.stringify(editor.json())
  await ask(`text.characters = 'Other'; text.setRangeFills(0, 2, [${BLUE}]); figma.commitUndo()`)
  editor.undo()
  expect(JSON.stringify(editor.json())).toBe(before)
})

test('a text that a world calls otherwise than it reads keeps its name', async () => {
  const { ask } = await withText('Hello')
  expect(await ask(`text.characters = 'Other'; return [text.name, text.autoRename]`)).toEqual(['Text', false])
})

test('a text follows a style in all of its letters or in some, until they are changed by hand', async () => {
  const { ask } = await withText('Hello world')
  const code = `const style = figma.createTextStyle(); style.fontSize = 30
    await text.setRangeTextStyleIdAsync(0, 5, style.id)
    const some = [text.textStyleId === figma.mixed, text.getRangeFontSize(0, 5), text.getRangeTextStyleId(5, 11)]
    await text.setTextStyleIdAsync(style.id)
    const all = [text.textStyleId === style.id, text.fontSize]
    text.textDecoration = 'UNDERLINE'
    const decorated = text.textStyleId === style.id
    text.setRangeFontSize(0, 5, 8)
    return [some, all, decorated, text.getRangeTextStyleId(0, 5), text.getRangeTextStyleId(5, 11) === style.id]`
  expect(await ask(code)).toEqual([[true, 30, ''], [true, 30], true, '', true])
})

test('some letters follow a paint style, and their own fills end that', async () => {
  const { ask } = await withText('Hello')
  const code = `const style = figma.createPaintStyle(); style.paints = [${BLUE}]
    await text.setRangeFillStyleIdAsync(0, 2, style.id)
    const followed = [text.fillStyleId === figma.mixed, text.getRangeFills(0, 2)[0].color.b]
    text.setRangeFills(0, 1, [${BLUE}])
    return [followed, text.getRangeFillStyleId(0, 1), text.getRangeFillStyleId(1, 2) === style.id]`
  expect(await ask(code)).toEqual([[true, 1], '', true])
  await expect(ask(`await text.setRangeFillStyleIdAsync(0, 2, 'S:none')`)).rejects.toThrow(
    'in setRangeFillStyleIdAsync: The style with id "S:none" does not exist',
  )
})

test('a text style needs its own font loaded', async () => {
  const { ask } = await openFigma({ layers: [words('Words')] })
  const code = `const style = figma.createTextStyle(); await figma.currentPage.children[0].setTextStyleIdAsync(style.id)`
  await expect(ask(code)).rejects.toThrow('in setTextStyleIdAsync: Cannot use unloaded font "Inter Regular"')
})
