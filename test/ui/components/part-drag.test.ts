import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorAt, type Drag, draggedTo } from '../../../src/ui/components/part-drag.ts'

const PICTURE = { width: 600, height: 400 }
const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })
const start = { x: 100, y: 50, width: 200, height: 100 }
const corner = { x: 100, y: 50 }
const drags = fc
  .tuple(point, point, fc.constantFrom<'draw' | 'move' | 'resize'>('draw', 'move', 'resize'))
  .map(([from, to, does]): Drag => ({ from, to, does, id: 'a', start, anchor: corner }))

test('wherever a drag goes, the part stays within the picture; one that is moved keeps its size', () => {
  fc.assert(
    fc.property(drags, (drag) => {
      const { x, y, width, height } = draggedTo(drag, PICTURE)
      expect(x >= 0 && y >= 0 && width >= 0 && height >= 0).toBe(true)
      expect(x + width <= PICTURE.width && y + height <= PICTURE.height).toBe(true)
      if (drag.does === 'move') expect({ width, height }).toEqual({ width: 200, height: 100 })
    }),
  )
})

test('a corner is pulled from the one across, also over that; the middle pulls none', () => {
  expect(anchorAt({ x: 298, y: 148 }, start, 12)).toEqual(corner)
  expect(anchorAt({ x: 102, y: 148 }, start, 12)).toEqual({ x: 300, y: 50 })
  expect(anchorAt({ x: 200, y: 148 }, start, 12)).toBeUndefined()
  // Of a small part the middle third still moves it.
  expect(anchorAt({ x: 5, y: 5 }, { x: 0, y: 0, width: 10, height: 10 }, 12)).toBeUndefined()
  const over: Drag = { does: 'resize', id: 'a', anchor: corner, from: { x: 298, y: 148 }, to: { x: 40, y: 20 } }
  expect(draggedTo(over, PICTURE)).toEqual({ x: 40, y: 20, width: 60, height: 30 })
})
