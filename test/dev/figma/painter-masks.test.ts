import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import { BLUE, black, blue, NOTHING, type Part, paintInBrowser, RED, red, WHITE, white } from './painter-browser.ts'

const { colors } = paintInBrowser()

const mask = (more: Part = {}): Part => ({ isMask: true, width: 40, height: 40, fills: [black], ...more })
const group = (...children: Part[]): Part => ({ type: 'GROUP', children })

test('a mask cuts the siblings above it, draws nothing itself and leaves those below alone', async () => {
  const layer = group({ fills: [red] }, mask(), { fills: [blue] })
  expect(await colors(layer, [20, 20], [60, 60])).toEqual([BLUE, RED])
  expect(await colors(group(mask()), [20, 20])).toEqual([NOTHING])
})

test('a mask ends with its parent', async () => {
  expect(
    await colors([group(mask(), { fills: [blue] }), { x: 100, fills: [red] }], [20, 20], [60, 60], [140, 40]),
  ).toEqual([...[BLUE, NOTHING, RED]])
})

test('a second mask is cut by the first', async () => {
  const layer = group(mask({ width: 80 }), mask({ height: 80 }), { fills: [blue] })
  expect(await colors(layer, [20, 20], [60, 20], [20, 60])).toEqual([BLUE, NOTHING, NOTHING])
})

test('a hidden mask cuts nothing, a clear one everything', async () => {
  expect(await colors(group(mask({ visible: false }), { fills: [blue] }), [60, 60])).toEqual([BLUE])
  expect(await colors(group(mask({ opacity: 0 }), { fills: [blue] }), [20, 20])).toEqual([NOTHING])
})

const faded: F.GradientPaint = {
  type: 'GRADIENT_LINEAR',
  gradientTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  gradientStops: [
    { position: 0, color: { r: 0, g: 0, b: 0, a: 0 } },
    { position: 0.5, color: { r: 0, g: 0, b: 0, a: 0 } },
    { position: 0.5, color: { r: 0, g: 0, b: 0, a: 1 } },
    { position: 1, color: { r: 0, g: 0, b: 0, a: 1 } },
  ],
}

test('an alpha mask lets through as much as is drawn of it', async () => {
  const layer = group(mask({ fills: [faded] }), { fills: [blue] })
  expect(await colors(layer, [10, 20], [30, 20])).toEqual([NOTHING, BLUE])
  const half = group(mask({ opacity: 0.5 }), { fills: [blue] })
  expect(await colors(half, [10, 20])).toEqual([expect.stringMatching(/^#0000ff(7f|80)$/)])
})

test('a vector mask lets through its whole shape, whatever its paints', async () => {
  const layer = group(mask({ maskType: 'VECTOR', type: 'ELLIPSE', opacity: 0.2, fills: [] }), { fills: [blue] })
  expect(await colors(layer, [20, 20], [2, 2], [60, 60])).toEqual([BLUE, NOTHING, NOTHING])
})

test('a luminance mask lets through what is bright', async () => {
  const bright = (fill: F.SolidPaint) => group(mask({ maskType: 'LUMINANCE', fills: [fill] }), { fills: [blue] })
  expect(await colors(bright(white), [20, 20], [60, 60])).toEqual([BLUE, NOTHING])
  expect(await colors(bright(black), [20, 20])).toEqual([NOTHING])
  expect(await colors(bright(red), [20, 20])).toEqual(['#0000ff36'])
})

test('a frame may be a mask, and letters too', async () => {
  const frame = mask({ type: 'FRAME', fills: [], children: [{ width: 20, height: 20, fills: [red] }] })
  expect(await colors(group(frame, { fills: [blue] }), [10, 10], [30, 30])).toEqual([BLUE, NOTHING])
  const letters = mask({ type: 'TEXT', width: 80, height: 80, letters: { fontSize: 100 }, text: { characters: '█' } })
  expect(await colors(group(letters, { fills: [blue] }), [30, 40])).toEqual([BLUE])
})

test('what is masked keeps its own blend with the rest of the mask', async () => {
  const layer = group(mask(), { fills: [white] }, { fills: [red], blendMode: 'MULTIPLY' })
  expect(await colors(layer, [20, 20])).toEqual([RED])
  expect(await colors(group(mask({ maskType: 'VECTOR' }), { fills: [white] }), [20, 20])).toEqual([WHITE])
})
