/** Numbers from 0 to 1, the same row of them for the same seed (mulberry32). */
export type Random = () => number

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number that is the same for the same text. */
export function seedOf(text: string): number {
  let hash = 2166136261
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619)
  return hash >>> 0
}

/** Smooth noise from 0 to 1 over the plane: three octaves, the largest blob `scale` px wide. */
export function createNoise(random: Random, scale: number) {
  const grid = Float32Array.from({ length: GRID * GRID }, random)
  const at = (x: number, y: number) => grid[(y & (GRID - 1)) * GRID + (x & (GRID - 1))]!
  const octave = (x: number, y: number) => {
    const [left, top] = [Math.floor(x), Math.floor(y)]
    const [across, down] = [smooth(x - left), smooth(y - top)]
    const upper = at(left, top) + (at(left + 1, top) - at(left, top)) * across
    const lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * across
    return upper + (lower - upper) * down
  }
  return (x: number, y: number) => {
    const [u, v] = [x / scale, y / scale]
    return octave(u, v) * 0.55 + octave(u * 2.1 + 17, v * 2.1 + 5) * 0.3 + octave(u * 4.3 + 3, v * 4.3 + 29) * 0.15
  }
}

const smooth = (t: number) => t * t * (3 - 2 * t)
const GRID = 64 // cells; a power of two
