import { blurMask } from './blur.ts'
import { colour, mix, scale } from './colour.ts'
import { type Film, lay, type Mask } from './film.ts'
import { clamp, smooth } from './numbers.ts'
import { BUN, type Origin } from './profile.ts'
import { between, type Random } from './random.ts'
import { drawLine } from './shapes.ts'
import { cloudTile, readTile } from './tile.ts'

/** Skin, hair and cloth within the mask, in shade but for the edges, which the sun behind gilds. */
export function drawFigure(film: Film, mask: Mask, { x: left, y: top, unit }: Origin) {
  const { width, height } = film
  const tile = cloudTile()
  const narrow = blurMask(mask, unit * 0.008)
  const broad = blurMask(mask, unit * 0.03)
  const reach = Math.round(unit * 0.012)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const cover = mask.cover[at]!
      if (cover <= 0) continue
      const u = (x - left) / unit
      const v = (y - top) / unit
      const shifted = y * width + Math.min(width - 1, x + reach)
      const edge = clamp((1 - narrow.cover[Math.max(0, shifted - reach * width)]!) * 1.5)
      const glow = clamp(1 - broad.cover[shifted]!)
      const hair = hairAt(u, v)
      const cloth = smooth(0.0, 0.025, v - 0.735 - Math.abs(u - 0.44) * 0.28 + (u > 0.5 ? (u - 0.5) * 0.1 : 0))
      const strand =
        readTile(tile, u * 0.5 + v * 0.35, (v - u * 0.4) * 2.4) * 0.5 + readTile(tile, u * 1.3, v * 6) * 0.3
      const base = mix(mix(SKIN, HAIR, hair), CLOTH, cloth)
      const sheen = hair * (1 - cloth) * clamp(strand) * 0.9
      const fill = 0.5 + 0.5 * smooth(0.25, 0.7, u)
      let seen = scale(base, fill + sheen)
      seen = mix(seen, scale(mix(RIM, SKIN_GLOW, 1 - hair), 0.8), glow * 0.42 * (1 - cloth * 0.4))
      seen = mix(seen, RIM, edge * (0.55 + 0.3 * hair + Math.max(0, strand) * 0.3 * hair))
      lay(film, x, y, seen, Math.min(1, cover))
    }
  }
}

/** 1 where hair covers the head: behind a line from the brow over the ear to the nape. */
function hairAt(u: number, v: number) {
  const ragged = readTile(cloudTile(), u * 2.2, v * 0.7) * 0.018
  const line = 0.628 - 0.165 * smooth(0.2, 0.46, v) - Math.max(0, v - 0.46) * 0.75 + ragged
  return smooth(0.022, -0.022, u - line)
}

/** Loose hairs, nearly along the head, caught by the light. */
export function drawWisps(film: Film, random: Random, { x: left, y: top, unit }: Origin) {
  for (let wisp = 0; wisp < 90; wisp++) {
    const around = between(random, -3.4, -0.55)
    const onBun = wisp % 3 === 0
    const centre = onBun ? { ...BUN, flat: 0.86 } : { x: 0.455, y: 0.37, radius: 0.203, flat: 1 }
    const away = between(random, 0.0, 0.011)
    const long = between(random, 0.1, 0.5) * (random() < 0.5 ? -1 : 1) * (onBun ? 1.6 : 1)
    const at = (share: number) => {
      const turn = around + long * share
      const reach = centre.radius * 0.985 + away * Math.sin(share * 3.6)
      return [
        left + (centre.x + Math.cos(turn) * reach) * unit,
        top + (centre.y + Math.sin(turn) * reach * centre.flat) * unit,
        unit * 0.0009 * (1.3 - share),
      ] as const
    }
    const stops = Array.from({ length: 7 }, (_, index) => at(index / 6))
    drawLine(film, stops, () => WISP)
  }
}

const SKIN = colour('#7d4a35', 0.62)
const SKIN_GLOW = colour('#ffb27a', 1)
const HAIR = colour('#3a2014', 0.7)
const CLOTH = colour('#8d8577', 0.55)
const RIM = colour('#ffdf9e', 1.9)
const WISP = colour('#c58a48', 0.9)
