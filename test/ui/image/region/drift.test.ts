import { expect, test } from 'vitest'
import { driftOf } from '../../../../src/ui/image/region/drift.ts'

const SIZE = { width: 48, height: 32 }
type Rgb = readonly [number, number, number]

/** A picture of one size, computed; the same with what `change` makes of it; and a region in its middle. */
function compared(change: (colour: Rgb, x: number, y: number) => Rgb, isRegion = middle) {
  const before = new Uint8ClampedArray(SIZE.width * SIZE.height * 4)
  const after = new Uint8ClampedArray(before.length)
  const weights = new Uint8ClampedArray(SIZE.width * SIZE.height)
  for (let at = 0; at < weights.length; at++) {
    const [x, y] = [at % SIZE.width, Math.floor(at / SIZE.width)]
    const colour: Rgb = [90 + x * 2, 60 + y * 3, 140 - x]
    before.set([...colour, 255], at * 4)
    after.set([...change(colour, x, y), 255], at * 4)
    weights[at] = isRegion(x, y) ? 255 : 0
  }
  return { ...SIZE, before, after, weights }
}
const middle = (x: number, y: number) => x >= 14 && x < 34 && y >= 8 && y < 24
const levelAt = (levels: Float32Array, x: number, y: number) => [
  ...levels.subarray((y * 48 + x) * 3, (y * 48 + x) * 3 + 3),
]

test('a cast over the whole answer is taken out, also within the region', () => {
  const field = driftOf(compared(([r, g, b]) => [r + 9, g - 6, b]))!
  for (const [x, y] of [
    [2, 2],
    [14, 16],
    [24, 16],
    [33, 9],
  ] as const) {
    const [red, green, blue] = levelAt(field.levels, x, y)
    expect(red).toBeCloseTo(-9, 1)
    expect(green).toBeCloseTo(6, 1)
    expect(blue).toBeCloseTo(0, 1)
  }
})

test('a cast that grows from left to right is met on both sides of the region', () => {
  const field = driftOf(compared(([r, g, b], x) => [r + x / 3, g + x / 3, b + x / 3]))!
  expect(Math.abs(levelAt(field.levels, 13, 16)[0]! + 13 / 3)).toBeLessThan(1.5)
  expect(Math.abs(levelAt(field.levels, 34, 16)[0]! + 34 / 3)).toBeLessThan(1.5)
})

test('what is painted within the region says nothing of the tone', () => {
  const plain = driftOf(compared(([r, g, b]) => [r + 9, g - 6, b]))!
  const painted = driftOf(compared(([r, g, b], x, y) => (middle(x, y) ? [255, 0, 255] : [r + 9, g - 6, b])))!
  expect(painted.levels).toEqual(plain.levels)
})

test('what was painted anew beside the region is not taken for a cast', () => {
  const field = driftOf(compared(([r, g, b], x) => (x > 40 ? [r + 100, g + 100, b + 100] : [r + 8, g + 8, b + 8])))!
  expect(Math.abs(levelAt(field.levels, 33, 16)[0]! + 8)).toBeLessThan(0.5)
})

test('without drift, or with no more than rounding makes, nothing is done', () => {
  expect(driftOf(compared((colour) => colour))).toBeUndefined()
  const noisy = (colour: Rgb, x: number, y: number) =>
    colour.map((level) => level + (((x * 7 + y * 13) % 5) - 2)) as unknown as Rgb
  expect(driftOf(compared(noisy))).toBeUndefined()
})

test('where all of it is to change there is nothing to compare', () => {
  expect(
    driftOf(
      compared(
        ([r, g, b]) => [r + 20, g, b],
        () => true,
      ),
    ),
  ).toBeUndefined()
})
