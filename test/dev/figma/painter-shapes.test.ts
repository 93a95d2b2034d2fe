// It is long because each kind of layer has its test, and they share one browser.

import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import { BLUE, blue, NOTHING, type Part, paintInBrowser, RED, red, solid } from './painter-browser.ts'

const { colors } = paintInBrowser()

test('each corner has its own radius', async () => {
  const corners = { topLeft: 30, topRight: 0, bottomLeft: 10, bottomRight: 0 }
  const layer = { corners, fills: [red] }
  expect(await colors(layer, [5, 5], [78, 1], [1, 78], [5, 74], [78, 78])).toEqual([NOTHING, RED, NOTHING, RED, RED])
})

test('an arc runs clockwise from the right, and a ring has a hole', async () => {
  const arc = (arcData: Part['arcData'] & {}): Part => ({ type: 'ELLIPSE', arcData, fills: [red] })
  const quarter = arc({ startingAngle: 0, endingAngle: Math.PI / 2, innerRadius: 0 })
  expect(await colors(quarter, [55, 55], [25, 55], [25, 25], [55, 25])).toEqual([RED, NOTHING, NOTHING, NOTHING])
  const ring = arc({ startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0.5 })
  expect(await colors(ring, [40, 40], [40, 55], [40, 65], [2, 2])).toEqual([NOTHING, NOTHING, RED, NOTHING])
})

test('a polygon stands on its base within the ellipse of its box', async () => {
  const triangle: Part = { type: 'POLYGON', pointCount: 3, fills: [red] }
  expect(await colors(triangle, [40, 4], [40, 58], [40, 62], [10, 56], [10, 20])).toEqual([
    RED,
    RED,
    NOTHING,
    RED,
    NOTHING,
  ])
})

test('a star goes in between its points as far as its inner radius', async () => {
  const star: Part = { type: 'STAR', pointCount: 4, innerRadius: 0.25, fills: [red] }
  expect(await colors(star, [40, 8], [70, 40], [40, 40], [55, 25])).toEqual([RED, RED, RED, NOTHING])
})

test('a line has strokes only, on its middle', async () => {
  const line: Part = { type: 'LINE', y: 20, height: 0, fills: [blue], strokes: [red], stroke: { weight: 4 } }
  expect(await colors(line, [40, 17], [40, 18], [40, 21], [40, 22])).toEqual([NOTHING, RED, RED, NOTHING])
})

test('a vector follows its winding rules, and an open path has no fill', async () => {
  const path = (...vectorPaths: F.VectorPath[]): Part => ({
    ...{ type: 'VECTOR', vectorPaths, fills: [red], strokes: [blue], stroke: { weight: 4, align: 'CENTER' } },
  })
  const nested = 'M 0 0 L 80 0 L 80 80 L 0 80 Z M 20 20 L 60 20 L 60 60 L 20 60 Z'
  expect(await colors(path({ windingRule: 'EVENODD', data: nested }), [10, 10], [40, 40])).toEqual([RED, NOTHING])
  expect(await colors(path({ windingRule: 'NONZERO', data: nested }), [10, 10], [40, 40])).toEqual([RED, RED])
  const open = path({ windingRule: 'NONE', data: 'M 0 20 L 80 20 L 80 70' })
  expect(await colors(open, [40, 20], [60, 40])).toEqual([BLUE, NOTHING])
  const curve = path({ windingRule: 'NONZERO', data: 'M 0 80 Q 40 -60 80 80 Z' })
  expect(await colors(curve, [40, 20], [40, 5])).toEqual([RED, NOTHING])
})

test.each([
  ['UNION', [RED, RED, RED, NOTHING]],
  ['SUBTRACT', [RED, NOTHING, NOTHING, NOTHING]],
  ['INTERSECT', [NOTHING, RED, NOTHING, NOTHING]],
  ['EXCLUDE', [RED, NOTHING, RED, NOTHING]],
] as const)('%s draws what it makes of its children, with its own paints', async (operation, expected) => {
  const children: Part[] = [
    { width: 50, height: 50, fills: [blue] },
    { x: 30, y: 30, width: 50, height: 50, fills: [] },
    { width: 80, visible: false },
  ]
  const layer: Part = { type: 'BOOLEAN_OPERATION', operation, children, fills: [red] }
  expect(await colors(layer, [10, 10], [40, 40], [70, 70], [70, 10])).toEqual(expected)
})

test('a boolean operation strokes its outline, not those of its children', async () => {
  const layer: Part = {
    ...{ type: 'BOOLEAN_OPERATION', operation: 'UNION', strokes: [blue], stroke: { weight: 4, align: 'INSIDE' } },
    fills: [red],
    children: [{ width: 50 }, { x: 30, width: 50 }],
  }
  expect(await colors(layer, [40, 1], [30, 40], [50, 40], [1, 40])).toEqual([BLUE, RED, RED, BLUE])
})

