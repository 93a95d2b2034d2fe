import type { Size } from '../../../shared/picture.ts'
import type { Rect } from '../fit.ts'
import { between, type Field } from './drift.ts'

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
 * changes.
 */
export function blend(picture: Pixels, { answer, weights, crop, field }: Blended): void {
  for (let y = 0; y < crop.height; y++) {
    for (let x = 0; x < crop.width; x++) {
      const at = y * crop.width + x
      const weight = weights[at]!
      if (weight === 0) continue
      const share = weight / 255
      const to = ((crop.y + y) * picture.width + crop.x + x) * 4
      for (let channel = 0; channel < 3; channel++) {
        const drift = field ? levelAt(field, { x, y, channel, crop }) : 0
        const level = answer.data[at * 4 + channel]! + drift
        const before = picture.data[to + channel]!
        picture.data[to + channel] = before + (Math.max(0, Math.min(255, level)) - before) * share
      }
    }
  }
}

const levelAt = (field: Field, { x, y, channel, crop }: { x: number; y: number; channel: number; crop: Size }) =>
  between(field.levels, field, {
    x: ((x + 0.5) * field.width) / crop.width - 0.5,
    y: ((y + 0.5) * field.height) / crop.height - 0.5,
    channel,
  })
