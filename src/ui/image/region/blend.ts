import type { Rect, Size } from '../../../shared/picture.ts'
import type { Field } from './drift.ts'

/** RGBA, not premultiplied. */
export interface Pixels extends Size {
  data: Uint8ClampedArray
}

interface Blended {
  /** As large as the crop. */
  answer: Pixels
  /** 0–255, for each px of the crop. */
  weights: Uint8ClampedArray
  /** Whole px of the picture. */
  crop: Rect
  field?: Field | undefined
}

/**
 * Lays an answer into its place in the picture, by its weights. In place: where a weight is 0, and in alpha, nothing
 * changes. A row at a time, as there may be 16 million px.
 */
export function blend(picture: Pixels, { answer, weights, crop, field }: Blended): void {
  const drift = field && driftBy(field, crop)
  for (let y = 0; y < crop.height; y++) {
    const levels = drift?.(y)
    for (let x = 0; x < crop.width; x++) {
      const at = y * crop.width + x
      const weight = weights[at]!
      if (weight === 0) continue
      const share = weight / 255
      const to = ((crop.y + y) * picture.width + crop.x + x) * 4
      for (let channel = 0; channel < 3; channel++) {
        const level = answer.data[at * 4 + channel]! + (levels ? levels[x * 3 + channel]! : 0)
        const before = picture.data[to + channel]!
        picture.data[to + channel] = before + (Math.max(0, Math.min(255, level)) - before) * share
      }
    }
  }
}

/** The levels of a field for each px of a row of the crop: three numbers each, which hold until the next row is asked for. */
function driftBy({ levels, width, height }: Field, crop: Size): (y: number) => Float32Array {
  const [columns, rows] = [spansOf(crop.width, width), spansOf(crop.height, height)]
  const line = new Float32Array(width * 3)
  const row = new Float32Array(crop.width * 3)
  return (y) => {
    const { from, to, share } = rows[y]!
    for (let at = 0; at < line.length; at++) {
      line[at] = levels[from * line.length + at]! * (1 - share) + levels[to * line.length + at]! * share
    }
    for (let x = 0; x < crop.width; x++) {
      const { from, to, share } = columns[x]!
      for (let channel = 0; channel < 3; channel++) {
        row[x * 3 + channel] = line[from * 3 + channel]! * (1 - share) + line[to * 3 + channel]! * share
      }
    }
    return row
  }
}

/** Between the centres of which two px of a smaller row each px lies, and how far from the first; beyond its ends they go on. */
function spansOf(length: number, smaller: number) {
  const clamped = (at: number) => Math.max(0, Math.min(smaller - 1, at))
  return Array.from({ length }, (_, at) => {
    const place = ((at + 0.5) * smaller) / length - 0.5
    const first = Math.floor(place)
    return { from: clamped(first), to: clamped(first + 1), share: place - first }
  })
}
