import { expect, test } from 'vitest'
import { newRecord } from '../../../dev/figma/document/layer-record.ts'
import { PLAIN_LAYOUT } from '../../../dev/figma/document/parts/auto-layout.ts'
import { PLAIN_STROKE } from '../../../dev/figma/document/parts/stroke.ts'
import { PLAIN_TEXT } from '../../../dev/figma/document/parts/text-content.ts'
import type { SceneLayer } from '../../../dev/figma/editor.ts'
import { layerAt, layersIn } from '../../../dev/host/canvas/pick.ts'
import { placedIn } from '../../../dev/host/canvas/placed.ts'

const solid = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } } as const

function layer(id: string, x: number, y: number, part: Partial<SceneLayer> = {}): SceneLayer {
  return {
    ...newRecord({ id, type: 'RECTANGLE', name: id, width: 100, height: 100, clipsContent: false, fills: [solid] }),
    type: 'RECTANGLE',
    children: [],
    transform: [
      [1, 0, x],
      [0, 1, y],
    ],
    ...part,
  }
}

const at = (layers: SceneLayer[], x: number, y: number) => layerAt(placedIn(layers), { x, y })?.layer.id
const within = (layers: SceneLayer[], x: number, y: number, width: number, height: number) =>
  layersIn(placedIn(layers), { x, y, width, height }).map((one) => one.layer.id)

test('a click takes the topmost layer, and what lies in a frame before the frame', () => {
  const frame = layer('frame', 200, 0, { type: 'FRAME', children: [layer('child', 10, 10, { width: 20, height: 20 })] })
  expect(at([layer('below', 0, 0), layer('above', 50, 0)], 75, 50)).toBe('above')
  expect(at([frame], 215, 15)).toBe('child')
  expect(at([frame], 280, 80)).toBe('frame')
  expect(at([frame], 500, 500)).toBeUndefined()
})

test('a click goes through what is hidden, empty, clipped away or outside an ellipse', () => {
  expect(at([layer('hidden', 0, 0, { visible: false })], 50, 50)).toBeUndefined()
  expect(at([layer('empty', 0, 0, { fills: [{ ...solid, visible: false }] })], 50, 50)).toBeUndefined()
  expect(at([layer('frame', 0, 0, { clipsContent: true, children: [layer('child', 80, 0)] })], 150, 50)).toBeUndefined()
  expect(at([layer('ellipse', 0, 0, { type: 'ELLIPSE' })], 5, 5)).toBeUndefined()
  expect(at([layer('ellipse', 0, 0, { type: 'ELLIPSE' })], 50, 50)).toBe('ellipse')
})

test('a group is hit through what lies in it, never by paints of its own', () => {
  const group = layer('group', 0, 0, { type: 'GROUP', fills: [], children: [layer('child', 10, 10, { width: 20 })] })
  expect(at([group], 15, 15)).toBe('child')
  expect(at([group], 80, 80)).toBeUndefined()
})

test('a boolean operation is hit where its outline is, what lies in it not at all', () => {
  const children = [layer('one', 0, 0), layer('other', 0, 0, { width: 50 })]
  const operation = layer('operation', 0, 0, { type: 'BOOLEAN_OPERATION', operation: 'SUBTRACT', children })
  expect(at([operation], 75, 50)).toBe('operation')
  expect(at([operation], 25, 50)).toBeUndefined()
})

test('a line, a vector and letters are hit where they are seen', () => {
  const stroked = { fills: [], strokes: [solid], stroke: { ...PLAIN_STROKE, weight: 4 } }
  const line = layer('line', 0, 20, { type: 'LINE', height: 0, ...stroked })
  expect([at([line], 50, 21), at([line], 50, 30)]).toEqual(['line', undefined])
  expect(layerAt(placedIn([line]), { x: 50, y: 30 }, 12)?.layer.id).toBe('line')
  const vectorPaths = [{ windingRule: 'NONZERO', data: 'M 0 0 L 100 0 L 0 100 Z' }] as const
  const vector = layer('vector', 0, 0, { type: 'VECTOR', vectorPaths })
  expect([at([vector], 20, 20), at([vector], 80, 80)]).toEqual(['vector', undefined])
  const text = (characters: string) => layer('text', 0, 0, { type: 'TEXT', text: { ...PLAIN_TEXT, characters } })
  expect([at([text('a')], 90, 90), at([text(' ')], 90, 90)]).toEqual(['text', undefined])
})

test('a click goes through what a mask or a round corner cuts away', () => {
  const mask = layer('mask', 0, 0, { type: 'ELLIPSE', isMask: true })
  const masked = layer('group', 0, 0, { type: 'GROUP', fills: [], children: [mask, layer('masked', 0, 0)] })
  expect([at([masked], 50, 50), at([masked], 5, 5)]).toEqual(['masked', undefined])
  const frame = { type: 'FRAME', clipsContent: true, cornerRadius: 50, children: [layer('child', 0, 0)] } as const
  expect([at([layer('frame', 0, 0, frame)], 50, 50), at([layer('frame', 0, 0, frame)], 5, 5)]).toEqual([
    'child',
    undefined,
  ])
})

test('a click goes through what a section hides, and finds what auto layout puts on top', () => {
  const children = [layer('first', 0, 0), layer('second', 0, 0)]
  const section = layer('section', 0, 0, { type: 'SECTION', sectionContentsHidden: true, children })
  expect(at([section], 50, 50)).toBe('section')
  const autoLayout = { ...PLAIN_LAYOUT, mode: 'HORIZONTAL' as const, itemReverseZIndex: true }
  expect(at([layer('frame', 0, 0, { type: 'FRAME', autoLayout, children })], 50, 50)).toBe('first')
})

test('a click finds a rotated layer where it is seen', () => {
  const turned = layer('turned', 100, 0, {
    transform: [
      [0, -1, 100],
      [1, 0, 0],
    ],
  })
  expect(at([turned], 50, 50)).toBe('turned')
  expect(at([turned], 150, 50)).toBeUndefined()
})

test('a marquee takes whole frames, and of a frame that it cuts the children it touches', () => {
  const frame = layer('frame', 0, 0, {
    type: 'FRAME',
    children: [layer('left', 0, 0, { width: 40 }), layer('right', 60, 0)],
  })
  expect(within([frame, layer('loose', 300, 0)], -10, -10, 400, 200)).toEqual(['frame', 'loose'])
  expect(within([frame], -10, -10, 60, 60)).toEqual(['left'])
})

test('a marquee takes a group that it touches as one, and a line by where it lies', () => {
  const group = layer('group', 0, 0, { type: 'GROUP', fills: [], children: [layer('child', 0, 0)] })
  const line = layer('line', 200, 20, { type: 'LINE', height: 0 })
  expect(within([group, line], 50, 10, 20, 20)).toEqual(['group'])
  expect(within([group, line], 220, 10, 20, 20)).toEqual(['line'])
})
