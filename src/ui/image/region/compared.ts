import type { Rect, Size } from '../../../shared/picture.ts'
import { withinLimit } from '../fit.ts'
import type { Pixels } from './blend.ts'
import type { Compared } from './drift.ts'

interface Patching {
  picture: Pixels
  /** Whole px of the picture. */
  crop: Rect
  /** As large as the crop. */
  answer: Pixels
  /** 0–255, for each px of the crop. */
  weights: Uint8ClampedArray
}

/** A crop as it was and as it came back, in one small size, where only tones are left. */
export function comparedIn({ picture, crop, answer, weights }: Patching): Compared {
  const size = withinLimit(crop, EDGE)
  const { width, height } = size
  return {
    ...{ width, height },
    before: reduced(picture, crop, size),
    after: reduced(answer, { x: 0, y: 0, width: crop.width, height: crop.height }, size),
    weights: around(mostOf(weights, crop, size), size),
  }
}

/** The mean of each channel. By hand: a canvas would have to hold all of it once more. */
function reduced({ data, width }: Pixels, part: Rect, size: Size): Uint8ClampedArray {
  const sums = new Float64Array(size.width * size.height * 4)
  const counts = new Float64Array(size.width * size.height)
  const columns = columnsOf(part, size)
  for (let y = 0; y < part.height; y++) {
    const row = Math.floor((y * size.height) / part.height) * size.width
    let from = ((part.y + y) * width + part.x) * 4
    for (let x = 0; x < part.width; x++) {
      const to = row + columns[x]!
      counts[to]!++
      for (let channel = 0; channel < 4; channel++) sums[to * 4 + channel]! += data[from++]!
    }
  }
  return Uint8ClampedArray.from(sums, (sum, at) => sum / counts[at >> 2]!)
}

/** The largest weight within each small px. */
function mostOf(weights: Uint8ClampedArray, from: Size, size: Size): Uint8ClampedArray {
  const most = new Uint8ClampedArray(size.width * size.height)
  const columns = columnsOf(from, size)
  for (let y = 0; y < from.height; y++) {
    const row = Math.floor((y * size.height) / from.height) * size.width
    for (let x = 0; x < from.width; x++) {
      const [to, weight] = [row + columns[x]!, weights[y * from.width + x]!]
      if (weight > most[to]!) most[to] = weight
    }
  }
  return most
}

/** Which small column each px falls into. */
const columnsOf = (from: Size, size: Size) =>
  Uint16Array.from({ length: from.width }, (_, x) => Math.floor((x * size.width) / from.width))

/** The largest of each px and those next to it: what mixes with a px that changes says nothing. */
function around(most: Uint8ClampedArray, { width, height }: Size): Uint8ClampedArray {
  return most.map((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    const near = (column: number, row: number) =>
      column >= 0 && column < width && row >= 0 && row < height ? most[row * width + column]! : 0
    return Math.max(...AROUND.map(([across, down]) => near(x + across, y + down)))
  })
}

const AROUND = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const))
/** px, the longer edge */
const EDGE = 96
