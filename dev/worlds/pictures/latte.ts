import { type Colour, colour, mix, ramp, scale } from './colour.ts'
import { clamp, distance, smooth } from './numbers.ts'
import { cloudTile, grainTile, readTile } from './tile.ts'

/** Crema with a leaf of milk poured into it; x and y run −1…1 across the cup. */
export function latte(x: number, y: number): Colour {
  const tile = cloudTile()
  const turn = -0.5
  const swirlX = readTile(tile, x * 0.25, y * 0.25) * 0.07
  const swirlY = readTile(tile, x * 0.25 + 0.5, y * 0.25) * 0.05
  const across = x * Math.cos(turn) - y * Math.sin(turn) + swirlX
  const along = x * Math.sin(turn) + y * Math.cos(turn) + swirlY
  const out = distance(x, y)
  const place = (along + 0.78) / 1.5
  const envelope = 0.78 * Math.sin(clamp(place) * Math.PI) ** 0.55 * (1 - place * 0.3)
  const side = Math.abs(across)
  const stripes = Math.sin(
    (along * 1.1 + readTile(tile, x * 0.6, y * 0.6) * 0.05 - Math.sqrt(side + 0.01) * 0.62) * 27 + 1.2,
  )
  const stem = smooth(0.05, 0.0, side) * smooth(0.85, 0.6, Math.abs(along))
  const leaf =
    smooth(-0.75, 0.45, stripes) *
    smooth(0.05, -0.06, side - envelope + stripes * 0.03) *
    smooth(0, 0.04, place) *
    smooth(1.02, 0.97, place)
  const milk = Math.max(leaf * (1 - stem * 0.6), 0)
  const foam = readTile(tile, x * 1.7, y * 1.7)
  const crema = ramp(CREMA, clamp(out + foam * 0.1))
  const bubble = smooth(0.62, 0.8, readTile(grainTile(), x * 0.5, y * 0.5)) * smooth(0.6, 0.95, out) * 0.4
  return mix(mix(crema, MILK, milk * 0.94), scale(MILK, 0.7), bubble)
}

const MILK = colour('#f6e6cd')
const CREMA = [
  [0, colour('#a9682f')],
  [0.7, colour('#96561f')],
  [0.93, colour('#713c14')],
  [1, colour('#45220b')],
] as const
