// It is long because each thing that widens or cuts what is drawn has its numbers.

import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import { absoluteBoundingBox, absoluteRenderBounds, absoluteTransform } from '../../../dev/figma/document/bounds.ts'
import { IDENTITY, movedTo, turned } from '../../../dev/figma/document/geometry.ts'
import { type LayerRecord, newRecord } from '../../../dev/figma/document/layer-record.ts'
import { PLAIN_STROKE, type Stroke } from '../../../dev/figma/document/parts/stroke.ts'
import { PLAIN_TEXT, type TextContent } from '../../../dev/figma/document/parts/text-content.ts'
import { ROOT, Tree } from '../../../dev/figma/document/tree.ts'

type Spec = Partial<Omit<LayerRecord, 'stroke'>> & {
  x?: number
  y?: number
  rotation?: number
  stroke?: Partial<Stroke>
  children?: Spec[]
}

const solid: F.SolidPaint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } }

/** Bounds of the layer named `it` among the layers of a page: [x, y, width, height]. */
function bounds(...layers: Spec[]): number[] | null {
  const { tree, id } = treeOf(layers)
  const rect = absoluteRenderBounds(tree, id)
  return rect && [rect.x, rect.y, rect.width, rect.height].map((value) => Math.round(value * 1e4) / 1e4)
}

function treeOf(layers: Spec[]) {
  const tree = new Tree('Test', () => undefined)
  const page = tree.create(ROOT, { type: 'PAGE', name: 'Page' })
  let found = ''
  const add = (parentId: string, { x = 0, y = 0, rotation = 0, stroke, children = [], ...spec }: Spec) => {
    const transform = turned(movedTo(IDENTITY, { x, y }), rotation)
    const record = { type: 'RECTANGLE' as const, name: 'it', width: 100, height: 50, transform, ...spec }
    const { id } = tree.create(parentId, {
      ...newRecord({ id: '', ...record }),
      stroke: { ...PLAIN_STROKE, ...stroke },
    })
    if (record.name === 'it') found = id
    for (const child of children) add(id, { name: 'child', ...child })
  }
  for (const layer of layers) add(page.id, layer)
  return { tree, id: found }
}

const filled: Spec = { fills: [solid] }
const stroked = (stroke: Partial<Stroke>): Spec => ({ strokes: [solid], stroke })
const shadow = (more: Partial<F.DropShadowEffect> = {}): F.DropShadowEffect => ({
  ...{ type: 'DROP_SHADOW', visible: true, color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 4 }, radius: 10 },
  blendMode: 'NORMAL',
  ...more,
})

test('a filled layer is drawn in its box', () => {
  expect(bounds({ ...filled, x: 10, y: 20 })).toEqual([10, 20, 100, 50])
})

test.each([
  ['hidden', { ...filled, visible: false }],
  ['clear', { ...filled, opacity: 0 }],
  ['without paints', {}],
  ['with hidden paints', { fills: [{ ...solid, visible: false }], strokes: [{ ...solid, opacity: 0 }] }],
  ['with an image that is none', { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: null }] }],
  ['without size', { ...filled, width: 0, height: 0 }],
  ['without height', { ...filled, height: 0 }],
  ['with strokes of no weight', stroked({ weight: 0 })],
  ['a vector without paths', { ...filled, type: 'VECTOR' }],
  ['a text without letters', { ...filled, type: 'TEXT', text: { ...PLAIN_TEXT, characters: ' \n' } }],
  ['an empty group', { type: 'GROUP' }],
  ['a frame of hidden layers', { type: 'FRAME', children: [{ ...filled, visible: false }] }],
] as [string, Spec][])('nothing is drawn of a layer that is %s', (_what, layer) => {
  expect(bounds(layer)).toBeNull()
})

test('nothing is drawn in a hidden frame', () => {
  expect(bounds({ type: 'FRAME', name: 'frame', visible: false, children: [{ ...filled, name: 'it' }] })).toBeNull()
})

test.each([
  ['INSIDE', [10, 20, 100, 50]],
  ['CENTER', [7, 17, 106, 56]],
  ['OUTSIDE', [4, 14, 112, 62]],
] as const)('strokes %s', (align, expected) => {
  expect(bounds({ ...filled, ...stroked({ weight: 6, align }), x: 10, y: 20 })).toEqual(expected)
  expect(bounds({ ...stroked({ weight: 6, align }), type: 'ELLIPSE', x: 10, y: 20 })).toEqual(expected)
})

test('strokes of each side reach as far as they are wide', () => {
  const sides = { top: 1, right: 2, bottom: 3, left: 4 }
  expect(bounds(stroked({ align: 'OUTSIDE', sides }))).toEqual([-4, -1, 106, 54])
  expect(bounds(stroked({ align: 'CENTER', sides }))).toEqual([-2, -0.5, 103, 52])
})

