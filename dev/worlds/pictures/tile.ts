import { createNoise, fractal, type Noise } from './noise.ts'

/** A square of noise computed once and read many times; it repeats without a seam. `size` is a power of two. */
export interface Tile {
  size: number
  values: Float32Array
}

/** The tile at a place given in repeats: 0 and 1 are the same place. Bilinear. */
export function readTile({ size, values }: Tile, u: number, v: number): number {
  const x = u * size
  const y = v * size
  const floorX = Math.floor(x)
  const floorY = Math.floor(y)
  const left = floorX & (size - 1)
  const right = (floorX + 1) & (size - 1)
  const top = (floorY & (size - 1)) * size
  const bottom = ((floorY + 1) & (size - 1)) * size
  const restX = x - floorX
  const upper = values[top + left]! + (values[top + right]! - values[top + left]!) * restX
  const lower = values[bottom + left]! + (values[bottom + right]! - values[bottom + left]!) * restX
  return upper + (lower - upper) * (y - floorY)
}

/** Cloud-like noise from 1/8 of the tile down to the texel. Made at the first use, shared by every picture. */
export function cloudTile(): Tile {
  cloud ??= fill(512, 11, (noise, x, y) => fractal(noise, x / 64, y / 64, 6, 0.5, 8))
  return cloud
}

/** Film grain and sand: every texel on its own, slightly clumped. */
export function grainTile(): Tile {
  grain ??= fill(256, 12, (noise, x, y) => noise(x * 0.5, y * 0.5, 128) * 0.9 + noise(x * 0.97, y * 0.97, 248) * 0.8)
  return grain
}

function fill(size: number, seed: number, at: (noise: Noise, x: number, y: number) => number): Tile {
  const noise = createNoise(seed)
  const values = new Float32Array(size * size)
  for (let y = 0, index = 0; y < size; y++) {
    for (let x = 0; x < size; x++, index++) values[index] = at(noise, x, y)
  }
  return { size, values }
}

let cloud: Tile | undefined
let grain: Tile | undefined
