import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextCrop } from '../../../../src/ui/image/region/context-crop.ts'
import { SHAPES } from '../shapes.ts'

const size = fc.record({ width: fc.integer({ min: 1, max: 6000 }), height: fc.integer({ min: 1, max: 6000 }) })
const number = fc.double({ min: -2000, max: 7000, noNaN: true })
const region = fc.record({
  ...{ x: number, y: number },
  width: fc.double({ min: 0.1, max: 6000, noNaN: true }),
  height: fc.double({ min: 0.1, max: 6000, noNaN: true }),
})

test('a crop lies in the picture in whole px and holds what there is of the region', () => {
  fc.assert(
    fc.property(size, region, fc.double({ min: 0, max: 2, noNaN: true }), (picture, region, margin) => {
      const crop = contextCrop(region, picture, { margin, shapes: SHAPES })
      const right = Math.min(picture.width, region.x + region.width)
      const bottom = Math.min(picture.height, region.y + region.height)
      const [left, top] = [Math.max(0, region.x), Math.max(0, region.y)]
      if (right <= left || bottom <= top) return crop === undefined || right > left - 1
      if (!crop) return false
      const { x, y, width, height } = crop
      return (
        [x, y, width, height].every(Number.isInteger) &&
        x >= 0 &&
        y >= 0 &&
        x + width <= picture.width &&
        y + height <= picture.height &&
        x <= left &&
        y <= top &&
        x + width >= right &&
        y + height >= bottom
      )
    }),
  )
})

const inside = { width: 4000, height: 3000 }

test('where there is room, a crop has the shape that the model takes nearest to it, and the region in its middle', () => {
  const crop = contextCrop({ x: 2000, y: 1500, width: 400, height: 300 }, inside, { margin: 0.25, shapes: SHAPES })!
  const ratio = crop.width / crop.height
  expect(Math.min(...SHAPES.map(({ width, height }) => Math.abs(Math.log(ratio / (width / height)))))).toBeLessThan(
    0.005,
  )
  expect(crop.width).toBeGreaterThanOrEqual(600)
  expect(Math.abs(crop.x + crop.width / 2 - 2200)).toBeLessThanOrEqual(1)
  expect(Math.abs(crop.y + crop.height / 2 - 1650)).toBeLessThanOrEqual(1)
})

test('near a corner it is pushed into the picture rather than made smaller', () => {
  const wanted = { margin: 0.5, shapes: SHAPES }
  const middle = contextCrop({ x: 2000, y: 1500, width: 300, height: 300 }, inside, wanted)!
  const corner = contextCrop({ x: -100, y: 2900, width: 400, height: 400 }, inside, wanted)!
  expect(corner).toMatchObject({ x: 0, y: 3000 - corner.height })
  expect(middle.width).toBe(600)
  expect(corner.width).toBeGreaterThanOrEqual(400)
})

test('of a speck, enough is sent to tell what it lies in', () => {
  const crop = contextCrop({ x: 1000.4, y: 1000.4, width: 3, height: 3 }, inside, { margin: 0.25, shapes: [] })
  expect(crop).toMatchObject({ width: 256, height: 256 })
})

test('of a region beside the picture there is nothing to send', () => {
  expect(contextCrop({ x: 4000, y: 0, width: 50, height: 50 }, inside, { margin: 1, shapes: SHAPES })).toBeUndefined()
})
