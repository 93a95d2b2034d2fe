/** A number in [0, 1) at each call; the same seed gives the same numbers on every machine. */
export type Random = () => number

export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 16), 0x45d9f3b5)
    bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
    return ((bits ^ (bits >>> 16)) >>> 0) / 0x100000000
  }
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random()
}
