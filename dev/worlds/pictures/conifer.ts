import { type Colour, mix } from './colour.ts'
import { type Film, lay } from './film.ts'
import { clamp } from './numbers.ts'
import { cloudTile, grainTile, readTile } from './tile.ts'

export interface Conifer {
  /** Middle of the foot, in px. */
  x: number
  foot: number
  height: number
  /** Half the width at the foot, as a share of the height. */
  girth: number
  seed: number
  dark: Colour
  lit: Colour
  /** −1 light from the left … 1 from the right. */
  light: number
  /** How far up mist hides the tree, as a share of its height. */
  mist?: number
}

/** A spruce: drooping boughs in rows, ragged with needles, lighter where the sun comes from. */
export function drawConifer(film: Film, { x, foot, height, girth, seed, dark, lit, light, mist = 0 }: Conifer) {
  const tile = cloudTile()
  const needles = grainTile()
  const top = foot - height
  const wide = height * girth
  const boughs = Math.max(6, Math.min(34, height / 9))
  const u = seed * 0.137
  const tones = Array.from({ length: 9 }, (_, step) => mix(dark, lit, step / 8))
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(film.height, foot); y++) {
    const down = (y + 0.5 - top) / height
    const spread = wide * (0.035 + 0.95 * down ** 0.9) * (down > 0.96 ? (1 - down) * 25 : 1)
    const clear = mist ? Math.min(1, (1 - down) / mist) : 1
    const reach = Math.ceil(spread * 1.3) + 1
    for (let step = -reach; step <= reach; step++) {
      const across = step / (spread + 0.7)
      const side = Math.abs(across)
      const wild = readTile(tile, u + (step * 0.11) / (wide + 8), down * 1.3 + u)
      const row = down * boughs * (1 + 0.25 * down) - side * 0.9 + wild * 1.6 + (step < 0 ? 0.45 : 0)
      const phase = row - Math.floor(row)
      const hair = readTile(needles, (step + seed * 91) / 128, (y + step * 0.4) / 110)
      const edge = 0.38 + 0.62 * phase + wild * 0.5 + hair * 0.24
      const cover = Math.min(1, (edge - side) * Math.max(1, spread * 0.22) + 0.2)
      if (cover <= 0) continue
      const bright = clamp(0.12 + across * light * 0.5 + (phase - 0.5) * 0.45 + hair * 0.4)
      lay(film, Math.round(x) + step, y, tones[Math.round(bright * 8)]!, cover * clear)
    }
  }
}
