import { expect, test } from 'vitest'
import { gradient, paintInBrowser, RED, red, solid } from './painter-browser.ts'

const { profiled } = paintInBrowser()

test('a file has the colour profile asked for, and names it', async () => {
  const layer = { fills: [red] }
  expect(await profiled(layer, { document: 'srgb', file: 'srgb' })).toEqual({ color: RED, named: false })
  expect(await profiled(layer, { document: 'display-p3', file: 'display-p3' })).toEqual({ color: RED, named: true })
})

test('the same colour has other numbers in another profile', async () => {
  const { color } = await profiled({ fills: [red] }, { document: 'srgb', file: 'display-p3' })
  expect(color).toBe('#ea3323ff')
  // Within both: a dull red of Display P3 is a stronger one of sRGB.
  const dull = await profiled({ fills: [solid(0.6, 0.4, 0.4)] }, { document: 'display-p3', file: 'srgb' })
  expect(dull.color).toBe('#a26365ff')
})

test.each(['srgb', 'display-p3'] as const)('a gradient runs straight through the numbers of %s', async (profile) => {
  const run = gradient('GRADIENT_LINEAR', [
    { position: 0, color: { r: 1, g: 0, b: 0, a: 1 } },
    { position: 1, color: { r: 0, g: 0, b: 1, a: 1 } },
  ])
  // The picture's first pixel lies in the middle of the layer.
  const layer = { x: -40, fills: [run] }
  const { color } = await profiled(layer, { document: profile, file: profile })
  expect(color).toMatch(/^#(7[def]|80)00(7[ef]|8[012])ff$/)
})
