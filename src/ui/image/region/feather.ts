import type { Size } from '../../../shared/picture.ts'

/** Which sides of a crop are the picture's own: nothing lies beyond them that an edge could show against. */
export type Sides = Readonly<Record<'left' | 'top' | 'right' | 'bottom', boolean>>

/**
 * How much of each pixel is taken from an answer, 0–255: the region's alpha, and towards its edge less and less within
 * `radius` px. The edge is softened inwards only: what lies outside the region stays as it is.
 */
export function feathered(alpha: Uint8ClampedArray, size: Size, { radius, open }: { radius: number; open: Sides }) {
  const reach = Math.max(0, Math.round(radius / PASSES))
  if (reach === 0) return alpha
  const depth = new Float32Array(alpha.length)
  for (let at = 0; at < alpha.length; at++) depth[at] = alpha[at]! > 0 ? 1 : 0
  for (let pass = 0; pass < PASSES; pass++) blur(depth, size, { reach, open })
  const weights = new Uint8ClampedArray(alpha.length)
  for (let at = 0; at < alpha.length; at++) {
    // At a straight edge a blur leaves one half; inside, from the radius on, all of it.
    weights[at] = alpha[at]! * Math.max(0, 2 * depth[at]! - 1)
  }
  return weights
}

function blur(values: Float32Array, { width, height }: Size, { reach, open }: { reach: number; open: Sides }) {
  const rows = { step: 1, length: width, next: width, count: height, open: [open.left, open.right] } as const
  const columns = { step: width, length: height, next: 1, count: width, open: [open.top, open.bottom] } as const
  for (const lines of [rows, columns]) blurLines(values, lines, reach)
}

interface Lines {
  /** From one value of a line to the next, and how many it has. */
  step: number
  length: number
  /** From one line to the next, and how many there are. */
  next: number
  count: number
  open: readonly [start: boolean, end: boolean]
}

/**
 * The mean of `reach` values to each side; beyond an open end the last one goes on, beyond another there is nothing. Some
 * lines at a time: columns lie beside each other in memory, and one by one they take ten times as long.
 */
function blurLines(values: Float32Array, { step, length, next, count, open }: Lines, reach: number) {
  const padded = new Float32Array((length + 2 * reach + 1) * AT_ONCE)
  const sums = new Float32Array(AT_ONCE)
  const part = 1 / (2 * reach + 1)
  for (let first = 0; first < count; first += AT_ONCE) {
    const taken = Math.min(AT_ONCE, count - first)
    const start = first * next
    for (let at = 0; at < length + 2 * reach + 1; at++) {
      const inside = Math.max(0, Math.min(length - 1, at - reach))
      const isThere = at < reach ? open[0] : at - reach < length || open[1]
      const from = start + inside * step
      for (let line = 0; line < taken; line++) padded[at * AT_ONCE + line] = isThere ? values[from + line * next]! : 0
    }
    sums.fill(0)
    for (let at = 0; at < 2 * reach * AT_ONCE; at++) sums[at % AT_ONCE]! += padded[at]!
    for (let at = 0; at < length; at++) {
      const [to, gone, come] = [start + at * step, at * AT_ONCE, (at + 2 * reach) * AT_ONCE]
      for (let line = 0; line < taken; line++) {
        sums[line]! += padded[come + line]!
        values[to + line * next] = sums[line]! * part
        sums[line]! -= padded[gone + line]!
      }
    }
  }
}

/** Two boxes make a slope without corners. */
const PASSES = 2
/** Lines */
const AT_ONCE = 16
