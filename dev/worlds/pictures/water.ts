import type { Colour } from './colour.ts'
import type { Film } from './film.ts'
import { cloudTile, readTile } from './tile.ts'

export interface Water {
  /** Per column: the y below which there is water. */
  shore: Float32Array
  /** The y of the horizon, where the mirror lies. */
  horizon: number
  deep: Colour
  /** How far waves throw the mirror image, in px at the bottom of the picture. */
  waves: number
  /** How much of the light the mirror keeps, 0…1. */
  mirror: number
}

/** Still water: the mirrored picture, torn by waves that grow towards the eye, over the colour of the deep. */
export function drawWater({ width, height, light }: Film, { shore, horizon, deep, waves, mirror }: Water) {
  const tile = cloudTile()
  const first = Math.floor(horizon)
  for (let y = first; y < height; y++) {
    const near = (y - horizon) / (height - horizon)
    const depth = 1 / (near + 0.045)
    const facing = 1 - near * 0.55
    for (let x = 0; x < width; x++) {
      const edge = shore[x]!
      if (y + 1 < edge) continue
      const cover = Math.min(1, y + 1 - edge)
      const u = ((x - width / 2) / width) * depth * 0.16
      const v = depth * 1.35
      const swell = readTile(tile, u + 0.13, v)
      const wave = swell + readTile(tile, u * 3.1, v * 3.3) * 0.6
      const slope = wave * waves * (0.15 + near)
      const seenX = Math.min(width - 1, Math.max(0, Math.round(x + slope * 0.35)))
      const seenY = Math.round(2 * Math.min(edge, y) - y - (edge - horizon) * 0.15 + slope - Math.abs(slope) * 0.4)
      const from = (Math.min(Math.floor(edge) - 1, Math.max(0, seenY)) * width + seenX) * 3
      const keep = mirror * Math.min(1, Math.max(0.2, facing - wave * 0.12))
      const to = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        const value = light[Math.max(0, from) + channel]! * keep + deep[channel]! * (1 - keep)
        light[to + channel] = light[to + channel]! + (value - light[to + channel]!) * cover
      }
    }
  }
}
