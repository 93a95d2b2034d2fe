import { type Colour, colour, mix, scale } from './colour.ts'
import type { Film } from './film.ts'
import { latte } from './latte.ts'
import { clamp, distance, smooth } from './numbers.ts'
import { drawEllipse, drawLine } from './shapes.ts'
import { cloudTile, readTile } from './tile.ts'
import { WALNUT } from './walnut-table.ts'

/** The cup's middle, and how many px its measures of 1 are. */
export interface Cup {
  x: number
  y: number
  unit: number
}

export function drawSaucer(film: Film, { x, y, unit }: Cup) {
  const tile = cloudTile()
  drawEllipse(film, { x, y, long: SAUCER * unit, wide: SAUCER * unit }, (along, aside) => {
    const out = distance(along, aside)
    const slope =
      -0.55 * smooth(0.97, 1, out) +
      0.34 * smooth(0.62, 0.72, out) * smooth(0.985, 0.9, out) +
      0.14 * smooth(0.5, 0.62, out)
    return glaze({ along, aside, out, slope, patch: readTile(tile, along * 0.3, aside * 0.3) })
  })
}

export function drawHandle(film: Film, { x, y, unit }: Cup) {
  const reach = (share: number) => [x + Math.cos(HANDLE) * unit * share, y + Math.sin(HANDLE) * unit * share] as const
  const [fromX, fromY] = reach(0.22)
  const [toX, toY] = reach(0.345)
  drawLine(
    film,
    [
      [fromX + unit * 0.02, fromY + unit * 0.03, unit * 0.026],
      [toX + unit * 0.02, toY + unit * 0.03, unit * 0.026],
    ],
    () => scale(CERAMIC, 0.26),
  )
  drawLine(
    film,
    [
      [fromX, fromY, unit * 0.024],
      [toX, toY, unit * 0.022],
    ],
    (_, aside) => scale(CERAMIC, 0.86 - aside * 0.34 - aside * aside * 0.2),
  )
}

export function drawCup(film: Film, { x, y, unit }: Cup) {
  const radius = CUP * unit
  drawEllipse(film, { x, y, long: radius, wide: radius }, (along, aside) => {
    const out = distance(along, aside)
    const towards = out > 0 ? (along * 0.68 + aside * 0.73) / out : 0
    if (out > RIM) {
      const round = (out - (1 + RIM) / 2) / ((1 - RIM) / 2)
      return scale(CERAMIC, 0.98 + round * towards * -0.3 - Math.max(0, round) * 0.14)
    }
    if (out > BREW) {
      const deep = (RIM - out) / (RIM - BREW)
      return mix(scale(CERAMIC, 0.66 + towards * 0.4 - deep * 0.2), COFFEE_EDGE, deep * 0.16)
    }
    const shade = smooth(0.45, 1, -towards) * smooth(BREW * 0.6, BREW, out)
    return scale(latte(along / BREW, aside / BREW), 1 - shade * 0.5 + towards * 0.05)
  })
}

interface Glaze {
  along: number
  aside: number
  out: number
  /** How steeply the surface rises outwards. */
  slope: number
  patch: number
}

/** White ceramic lit from the upper left; the table's brown comes back from below. */
function glaze({ along, aside, out, slope, patch }: Glaze): Colour {
  const towards = out > 0 ? -(along * -0.68 + aside * -0.73) / out : 0
  const light = 0.74 + towards * slope * 0.9 + patch * 0.02 - (along + aside) * 0.1
  const shine = smooth(0.9, 1, towards) * smooth(0.06, 0.3, slope) * 0.25
  return mix(scale(CERAMIC, clamp(light, 0.08, 1.3) + shine), WALNUT, clamp(0.2 - light * 0.16))
}

export function drawShadow(
  film: Film,
  { x, y, unit }: Cup,
  { radius, throwBy, soft }: { radius: number; throwBy: number; soft: number },
) {
  const disc = {
    x: x + throwBy * unit,
    y: y + throwBy * unit * 1.1,
    long: radius * unit,
    wide: radius * unit,
    soft: soft * unit,
  }
  drawEllipse(film, { ...disc, strength: 0.72 }, () => SHADOW)
}

const SAUCER = 0.4 // radius
const CUP = 0.255 // radius
const RIM = 0.94 // share of the cup's radius
const BREW = 0.845
const HANDLE = 0.62 // radians
const CERAMIC = colour('#f3efe9')
const COFFEE_EDGE = colour('#6b3d1e')
export const SHADOW = colour('#120a06')
