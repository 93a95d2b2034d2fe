import { GROUND, restoreAlpha } from '../../src/ui/image/alpha.ts'
import type { Look } from '../../src/ui/image/look.ts'
import type { Size } from '../worlds/pictures/film.ts'
import type { Raster } from './pictures.ts'

/** What the panel's worker compares: on one ground, each px the mean of those that it covers. */
export function lookOf({ data, ...large }: Raster, { width, height }: Size): Look {
  const narrow = averaged(grounded(data), { rows: large.height, from: large.width, to: width })
  const small = averaged(turned(narrow, width, large.height), { rows: width, from: large.height, to: height })
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  const upright = turned(small, height, width)
  for (let at = 0; at < width * height; at++) pixels.set(upright.subarray(at * 3, at * 3 + 3), at * 4)
  return { width, height, pixels }
}

/** As the panel gives an answer the alpha that it lost: nearest px, which is fine enough here. */
export function withAlphaOf(source: Raster, answer: Raster): Raster {
  const isClear = ({ data }: Raster) => data.some((value, at) => at % 4 === 3 && value < 255)
  if (!isClear(source) || isClear(answer)) return answer
  const { width, height } = answer
  const mask = new Uint8ClampedArray(answer.data.length)
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * source.height) / height) * source.width
    for (let x = 0; x < width; x++) {
      mask[(y * width + x) * 4 + 3] = source.data[(row + Math.floor((x * source.width) / width)) * 4 + 3]!
    }
  }
  const data = answer.data.slice()
  restoreAlpha(data, mask)
  return { ...answer, data }
}

function grounded(data: Uint8ClampedArray): Float32Array {
  const result = new Float32Array((data.length / 4) * 3)
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const shown = data[from + 3]! / 255
    for (let channel = 0; channel < 3; channel++) {
      result[to + channel] = data[from + channel]! * shown + GROUND[channel]! * (1 - shown)
    }
  }
  return result
}

/** Each row made shorter. */
function averaged(pixels: Float32Array, { rows, from, to }: { rows: number; from: number; to: number }): Float32Array {
  const result = new Float32Array(rows * to * 3)
  const share = to / from
  for (let place = 0; place < to; place++) {
    const [start, end] = [place / share, (place + 1) / share]
    for (let x = Math.floor(start); x < Math.min(from, end); x++) {
      const weight = (Math.min(x + 1, end) - Math.max(x, start)) * share
      for (let row = 0; row < rows; row++) {
        for (let channel = 0; channel < 3; channel++) {
          result[(row * to + place) * 3 + channel]! += pixels[(row * from + x) * 3 + channel]! * weight
        }
      }
    }
  }
  return result
}

/** Rows become columns. */
function turned(pixels: Float32Array, width: number, height: number): Float32Array {
  const result = new Float32Array(pixels.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3
      result.set(pixels.subarray(from, from + 3), (x * height + y) * 3)
    }
  }
  return result
}
