import { expect, test } from 'vitest'
import { openFigma } from './open-figma.ts'

const rounded = (color: Record<string, number>) =>
  Object.fromEntries(Object.entries(color).map(([name, value]) => [name, Math.round(value * 255)]))

test.each<[string, [number, number, number]]>([
  ['#ff8000', [255, 128, 0]],
  ['#F80', [255, 136, 0]],
  ['rgb(255, 128, 0)', [255, 128, 0]],
  ['rgb(100% 50% 0%)', [255, 128, 0]],
  ['hsl(120deg 100% 25%)', [0, 128, 0]],
  ['lab(54.29% 80.82 69.9)', [255, 0, 0]],
  ['oklab(0.628 0.2249 0.1258)', [255, 0, 0]],
  ['oklch(0.628 0.2577 29.23)', [255, 0, 0]],
  ['lch(50% 0 0)', [119, 119, 119]],
])('%s is a color', async (text, [r, g, b]) => {
  const { ask } = await openFigma()
  expect(rounded((await ask(`return figma.util.rgb('${text}')`)) as Record<string, number>)).toEqual({ r, g, b })
})

test('alpha is dropped by rgb, kept by rgba and overridden', async () => {
  const { ask } = await openFigma()
  expect(
    await ask(`const { rgb, rgba } = figma.util
    return [rgb('#ff000080').a, rgba('rgb(0 0 0 / 25%)').a, rgba('#000').a, rgba('#0008', 1).a, rgba({ r: 0, g: 0, b: 0, a: 0.5 }).a]`),
  ).toEqual([undefined, 0.25, 1, 1, 0.5])
})

test('a solid paint takes the opacity of its color and keeps what it is given', async () => {
  const { ask } = await openFigma()
  expect(
    await ask(`const { solidPaint } = figma.util
    return [solidPaint('#fff'), solidPaint('#ffffff80'), solidPaint('#fff', { type: 'SOLID', visible: false, opacity: 0.3 })]`),
  ).toEqual([
    { type: 'SOLID', color: { r: 1, g: 1, b: 1 } },
    { type: 'SOLID', color: { r: 1, g: 1, b: 1 }, opacity: 128 / 255 },
    { type: 'SOLID', color: { r: 1, g: 1, b: 1 }, visible: false, opacity: 0.3 },
  ])
})

test('what is no color throws, and markdown does by name', async () => {
  const { ask } = await openFigma()
  await expect(ask(`figma.util.rgb('reddish')`)).rejects.toThrow('in rgb: Invalid color: "reddish"')
  await expect(ask(`figma.util.rgb('#12345')`)).rejects.toThrow('Invalid color')
  await expect(ask(`figma.util.rgb({ space: 'HSB', h: 0, s: 0, b: 0 })`)).rejects.toThrow(
    'the space HSB is not simulated',
  )
  await expect(ask(`figma.util.normalizeMarkdown('')`)).rejects.toThrow('UtilAPI.normalizeMarkdown is not simulated')
})
