import { expect, test } from 'vitest'
import { newRecord } from '../../../dev/figma/document/layer-record.ts'
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