test('strokes lie inside, outside or across the edge', async () => {
  const at = (align: 'INSIDE' | 'OUTSIDE' | 'CENTER') =>
    colors(
      { x: 20, y: 20, fills: [red], strokes: [blue], stroke: { align, weight: 8 } },
      [13, 60],
      [18, 60],
      [22, 60],
      [26, 60],
    )
  expect(await at('INSIDE')).toEqual([NOTHING, NOTHING, BLUE, BLUE])
  expect(await at('CENTER')).toEqual([NOTHING, BLUE, BLUE, RED])
  expect(await at('OUTSIDE')).toEqual([BLUE, BLUE, RED, RED])
})

test('each side may have its own stroke', async () => {
  const sides = { top: 4, right: 0, bottom: 10, left: 20 }
  const layer: Part = { fills: [red], strokes: [blue], stroke: { align: 'INSIDE', weight: 4, sides } }
  expect(await colors(layer, [40, 2], [40, 6], [78, 40], [40, 72], [18, 40], [22, 40])).toEqual([
    ...[BLUE, RED, RED, BLUE, BLUE, RED],
  ])
})

test('dashes leave gaps, and caps reach beyond the ends', async () => {
  const line = (stroke: Part['stroke']): Part => ({
    ...{ type: 'LINE', x: 20, y: 20, height: 0, strokes: [red], stroke: { weight: 10, ...stroke } },
  })
  expect(await colors(line({ dashes: [10, 20] }), [25, 20], [40, 20], [55, 20])).toEqual([RED, NOTHING, RED])
  expect(await colors(line({}), [17, 20])).toEqual([NOTHING])
  expect(await colors(line({ cap: 'SQUARE' }), [16, 16])).toEqual([RED])
  expect(await colors(line({ cap: 'ROUND' }), [16, 20], [15, 15])).toEqual([RED, NOTHING])
  expect(await colors(line({ cap: 'CIRCLE_FILLED' }), [5, 20], [20, 36], [60, 36])).toEqual([RED, RED, NOTHING])
})

test('a frame that clips has its strokes above its children, another one below them', async () => {
  const frame = (clipsContent: boolean): Part => ({
    ...{ type: 'FRAME', clipsContent, strokes: [blue], stroke: { weight: 10 }, children: [{ fills: [red] }] },
  })
  expect(await colors(frame(true), [5, 40], [40, 40])).toEqual([BLUE, RED])
  expect(await colors(frame(false), [5, 40])).toEqual([RED])
})

test('a group draws nothing of its own, a section its background, a slice nothing', async () => {
  const child: Part = { width: 20, height: 20, fills: [blue] }
  expect(await colors({ type: 'GROUP', fills: [red], children: [child] }, [10, 10], [40, 40])).toEqual([BLUE, NOTHING])
  expect(await colors({ type: 'SLICE', fills: [red] }, [10, 10])).toEqual([NOTHING])
  const section: Part = { type: 'SECTION', fills: [red], children: [{ ...child, x: 100 }] }
  expect(await colors(section, [40, 40], [110, 10])).toEqual([RED, BLUE])
  expect(await colors({ ...section, sectionContentsHidden: true }, [40, 40], [110, 10])).toEqual([RED, NOTHING])
})

test('auto layout may put its first child on top', async () => {
  const frame = (itemReverseZIndex: boolean): Part => ({
    type: 'FRAME',
    autoLayout: { itemReverseZIndex } as never,
    children: [{ fills: [red] }, { fills: [blue] }],
  })
  expect(await colors(frame(true), [40, 40])).toEqual([RED])
  expect(await colors(frame(false), [40, 40])).toEqual([BLUE])
})

test('a layer may be skewed', async () => {
  const transform: Part['transform'] = [
    [1, 0.5, 0],
    [0, 1, 0],
  ]
  expect(await colors({ transform, fills: [red] }, [2, 40], [30, 40], [90, 40], [105, 40])).toEqual([
    ...[NOTHING, RED, RED, NOTHING],
  ])
})

test('half a group shows what lies below it, not its own other parts', async () => {
  const group: Part = { type: 'GROUP', opacity: 0.5, children: [{ fills: [red] }, { x: 20, fills: [blue] }] }
  const [first, second] = await colors([{ width: 200, fills: [solid(1, 1, 1)] }, group], [10, 40], [50, 40])
  expect([first, second]).toEqual([
    expect.stringMatching(/^#ff(7[ef]|80){2}ff$/),
    expect.stringMatching(/^#(7[ef]|80){2}ffff$/),
  ])
  const alone: Part = { type: 'GROUP', opacity: 0.5, children: [{ fills: [blue] }] }
  expect(await colors(alone, [40, 40])).toEqual([expect.stringMatching(/^#0000ff(7f|80)$/)])
})