test('a line has no height, its strokes have', () => {
  const line = (stroke: Partial<Stroke>) =>
    bounds({ ...stroked({ weight: 4, ...stroke }), type: 'LINE', height: 0, y: 10 })
  expect(line({})).toEqual([0, 8, 100, 4])
  expect(line({ cap: 'SQUARE' })).toEqual([-2, 8, 104, 4])
  expect(line({ cap: 'ROUND' })).toEqual([-2, 8, 104, 4])
  expect(line({ cap: 'CIRCLE_FILLED' })).toEqual([-8, 2, 116, 16])
})

test('corners of strokes are as sharp as their join', () => {
  const corner = (stroke: Partial<Stroke>) =>
    bounds({
      ...stroked({ weight: 4, align: 'CENTER', ...stroke }),
      type: 'VECTOR',
      vectorPaths: [{ windingRule: 'NONE', data: 'M 0 0 L 50 50 L 100 0' }],
    })
  const half = Math.round(2 * Math.SQRT1_2 * 1e4) / 1e4
  const sharp = Math.round(2 * Math.SQRT2 * 1e4) / 1e4
  expect(corner({})).toEqual([-half, -half, 100 + 2 * half, Math.round((50 + half + sharp) * 1e4) / 1e4])
  expect(corner({ join: 'BEVEL' })![3]).toBeCloseTo(50 + 2 * half, 3)
  expect(corner({ miterLimit: 1 })![3]).toBeCloseTo(50 + 2 * half, 3)
  expect(corner({ join: 'ROUND' })![3]).toBeCloseTo(50 + half + 2, 3)
})

test('a vector, an arc and a star are drawn where their outline is', () => {
  const vectorPaths = [{ windingRule: 'NONZERO', data: 'M 0 50 C 0 -50 100 -50 100 50 Z' }] as const
  expect(bounds({ ...filled, type: 'VECTOR', vectorPaths })).toEqual([0, -25, 100, 75])
  const arcData = { startingAngle: 0, endingAngle: Math.PI / 2, innerRadius: 0 }
  expect(bounds({ ...filled, type: 'ELLIPSE', arcData })).toEqual([50, 25, 50, 25])
  expect(bounds({ ...filled, type: 'POLYGON', pointCount: 3, width: 100, height: 100 })).toEqual([
    6.6987, 0, 86.6025, 75,
  ])
})

test('a turned layer is drawn in the upright box around it', () => {
  expect(bounds({ ...filled, x: 10, y: 200, rotation: 90 })).toEqual([10, 100, 50, 100])
  const circle: Spec = { ...filled, type: 'ELLIPSE', width: 100, height: 100, rotation: 45 }
  const [, , width, height] = bounds(circle)!
  expect([width, height]).toEqual([100, 100])
})

test('a shadow reaches as far as its offset, radius and spread', () => {
  expect(bounds({ ...filled, effects: [shadow()] })).toEqual([-10, -6, 120, 70])
  expect(bounds({ ...filled, effects: [shadow({ spread: 5 })] })).toEqual([-15, -11, 130, 80])
  expect(bounds({ ...filled, effects: [shadow({ offset: { x: 100, y: 0 }, radius: 0 })] })).toEqual([0, 0, 200, 50])
  expect(bounds({ ...filled, effects: [shadow({ visible: false })] })).toEqual([0, 0, 100, 50])
  const inner = { ...shadow(), type: 'INNER_SHADOW' as const }
  expect(bounds({ ...filled, effects: [inner] })).toEqual([0, 0, 100, 50])
  expect(bounds({ effects: [shadow()] })).toBeNull()
})

test('a blur of the layer reaches as far as its radius, one of its backdrop stays within', () => {
  const blur = (type: 'LAYER_BLUR' | 'BACKGROUND_BLUR') =>
    ({ type, visible: true, radius: 8, blurType: 'NORMAL' }) as const
  expect(bounds({ ...filled, effects: [blur('LAYER_BLUR')] })).toEqual([-8, -8, 116, 66])
  expect(bounds({ ...filled, effects: [blur('BACKGROUND_BLUR')] })).toEqual([0, 0, 100, 50])
})

test('children reach beyond a frame that does not clip', () => {
  const frame = (clipsContent: boolean): Spec => ({
    ...{ ...filled, type: 'FRAME', clipsContent },
    children: [{ ...filled, x: 80, y: 10, effects: [shadow({ radius: 0 })] }],
  })
  expect(bounds(frame(false))).toEqual([0, 0, 180, 64])
  expect(bounds(frame(true))).toEqual([0, 0, 100, 50])
  expect(bounds({ ...frame(true), ...stroked({ weight: 2, align: 'OUTSIDE' }) })).toEqual([-2, -2, 104, 54])
})

