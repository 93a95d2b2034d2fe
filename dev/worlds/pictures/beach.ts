import { type Colour, colour, mix, palette, ramp } from './colour.ts'
import { develop } from './develop.ts'
import { createFilm, dim, type Film, lay, type Size } from './film.ts'
import { clamp, smooth } from './numbers.ts'
import { drawParasols } from './parasols.ts'
import { cloudTile, grainTile, readTile } from './tile.ts'

/** A beach from straight above: deep water, turquoise shallows, foam, wet and dry sand, parasols. */
export function drawBeach(size: Size, seed: number): Uint8ClampedArray {
  const { width, height } = size
  const film = createFilm(width, height)
  const grain = grainTile()
  const tile = cloudTile()
  const unit = Math.max(width, height)
  const shift = seed * 0.37
  const seawards = shoreline(width / unit, shift)
  const spot: Spot = { x: 0, y: 0, u: 0, v: 0, out: 0, calm: 0, shift }
  for (spot.y = 0; spot.y < height; spot.y++) {
    for (spot.x = 0; spot.x < width; spot.x++) {
      spot.u = spot.x / unit
      spot.v = spot.y / unit
      spot.out = seawards(spot.u, spot.v)
      spot.calm = readTile(tile, spot.u * 0.9 + shift, spot.v * 0.9)
      const wet = smooth(-0.012, 0.03, spot.out)
      if (wet < 1) laySand(film, spot)
      if (wet > 0) layWater(film, spot, wet)
      if (spot.out > -0.02 && spot.out < 0.26) lay(film, spot.x, spot.y, FOAM, foamAt(spot))
      dim(film, spot.x, spot.y, 1 + readTile(grain, spot.u * 9, spot.v * 9) * (wet > 0.5 ? 0.02 : 0.05))
    }
  }
  drawParasols(film, seed, (u, v) => -seawards(u, v))
  return develop(film, { exposure: 1.12, bloom: 0.08, vignette: 0.28, grain: 4, contrast: 1.12 })
}

/** A place of the picture: in px, in shares of its longer side, and how far out at sea (the same shares). */
interface Spot {
  x: number
  y: number
  u: number
  v: number
  out: number
  calm: number
  shift: number
}

/** Distance from the water's edge, positive in the sea. The shore runs aslant. */
function shoreline(wide: number, shift: number) {
  const tile = cloudTile()
  return (u: number, v: number) => {
    const bays =
      readTile(tile, u * 0.22 + shift, v * 0.3 + 0.4) * 0.1 + readTile(tile, u * 0.9, v * 0.9 + shift) * 0.018
    return (wide * 0.56 - u) * 0.86 + (v - 0.3) * 0.36 + bays
  }
}

function laySand(film: Film, { x, y, u, v, out, calm }: Spot) {
  const tile = cloudTile()
  const wet = smooth(-0.075, -0.01, out + calm * 0.012)
  const trod = readTile(tile, u * 4.5, v * 4.5) * 0.5 + readTile(tile, u * 13, v * 13) * 0.5
  lay(film, x, y, sand(0.5 + calm * 0.4 + trod * 0.35), 1)
  dim(film, x, y, 1 + trod * 0.13)
  lay(film, x, y, SAND_WET, wet)
}

function layWater(film: Film, { x, y, u, v, out, calm, shift }: Spot, cover: number) {
  const tile = cloudTile()
  const reef = readTile(tile, u * 0.7 + 0.3, v * 0.7 + shift)
  lay(film, x, y, sea(out * 1.5 + calm * 0.07 + smooth(0.15, 0.6, out) * reef * 0.2), cover)
  // Light gathers in a net of bright lines on the floor of shallow water.
  const bend = readTile(tile, u * 3, v * 3) * 0.02
  const net = clamp(1 - Math.abs(readTile(tile, u * 5.1 + bend, v * 5.1)) * 2.6)
  const chop = readTile(tile, u * 6 + v * 3, v * 12 - u * 4) * 0.1 * smooth(0.02, 0.4, out)
  lay(film, x, y, REEF, smooth(0.3, 0.75, reef) * smooth(0.16, 0.34, out) * 0.55)
  dim(film, x, y, 1 + (net * net * net * smooth(0.5, 0.06, out) * 0.34 + chop) * cover)
}

/** Three rolling lines of foam and the thin lace the last wave left on the sand. */
function foamAt({ u, v, out, shift }: Spot) {
  const tile = cloudTile()
  const torn = readTile(tile, u * 3.4 + shift, v * 3.4)
  const lace = 1 - Math.abs(readTile(tile, u * 6.3, v * 6.3 + torn * 0.03)) * 3.4
  const bubbles = readTile(tile, u * 22, v * 22)
  let foam = 0
  for (const [at, wide, strength] of BREAKERS) {
    const place = out - at - readTile(tile, u * 0.8 + at * 9, v * 0.8) * 0.02
    const front = smooth(-0.006, 0, place) * smooth(wide, 0, place)
    foam = Math.max(
      foam,
      front * strength * clamp(0.55 + torn * 0.8 + lace * 0.55 * smooth(0, wide, place) + bubbles * 0.4),
    )
    foam = Math.max(foam, smooth(-0.004, 0, place) * smooth(wide * 3.4, 0, place) * clamp(lace) * strength * 0.75)
  }
  return clamp(foam)
}

const SAND = colour('#dcbf96')
const SAND_PALE = colour('#efdcb9')
const SAND_WET = colour('#a98a63', 0.85)
const FOAM = colour('#ffffff', 1.04)
const REEF = colour('#17505a', 0.75)
const SEA: readonly (readonly [number, Colour])[] = [
  [0, colour('#d3dcc0')],
  [0.08, colour('#9fdcd0')],
  [0.22, colour('#46bec2')],
  [0.5, colour('#138fa6')],
  [0.85, colour('#0a5c83')],
  [1, colour('#0a4a72')],
]
const sea = palette((place) => ramp(SEA, place))
const sand = palette((place) => mix(SAND, SAND_PALE, place))
const BREAKERS = [
  [-0.012, 0.03, 1],
  [0.06, 0.026, 0.95],
  [0.155, 0.022, 0.7],
] as const
