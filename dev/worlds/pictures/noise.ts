import { createRandom } from './random.ts'

/** Smooth noise in about -1…1 that repeats every `period` cells (at most 256). */
export type Noise = (x: number, y: number, period?: number) => number

export function createNoise(seed: number): Noise {
  const { order, slopesX, slopesY } = shuffledLattice(seed)

  function corner(cellX: number, cellY: number, x: number, y: number) {
    const at = order[(order[cellX]! + cellY) & 255]!
    return slopesX[at]! * x + slopesY[at]! * y
  }

  return (x, y, period = 256) => {
    const floorX = Math.floor(x)
    const floorY = Math.floor(y)
    const restX = x - floorX
    const restY = y - floorY
    const left = period === 256 ? floorX & 255 : wrap(floorX, period)
    const top = period === 256 ? floorY & 255 : wrap(floorY, period)
    const right = left + 1 === period ? 0 : left + 1
    const bottom = top + 1 === period ? 0 : top + 1
    const easedX = restX * restX * restX * (restX * (restX * 6 - 15) + 10)
    const easedY = restY * restY * restY * (restY * (restY * 6 - 15) + 10)
    const upper = corner(left, top, restX, restY)
    const lower = corner(left, bottom, restX, restY - 1)
    const above = upper + (corner(right, top, restX - 1, restY) - upper) * easedX
    const below = lower + (corner(right, bottom, restX - 1, restY - 1) - lower) * easedX
    return (above + (below - above) * easedY) * 1.5
  }
}

/** Noise on noise: each octave twice as fine and `gain` times as strong. About -1…1. */
export function fractal(noise: Noise, x: number, y: number, octaves: number, gain = 0.5, period = 256): number {
  let sum = 0
  let strength = 1
  let cells = period
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x, y, Math.min(cells, 256)) * strength
    strength *= gain
    cells *= 2
    x *= 2
    y *= 2
  }
  return sum * (1 - gain) * 1.6
}

function shuffledLattice(seed: number) {
  const random = createRandom(seed)
  const order = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (let index = 255; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index]!
    order[index] = order[other]!
    order[other] = kept
  }
  const turn = (index: number) => (index / 256) * Math.PI * 2
  return {
    order,
    slopesX: Float32Array.from({ length: 256 }, (_, index) => Math.cos(turn(index))),
    slopesY: Float32Array.from({ length: 256 }, (_, index) => Math.sin(turn(index))),
  }
}

function wrap(cell: number, period: number) {
  const rest = cell % period
  return rest < 0 ? rest + period : rest
}
