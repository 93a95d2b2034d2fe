/** Of each place along a longer edge: the source's px that it is made of, and how much of each. */
export interface Taps {
  /** The first of `TAPS` px in a row; px before the first and after the last are the edge's own. */
  starts: Int32Array
  /** `TAPS` a place; they add up to 1. */
  weights: Float32Array
}

/** Where `to` px lie over `from`, neither edge shifted. For `to` of at least `from`. */
export function tapsFor(from: number, to: number): Taps {
  const starts = new Int32Array(to)
  const weights = new Float32Array(to * TAPS)
  for (let place = 0; place < to; place++) {
    const middle = ((place + 0.5) * from) / to - 0.5
    const start = Math.floor(middle) - LOBES + 1
    const kernel = Array.from({ length: TAPS }, (_, tap) => lanczos(start + tap - middle))
    const sum = kernel.reduce((total, weight) => total + weight, 0)
    starts[place] = start
    for (let tap = 0; tap < TAPS; tap++) weights[place * TAPS + tap] = kernel[tap]! / sum
  }
  return { starts, weights }
}

/** `away` is in px of the source. */
function lanczos(away: number): number {
  if (away === 0) return 1
  if (Math.abs(away) >= LOBES) return 0
  const angle = Math.PI * away
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle)
}

export const LOBES = 3
export const TAPS = 2 * LOBES