test('a layer is cut by the frames that it lies in', () => {
  const within = (x: number, clipsContent = true): Spec => ({
    ...{ type: 'FRAME', name: 'frame', clipsContent },
    children: [{ ...filled, name: 'it', x }],
  })
  expect(bounds(within(60))).toEqual([60, 0, 40, 50])
  expect(bounds(within(60, false))).toEqual([60, 0, 100, 50])
  expect(bounds(within(100))).toBeNull()
})

test('a group has no space of its own', () => {
  const group: Spec = {
    type: 'GROUP',
    name: 'group',
    x: 10,
    y: 10,
    children: [{ ...filled, name: 'it', x: 10, y: 10 }],
  }
  expect(bounds(group)).toEqual([10, 10, 100, 50])
  expect(
    bounds({
      ...group,
      name: 'it',
      children: [
        { ...filled, x: 10, y: 10 },
        { ...filled, x: 90, y: 40 },
      ],
    }),
  ).toEqual([...[10, 10, 180, 80]])
  const { tree, id } = treeOf([{ type: 'FRAME', name: 'frame', x: 100, children: [group] }])
  const child = tree.get(id).childIds[0] ?? id
  expect(absoluteTransform(tree, child)).toEqual([
    [1, 0, 110],
    [0, 1, 10],
  ])
  expect(absoluteBoundingBox(tree, child)).toEqual({ x: 110, y: 10, width: 100, height: 50 })
})

test('a mask cuts what lies above it and is nothing itself', () => {
  const mask: Spec = { ...filled, isMask: true, width: 30, height: 30 }
  expect(bounds({ type: 'GROUP', children: [mask, { ...filled, x: 10 }] })).toEqual([10, 0, 20, 30])
  expect(bounds({ type: 'GROUP', children: [{ ...filled, x: 10 }, mask] })).toEqual([10, 0, 100, 50])
  expect(bounds({ type: 'GROUP', children: [mask] })).toBeNull()
  expect(bounds({ type: 'GROUP', children: [{ ...mask, fills: [] }, filled] })).toBeNull()
  expect(bounds({ type: 'GROUP', children: [{ ...mask, fills: [], maskType: 'VECTOR' }, filled] })).toEqual([
    0, 0, 30, 30,
  ])
  expect(bounds({ type: 'GROUP', children: [{ ...mask, visible: false }, filled] })).toEqual([0, 0, 100, 50])
  expect(bounds({ ...mask, name: 'mask' }, { ...filled, name: 'it', x: 10 })).toEqual([10, 0, 20, 30])
})

test('a boolean operation is drawn where its outline is, whatever its children show', () => {
  const children: Spec[] = [{ width: 60 }, { x: 40, width: 60 }]
  const layer = (operation: LayerRecord['operation'] & {}): Spec => ({
    ...filled,
    type: 'BOOLEAN_OPERATION',
    operation,
    children,
  })
  expect(bounds(layer('UNION'))).toEqual([0, 0, 100, 50])
  expect(bounds(layer('INTERSECT'))).toEqual([40, 0, 20, 50])
  expect(bounds(layer('SUBTRACT'))).toEqual([0, 0, 40, 50])
  expect(bounds({ ...layer('UNION'), fills: [], children: [filled] })).toBeNull()
  expect(bounds({ ...layer('UNION'), ...stroked({ align: 'OUTSIDE', weight: 5 }) })).toEqual([-5, -5, 110, 60])
})

test('a section hides what lies in it with its contents, and a slice is its box', () => {
  const section: Spec = { ...filled, type: 'SECTION', children: [{ ...filled, x: 80 }] }
  expect(bounds(section)).toEqual([0, 0, 180, 50])
  expect(bounds({ ...section, sectionContentsHidden: true })).toEqual([0, 0, 100, 50])
  expect(bounds({ type: 'SLICE' })).toEqual([0, 0, 100, 50])
  expect(bounds({ type: 'GROUP', children: [{ type: 'SLICE' }] })).toBeNull()
})

test('a text is drawn where its letters are, wherever its box ends', () => {
  const text: TextContent = { ...PLAIN_TEXT, characters: 'ab', autoResize: 'NONE', alignHorizontal: 'RIGHT' }
  const first = { start: 0, end: 1, fills: [solid] }
  const [x, y, width, height] = bounds({ ...filled, type: 'TEXT', text })!
  expect([x! + width!, y! >= 0, y! + height! < 20]).toEqual([100, true, true])
  expect(bounds({ type: 'TEXT', text })).toBeNull()
  expect(bounds({ type: 'TEXT', text: { ...text, runs: [first] } })![2]).toBeCloseTo(width! / 2)
  const [, , , high] = bounds({ ...filled, type: 'TEXT', text: { ...text, characters: 'a\n'.repeat(9) } })!
  expect(high).toBeGreaterThan(100)
})
