import type { ImagePaint } from '@figma/plugin-typings/plugin-api-standalone'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imagePlacement } from '../../../dev/figma/painting/image-placement.ts'
import { placementOf } from '../../../src/code/regions/placement.ts'
import { shownPart } from '../../../src/code/regions/shown.ts'
import { after, boxAfter, inverse } from '../../../src/code/regions/transform.ts'

const edge = fc.integer({ min: 1, max: 4000 })
const size = fc.record({ width: edge, height: edge })
const share = fc.double({ min: 0.1, max: 1, noNaN: true })
const crop = fc
  .tuple(share, share, share, share, fc.double({ min: -3, max: 3, noNaN: true }))
  .map(([w, h, x, y, angle]) => ({
    scaleMode: 'CROP' as const,
    imageTransform: [
      [w * Math.cos(angle), -h * Math.sin(angle), x],
      [w * Math.sin(angle), h * Math.cos(angle), y],
    ],
  }))
const other = fc.record({
  scaleMode: fc.constantFrom('FILL', 'FIT', 'TILE' as const),
  rotation: fc.constantFrom(0, 90, 180, 270, -90),
  scalingFactor: share,
})
const paint = fc.oneof(crop, other).map((part) => ({ type: 'IMAGE', imageHash: 'x', ...part }) as unknown as ImagePaint)

test('an image lies on its layer where the simulated Figma paints it', () => {
  fc.assert(
    fc.property(paint, size, size, (paint, image, layer) => {
      const painted = imagePlacement(paint, image, layer)!
      const found = placementOf(paint, image, layer)!
      for (const [x, y] of [
        [0, 0],
        [1, 0],
        [0.3, 0.8],
      ] as const) {
        const expected = painted.map(([a, c, e]) => a * x + c * y + e)
        const point = found.map(([a, c, e]) => a * x * image.width + c * y * image.height + e)
        for (const axis of [0, 1]) expect(point[axis]!).toBeCloseTo(expected[axis]!, 4)
      }
    }),
  )
})

test('there and back again is where it was', () => {
  fc.assert(
    fc.property(paint, size, size, (paint, image, layer) => {
      const there = placementOf(paint, image, layer)!
      const box = boxAfter(after(inverse(there)!, there), { x: 5, y: 7, width: 11, height: 13 })
      expect(
        [box.x, box.y, box.width, box.height]
          .map((part, index) => part - [5, 7, 11, 13][index]!)
          .every((apart) => Math.abs(apart) < 1e-4),
      ).toBe(true)
    }),
  )
})

const image = { width: 1000, height: 800 }
const filled = (part: object) =>
  ({ type: 'IMAGE', imageHash: 'x', scaleMode: 'FILL', ...part }) as unknown as ImagePaint

test('of a crop, the part that shows is told where it is less than half', () => {
  const cropped = (w: number, h: number, x: number, y: number) =>
    shownPart(
      filled({
        scaleMode: 'CROP',
        imageTransform: [
          [w, 0, x],
          [0, h, y],
        ],
      }),
      image,
      { width: 300, height: 300 },
    )
  expect(cropped(0.2, 0.5, 0.1, 0.25)).toEqual({ x: 100, y: 200, width: 200, height: 400 })
  expect(cropped(0.9, 0.9, 0, 0)).toBeUndefined()
  // Beyond the image there is nothing to show.
  expect(cropped(0.5, 0.5, 0.75, -0.25)).toEqual({
    ...{ x: expect.closeTo(750, 6), y: 0 },
    ...{ width: expect.closeTo(250, 6), height: expect.closeTo(200, 6) },
  })
})

test('a banner that is filled shows a strip of its image; what fits or is tiled shows all', () => {
  const banner = { width: 1000, height: 100 }
  expect(shownPart(filled({}), image, banner)).toEqual({ x: 0, y: 350, width: 1000, height: 100 })
  expect(shownPart(filled({ rotation: 90 }), image, { width: 100, height: 1000 })).toEqual({
    x: 0,
    y: 350,
    width: 1000,
    height: 100,
  })
  expect(shownPart(filled({ scaleMode: 'FIT' }), image, banner)).toBeUndefined()
  expect(shownPart(filled({ scaleMode: 'TILE' }), image, banner)).toBeUndefined()
})
