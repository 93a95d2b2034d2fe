import type * as F from '@figma/plugin-typings/plugin-api-standalone'
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
  WHITE,
} from './painter-browser.ts'

const { colors } = paintInBrowser()

const SQUARE: F.Transform = [
  [1, 0, 0],
  [0, 1, 0],
]

/** Black to the middle of its run, white from there. */
function gradient(type: F.GradientPaint['type'], gradientTransform = SQUARE, edge = 0.5): F.GradientPaint {
  const stop = (position: number, value: number) => ({ position, color: { r: value, g: value, b: value, a: 1 } })
  return { type, gradientTransform, gradientStops: [stop(0, 0), stop(edge, 0), stop(edge, 1), stop(1, 1)] }
}

test('a radial gradient runs from the middle to the edge of its box', async () => {
  const layer = { fills: [gradient('GRADIENT_RADIAL')] }
  expect(await colors(layer, [40, 40], [56, 40], [64, 40], [55, 55])).toEqual([BLACK, BLACK, WHITE, WHITE])
})

test('a diamond gradient is as far from the middle along both axes together', async () => {
  const layer = { fills: [gradient('GRADIENT_DIAMOND')] }
  expect(await colors(layer, [40, 40], [56, 40], [64, 40], [48, 48], [52, 52], [30, 30], [24, 52])).toEqual([
    ...[BLACK, BLACK, WHITE, BLACK, WHITE, BLACK, WHITE],
  ])
})

test('an angular gradient turns clockwise from the right', async () => {
  const layer = { fills: [gradient('GRADIENT_ANGULAR')] }
  expect(await colors(layer, [60, 60], [20, 60], [20, 20], [60, 20])).toEqual([BLACK, BLACK, WHITE, WHITE])
})

test('a gradient lies where its transform takes it', async () => {
  // The left half of the layer is the whole of the gradient.
  const half: F.Transform = [
    [2, 0, 0],
    [0, 1, 0],
  ]
  const radial = { fills: [gradient('GRADIENT_RADIAL', half)] }
  expect(await colors(radial, [20, 40], [26, 40], [32, 40], [60, 40])).toEqual([BLACK, BLACK, WHITE, WHITE])
  const diamond = { fills: [gradient('GRADIENT_DIAMOND', half)] }
  expect(await colors(diamond, [20, 40], [26, 40], [32, 40], [60, 40])).toEqual([BLACK, BLACK, WHITE, WHITE])
})

test('strokes take any paint', async () => {
  const around = (paint: F.Paint): Part => ({ x: 20, y: 20, strokes: [paint], stroke: { weight: 20, align: 'CENTER' } })
  expect(await colors(around(quarters()), [25, 25], [95, 25], [25, 95], [95, 95], [60, 60])).toEqual([
    ...[RED, GREEN, BLUE, WHITE, NOTHING],
  ])
  expect(await colors(around(gradient('GRADIENT_LINEAR')), [50, 25], [70, 25], [60, 60])).toEqual([
    BLACK,
    WHITE,
    NOTHING,
  ])
  expect(await colors(around(gradient('GRADIENT_DIAMOND', SQUARE, 0.9)), [60, 25], [25, 25])).toEqual([BLACK, WHITE])
})

const pattern = (more: Partial<F.PatternPaint> = {}): F.PatternPaint => ({
  ...{ type: 'PATTERN', sourceNodeId: 'dot', tileType: 'RECTANGULAR', scalingFactor: 1, spacing: { x: 0, y: 0 } },
  horizontalAlignment: 'START',
  ...more,
})
const dot: Part = {
  type: 'FRAME',
  x: 500,
  width: 20,
  height: 20,
  visible: false,
  fills: [red],
  children: [{ width: 10, height: 10, fills: [blue] }],
}

test('a pattern repeats a layer, wherever that lies', async () => {
  const layer: Part = { fills: [pattern()], patterns: { dot } }
  expect(await colors(layer, [5, 5], [15, 15], [25, 5], [65, 65], [75, 75])).toEqual([BLUE, RED, BLUE, BLUE, RED])
})

test('a pattern has its scale, its gaps and its rows', async () => {
  const larger: Part = { fills: [pattern({ scalingFactor: 2 })], patterns: { dot } }
  expect(await colors(larger, [15, 15], [30, 30], [45, 5])).toEqual([BLUE, RED, BLUE])
  const apart: Part = { fills: [pattern({ spacing: { x: 1, y: 0.5 } })], patterns: { dot } }
  expect(await colors(apart, [15, 15], [30, 5], [45, 5], [5, 25], [5, 35])).toEqual([RED, NOTHING, BLUE, NOTHING, BLUE])
  const rows: Part = { fills: [pattern({ tileType: 'HORIZONTAL_HEXAGONAL' })], patterns: { dot } }
  expect(await colors(rows, [5, 5], [5, 25], [15, 25], [25, 25])).toEqual([BLUE, RED, BLUE, RED])
  const columns: Part = { fills: [pattern({ tileType: 'VERTICAL_HEXAGONAL' })], patterns: { dot } }
  expect(await colors(columns, [5, 5], [25, 5], [25, 15])).toEqual([BLUE, RED, BLUE])
})

test('a pattern whose layer is gone, a video and a shader draw nothing', async () => {
  const video = { type: 'VIDEO', scaleMode: 'FILL', videoHash: 'film' } as const
  const shader = { type: 'SHADER', id: '1' } as const
  expect(await colors({ fills: [pattern(), video, shader] }, [40, 40])).toEqual([NOTHING])
  expect(await colors({ strokes: [video], stroke: { weight: 20 } }, [5, 5])).toEqual([NOTHING])
})

test('a line stretches its paint over its strokes', async () => {
  const line: Part = { type: 'LINE', y: 20, height: 0, strokes: [gradient('GRADIENT_LINEAR')], stroke: { weight: 10 } }
  expect(await colors(line, [20, 18], [60, 18], [60, 26])).toEqual([BLACK, WHITE, NOTHING])
})

test('paints of strokes blend and fade like those of fills', async () => {
  const layer: Part = { fills: [red], strokes: [{ ...black, opacity: 0.5 }], stroke: { weight: 10 } }
  expect(await colors(layer, [5, 40])).toEqual([expect.stringMatching(/^#(7f|80)0000ff$/)])
  const screened: Part = { fills: [red], strokes: [{ ...blue, blendMode: 'SCREEN' }], stroke: { weight: 10 } }
  expect(await colors(screened, [5, 40])).toEqual(['#ff00ffff'])
})
