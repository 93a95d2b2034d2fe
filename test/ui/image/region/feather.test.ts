import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feathered } from '../../../../src/ui/image/region/feather.ts'

const CLOSED = { left: false, top: false, right: false, bottom: false }
const OPEN = { left: true, top: true, right: true, bottom: true }
const line = (...alpha: number[]) => new Uint8ClampedArray(alpha)

test('an edge is softened inwards, evenly and without a jump', () => {
  const alpha = new Uint8ClampedArray(60).fill(255, 20, 60)
  const weights = feathered(alpha, { width: 60, height: 1 }, { radius: 10, open: OPEN })
  expect([...weights.subarray(0, 20)]).toEqual(Array(20).fill(0))
  const slope = [...weights.subarray(20, 32)]
  expect(slope).toEqual([...slope].sort((one, other) => one - other))
  expect(slope.slice(1).every((weight, at) => weight - slope[at]! < 80)).toBe(true)
  expect(weights[20]).toBeLessThan(60)
  expect([...weights.subarray(31)]).toEqual(Array(29).fill(255))
})

test('the border of the picture is no edge, that of a crop is one', () => {
  const all = new Uint8ClampedArray(50 * 50).fill(255)
  const size = { width: 50, height: 50 }
  expect(feathered(all, size, { radius: 8, open: OPEN }).every((weight) => weight === 255)).toBe(true)
  const cropped = feathered(all, size, { radius: 8, open: { ...CLOSED, left: true } })
  expect([cropped[25 * 50]!, cropped[25 * 50 + 49]! < 60, cropped[25]! < 60]).toEqual([255, true, true])
})

test('a soft edge of a layer stays as it is drawn', () => {
  const soft = Uint8ClampedArray.from({ length: 256 }, (_, at) => at)
  const weights = feathered(soft, { width: 256, height: 1 }, { radius: 4, open: OPEN })
  for (let at = 8; at < 256; at++) expect(weights[at]).toBe(at)
})

test('nothing outside of the region, and never more than its alpha', () => {
  fc.assert(
    fc.property(
      fc.uint8ClampedArray({ minLength: 64, maxLength: 64 }),
      fc.integer({ min: 0, max: 20 }),
      (alpha, radius) => {
        const weights = feathered(alpha, { width: 8, height: 8 }, { radius, open: CLOSED })
        return weights.every((weight, at) => weight <= alpha[at]!)
      },
    ),
  )
})

test('without a radius it is the alpha itself', () => {
  expect([...feathered(line(0, 120, 255), { width: 3, height: 1 }, { radius: 0, open: CLOSED })]).toEqual([0, 120, 255])
})
