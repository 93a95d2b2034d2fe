import { type Colour, mix } from './colour.ts'
import { createFilm, type Film, type Size } from './film.ts'
import { distance, smooth } from './numbers.ts'
import { enlarge } from './resize.ts'
import { cloudTile, readTile } from './tile.ts'

export interface Sky {
  zenith: Colour
  horizon: Colour
  /** Where the horizon lies, 0 (top)…1 (bottom) of the picture. */
  horizonAt: number
  sun: { x: number; y: number; colour: Colour; reach: number }
  clouds?: { lit: Colour; shade: Colour; cover: number; scale: number; seed: number }
}

/** The sky down to a little below the horizon, the rest black. Drawn at a third of the size: it has no edges. */
export function createSky(size: Size, sky: Sky): Film {
  const small = createFilm(Math.ceil(size.width / 3), Math.ceil(size.height / 3))
  const colourAt = skyColours(size, sky)
  const last = Math.min(small.height, Math.ceil((sky.horizonAt + 0.11) * small.height))
  for (let y = 0, at = 0; y < last; y++) {
    for (let x = 0; x < small.width; x++, at += 3) {
      const [red, green, blue] = colourAt((x + 0.5) / small.width, (y + 0.5) / small.height)
      small.light[at] = red
      small.light[at + 1] = green
      small.light[at + 2] = blue
    }
  }
  return enlarge(small, size.width, size.height, Math.ceil((sky.horizonAt + 0.1) * size.height))
}

function skyColours({ width, height }: Size, { zenith, horizon, horizonAt, sun, clouds }: Sky) {
  const ratio = width / height
  const tile = cloudTile()
  const shiftU = clouds ? clouds.seed * 0.377 : 0

  function clear(x: number, up: number): Colour {
    const base = mix(horizon, zenith, 1 - Math.exp(-up * 2.6))
    const away = distance((x - sun.x) * ratio, (horizonAt - up * horizonAt - sun.y) * 1.25)
    const glow = Math.exp(-away / sun.reach) * 0.9 + Math.exp(-((away / (sun.reach * 0.22)) ** 2)) * 1.6
    return [base[0] + sun.colour[0] * glow, base[1] + sun.colour[1] * glow, base[2] + sun.colour[2] * glow]
  }

  return (x: number, y: number): Colour => {
    const up = Math.max(0, horizonAt - y) / horizonAt
    const behind = clear(x, up)
    if (!clouds || y > horizonAt) return behind
    // A flat ceiling of clouds seen from below: it closes up and thins out towards the horizon.
    const depth = 1 / (up + 0.16)
    const u = (x - 0.5) * ratio * depth * clouds.scale + shiftU
    const v = depth * clouds.scale * 0.8
    const swirl = readTile(tile, u * 0.23 + 0.2, v * 0.23)
    const dense = readTile(tile, u + swirl * 0.05, v + swirl * 0.04) + swirl * 0.55
    const cover = smooth(0.42 - clouds.cover, 1.05 - clouds.cover, dense) * smooth(0.02, 0.2, up)
    if (cover <= 0) return behind
    const towards = sun.x - x
    const nearer = readTile(tile, u + swirl * 0.05 + towards * 0.05, v + swirl * 0.04 - 0.022)
    const lit = smooth(-0.35, 0.45, dense - nearer * 0.9 - cover * 0.25)
    return mix(behind, mix(clouds.shade, clouds.lit, lit), cover * 0.92)
  }
}
