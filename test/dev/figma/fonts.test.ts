import { expect, test } from 'vitest'
import { openFigma } from './open-figma.ts'

test('the fonts that can be had are listed by family and style', async () => {
  const { ask } = await openFigma()
  const fonts = (await ask('return await figma.listAvailableFontsAsync()')) as { fontName: unknown }[]
  expect(fonts).toContainEqual({ fontName: { family: 'Inter', style: 'Semi Bold' } })
  expect(fonts).toContainEqual({ fontName: { family: 'Roboto', style: 'SemiBold' } })
  expect(fonts).not.toContainEqual({ fontName: { family: 'Inter', style: 'SemiBold' } })
})

test.each([
  [`{ family: 'Gilroy', style: 'Bold' }`, 'plain: The font "Gilroy Bold" could not be loaded'],
  [`{ family: 'Inter', style: 'SemiBold' }`, 'plain: The font "Inter SemiBold" could not be loaded'],
  [`{ family: 'Gilroy' }`, 'plain: The font "Gilroy" could not be loaded'],
  ['figma.mixed', 'in loadFontAsync: Cannot unwrap symbol'],
  [`{ style: 'Bold' }`, 'in loadFontAsync: Property "fontName" failed validation: Required value missing at family'],
])('%s is not loaded', async (font, message) => {
  const { ask } = await openFigma()
  await expect(ask(`await figma.loadFontAsync(${font})`)).rejects.toThrow(message)
})

test('a family without a style loads all of its styles', async () => {
  const { ask } = await openFigma()
  const code = `await figma.loadFontAsync({ family: 'Inter' }); const text = figma.createText()
    text.characters = 'Words'; text.fontName = { family: 'Inter', style: 'Black Italic' }
    return text.getStyledTextSegments(['fontStyle', 'fontWeight'])`
  expect(await ask(code)).toEqual([{ characters: 'Words', start: 0, end: 5, fontWeight: 900, fontStyle: 'ITALIC' }])
})

test('fonts are loaded anew for each run', async () => {
  const { ask } = await openFigma()
  await ask(`await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })`)
  await expect(ask(`figma.createText().characters = 'x'`)).rejects.toThrow('unloaded font')
})
