import { expect, test } from 'vitest'
import { fitted, toCanvas, toDocument, zoomedAt } from '../../../dev/host/canvas/viewport.ts'

test('the point under the pointer stays where it is while zooming', () => {
  const before = { zoom: 0.5, x: 30, y: -20 }
  const pointer = { x: 200, y: 100 }
  const after = zoomedAt(before, pointer, 3)
  expect(after.zoom).toBe(1.5)
  expect(toDocument(after, pointer)).toEqual(toDocument(before, pointer))
})

test('zooming ends somewhere', () => {
  expect(zoomedAt({ zoom: 1, x: 0, y: 0 }, { x: 0, y: 0 }, 1e9).zoom).toBe(64)
  expect(zoomedAt({ zoom: 1, x: 0, y: 0 }, { x: 0, y: 0 }, 1e-9).zoom).toBe(0.02)
})

test('fitting shows everything in the middle of what is free', () => {
  const viewport = fitted({ x: -100, y: 0, width: 2000, height: 1000 }, { x: 0, y: 0, width: 800, height: 600 })
  expect(toCanvas(viewport, { x: 900, y: 500 })).toEqual({ x: 400, y: 300 })
  expect(toCanvas(viewport, { x: -100, y: 0 }).x).toBeGreaterThan(0)
})

test('fitting shows small things in their own size', () => {
  expect(fitted({ x: 0, y: 0, width: 10, height: 10 }, { x: 0, y: 0, width: 800, height: 600 }).zoom).toBe(1)
})
