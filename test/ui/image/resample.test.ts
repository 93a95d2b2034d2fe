import { expect, test } from 'vitest'
import type { Size } from '../../../src/shared/picture.ts'
import { resample } from '../../../src/ui/image/resample.ts'
import { upscaledSize } from '../../../src/ui/providers/upscaling.ts'

type Rgba = [red: number, green: number, blue: number, alpha: number]

/** The pixels of a picture, each computed, and of what it becomes at `size`. */
function enlarged(source: Size, size: Size, colourAt: (x: number, y: number) => Rgba, transparent = true) {
  const pixels = new Uint8ClampedArray(source.width * source.height * 4)
  for (let at = 0; at < pixels.length / 4; at++) {
    pixels.set(colourAt(at % source.width, Math.floor(at / source.width)), at * 4)
  }
  const result = new Uint8ClampedArray(size.width * size.height * 4)
  const reads: number[] = []
  resample({
    ...{ source, size, transparent },
    read(top, count) {
      for (let row = top; row < top + count; row++) reads.push(row)
      return pixels.slice(top * source.width * 4, (top + count) * source.width * 4)
    },
    write: (rows, top) => result.set(rows, top * size.width * 4),
  })
  const at = (x: number, y: number) => [...result.subarray((y * size.width + x) * 4, (y * size.width + x) * 4 + 4)]
  return { pixels, result, reads, at }
}

const SMALL = { width: 37, height: 23 }
const mixed = (x: number, y: number): Rgba => [(x * 71 + y * 13) % 256, (x * y * 7) % 256, (x * 3 + y * 91) % 256, 255]

/** As the panel rounds them. */
const SIZES = [1.05, 1.5, 2, 3, 7.3].map((factor) => upscaledSize(SMALL, { factor }, {} as never))

test.each(SIZES)('one colour stays that to the byte, at $width × $height px', (size) => {
  for (const colour of [
    [200, 60, 41, 255],
    [7, 255, 0, 128],
    [90, 90, 90, 1],
  ] as Rgba[]) {
    const { result } = enlarged(SMALL, size, () => colour)
    const expected = new Uint8ClampedArray(result.length)
    for (let at = 0; at < expected.length; at += 4) expected.set(colour, at)
    expect(Buffer.from(result).equals(Buffer.from(expected))).toBe(true)
  }
})

test.each([true, false])('at its own size a picture is itself, whether it may be clear (%s) or not', (transparent) => {
  const { pixels, result } = enlarged(SMALL, SMALL, mixed, transparent)
  expect(result).toEqual(pixels)
})

test('a ramp stays one, each place where it was', () => {
  const width = 60
  const { at } = enlarged({ width, height: 5 }, { width: width * 4, height: 20 }, (x) => [x * 4, 255 - x * 4, 0, 255])
  for (let x = 12; x < (width - 3) * 4; x++) {
    const expected = 4 * ((x + 0.5) / 4 - 0.5)
    const [red, green] = at(x, 10) as Rgba
    expect(Math.abs(red - expected)).toBeLessThanOrEqual(1)
    expect(Math.abs(green - (255 - expected))).toBeLessThanOrEqual(1)
  }
})

test('beside an edge stands what Lanczos-3 has there', () => {
  const { at } = enlarged({ width: 20, height: 4 }, { width: 40, height: 8 }, (x) =>
    x < 10 ? [50, 50, 50, 255] : [150, 150, 150, 255],
  )
  const row = Array.from({ length: 14 }, (_, index) => at(13 + index, 4)[0])
  // A quarter of a px away the weights are 0.0074, −0.0680, 0.2710, 0.8928, −0.1333 and 0.0301.
  expect(row).toEqual([50, 50, 51, 53, 44, 40, 71, 129, 160, 156, 147, 149, 150, 150])
})

test('what is mirrored before is mirrored afterwards', () => {
  const size = { width: 90, height: 51 }
  const one = enlarged(SMALL, size, mixed)
  const other = enlarged(SMALL, size, (x, y) => mixed(SMALL.width - 1 - x, SMALL.height - 1 - y))
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) expect(other.at(x, y)).toEqual(one.at(89 - x, 50 - y))
  }
})

test('what is clear lends its colour to nothing', () => {
  const half = (x: number): Rgba => (x < 8 ? [200, 60, 40, 255] : [0, 255, 0, 0])
  const { result } = enlarged({ width: 16, height: 4 }, { width: 64, height: 16 }, half)
  const seen = Array.from({ length: result.length / 4 }, (_, at) => [...result.subarray(at * 4, at * 4 + 4)] as Rgba)
  const shown = seen.filter(([, , , alpha]) => alpha >= 8)
  expect(shown.length).toBeLessThan(seen.length)
  for (const [red, green, blue] of shown) {
    expect(Math.max(Math.abs(red - 200), Math.abs(green - 60), Math.abs(blue - 40))).toBeLessThanOrEqual(1)
  }
})

test('each row is read once, from the top down, also of a picture of many strips', () => {
  const source = { width: 3, height: 300 }
  const { reads, at } = enlarged(source, { width: 3, height: 450 }, (_, y) => [y % 256, Math.floor(y / 256), 0, 255])
  expect(reads).toEqual(Array.from({ length: 300 }, (_, row) => row))
  expect(at(1, 0)).toEqual([0, 0, 0, 255])
  expect(at(1, 302)).toEqual([201, 0, 0, 255])
})

test('one px becomes many of it', () => {
  const { result } = enlarged({ width: 1, height: 1 }, { width: 5, height: 3 }, () => [10, 20, 30, 255], false)
  expect(result).toEqual(new Uint8ClampedArray(Array(15).fill([10, 20, 30, 255]).flat()))
})
