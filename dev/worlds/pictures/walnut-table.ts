import { colour, mix, palette } from './colour.ts'
import { dim, type Film, lay } from './film.ts'
import { smooth } from './numbers.ts'
import { cloudTile, grainTile, readTile } from './tile.ts'

/** Planks along the picture with grain, pores and joints, in the light of a window with bars. */
export function drawTable(film: Film, seed: number) {
  const tile = cloudTile()
  const fine = grainTile()
  const unit = Math.min(film.width, film.height)
  for (let y = 0; y < film.height; y++) {
    const v = y / unit
    const plank = Math.floor(v / PLANK + 0.35)
    const inPlank = v / PLANK + 0.35 - plank
    const shift = plank * 0.37 + seed * 0.21
    const tone = 0.5 + Math.sin(plank * 12.9) * 0.12
    const joint = 0.3 + 0.7 * smooth(0, 0.012, Math.min(inPlank, 1 - inPlank))
    for (let x = 0; x < film.width; x++) {
      const u = x / unit
      const wave = readTile(tile, u * 0.14 + shift, v * 0.6 + shift) * 0.9
      const rings = Math.sin((inPlank * 1.4 + wave * 1.1 + u * 0.05) * 26) * 0.13
      const fibre = readTile(tile, u * 0.22 + shift, v * 7) * 0.3 + readTile(fine, u * 0.35, v * 5.5 + shift) * 0.126
      lay(film, x, y, walnut(tone + rings + fibre), 1)
      dim(film, x, y, windowLight(u, v) * joint)
    }
  }
}

/** Soft slanting panes of sun across the table. */
function windowLight(u: number, v: number) {
  const along = u * 0.8 + v * 0.6
  const across = v * 0.8 - u * 0.6
  const bars =
    smooth(0.03, 0.1, Math.abs(((along * 1.15 + 10.32) % 1) - 0.5)) *
    smooth(0.02, 0.1, Math.abs(((across * 1.4 + 10.1) % 1) - 0.5))
  return 0.72 + 0.75 * bars * smooth(1.5, 0.5, along)
}

const PLANK = 0.34 // share of the shorter side
export const WALNUT = colour('#7d5437')
const WALNUT_DARK = colour('#3c2416')
const walnut = palette((place) => mix(WALNUT_DARK, WALNUT, place))
