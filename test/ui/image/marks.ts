import type { Size } from '../../../src/shared/picture.ts'
import { pixelsOf, sample } from './samples.ts'

/** Squares of five colours, in the corners and in the middle: a crop, a shift or a stretch moves one of them. */
const MARKS = [
  { colour: [255, 0, 0], across: 0, down: 0 },
  { colour: [0, 255, 0], across: 1, down: 0 },
  { colour: [0, 0, 255], across: 0, down: 1 },
  { colour: [255, 255, 0], across: 1, down: 1 },
  { colour: [255, 0, 255], across: 0.5, down: 0.5 },
] as const

export function markedSample(size: Size) {
  const edge = Math.round(Math.min(size.width, size.height) / 5)
  return sample(size, (x, y) => {
    const mark = MARKS.find(({ across, down }) => {
      const left = Math.round(across * (size.width - edge))
      const top = Math.round(down * (size.height - edge))
      return x >= left && x < left + edge && y >= top && y < top + edge
    })
    return mark ? [...mark.colour, 255] : [90, 90, 90, 255]
  })
}

/** The middle of each mark inside a rectangle of a picture, as fractions of that rectangle. */
export async function findMarks(picture: { bytes: Uint8Array }, rect?: Size & { x: number; y: number }) {
  const pixels = await pixelsOf(picture)
  const { x: left, y: top, width, height } = rect ?? { x: 0, y: 0, ...pixels }
  const sums = MARKS.map(() => ({ x: 0, y: 0, count: 0 }))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = sums[markAt(pixels.data, ((top + y) * pixels.width + left + x) * 4)]
      if (!sum) continue
      sum.x += x + 0.5
      sum.y += y + 0.5
      sum.count++
    }
  }
  return sums.map(({ x, y, count }) => ({ x: x / count / width, y: y / count / height }))
}

/** By the side of the middle on which each channel lies; -1 for the grey between the marks. */
function markAt(data: Uint8Array, index: number) {
  const [red, green, blue] = [data[index]!, data[index + 1]!, data[index + 2]!]
  if (Math.max(red, green, blue) < 175) return -1
  return MARKS.findIndex(
    ({ colour }) => colour[0] > 127 === red > 127 && colour[1] > 127 === green > 127 && colour[2] > 127 === blue > 127,
  )
}

/** How far the farthest mark lies from its place, as a fraction of the picture; NaN when one is missing. */
export function farthest(found: { x: number; y: number }[], expected: { x: number; y: number }[]) {
  const distances = found.flatMap(({ x, y }, index) => [
    Math.abs(x - expected[index]!.x),
    Math.abs(y - expected[index]!.y),
  ])
  return Math.max(...distances)
}
