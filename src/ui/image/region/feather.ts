import type { Size } from '../../../shared/picture.ts'

/** Which sides of a crop are the picture's own: nothing lies beyond them that an edge could show against. */
export type Sides = Readonly<Record<'left' | 'top' | 'right' | 'bottom', boolean>>

/**
 * How much of each pixel is taken from an answer, 0–255: the region's alpha, and towards its edge less and less within
 * `radius` px. The edge is softened inwards only: what lies outside the region stays as it is.
 */
export function feathered(alpha: Uint8ClampedArray, size: Size, { radius, open }: { radius: number; open: Sides }) {
  const depth = new Float32Array(alpha.length)
  for (let at = 0; at < alpha.length; at++) depth[at] = alpha[at]! > 0 ? 1 : 0
  const reach = Math.max(0, Math.round(radius / PASSES))
  for (let pass = 0; pass < PASSES && reach > 0; pass++) blur(depth, size, { reach, open })
  const weights = new Uint8ClampedArray(alpha.length)
  for (let at = 0; at < alpha.length; at++) {
    // At a straight edge a blur leaves one half; inside, from the radius on, all of it.
    const share = reach > 0 ? Math.max(0, 2 * depth[at]! - 1) : 1
    weights[at] = alpha[at]! * share
  }
  return weights
}

function blur(values: Float32Array, { width, height }: Size, { reach, open }: { reach: number; open: Sides }) {
  const line = new Float32Array(Math.max(width, height))
  for (let y = 0; y < height; y++) {
    blurLine(values, line, { from: y * width, step: 1, length: width, reach, open: [open.left, open.right] })
  }
  for (let x = 0; x < width; x++) {
    blurLine(values, line, { from: x, step: width, length: height, reach, open: [open.top, open.bottom] })
  }
}

interface Line {
  from: number
  step: number
  length: number
  reach: number
  open: readonly [start: boolean, end: boolean]
}

/** The mean of `reach` px to each side; beyond an open end the last px goes on, beyond another there is nothing. */
function blurLine(values: Float32Array, line: Float32Array, { from, step, length, reach, open }: Line) {
  for (let at = 0; at < length; at++) line[at] = values[from + at * step]!
  const before = open[0] ? line[0]! : 0
  const after = open[1] ? line[length - 1]! : 0
  const valueAt = (at: number) => (at < 0 ? before : at >= length ? after : line[at]!)
  let sum = 0
  for (let at = -reach; at <= reach; at++) sum += valueAt(at)
  for (let at = 0; at < length; at++) {
    values[from + at * step] = sum / (2 * reach + 1)
    sum += valueAt(at + reach + 1) - valueAt(at - reach)
  }
}

/** Two boxes make a slope without corners. */
const PASSES = 2
