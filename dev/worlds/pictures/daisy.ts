import { colour, mix, palette, scale } from './colour.ts'
import { type Film, lay } from './film.ts'
import { clamp, distance, smooth } from './numbers.ts'
import { between, type Random } from './random.ts'
import { drawLine } from './shapes.ts'

export interface Daisy {
  x: number
  y: number
  radius: number
  /** Height of the flower as seen, as a share of its width. */
  tilt: number
  sharp: boolean
}

export function drawDaisy(film: Film, random: Random, { x, y, radius, tilt, sharp }: Daisy) {
  const lean = between(random, -0.5, 0.5) * radius
  const thick = radius * 0.055
  drawLine(
    film,
    [
      [x, y, thick],
      [x + lean * 0.4, y + radius * 2, thick * 1.05],
      [x + lean, Math.max(film.height + 4, y + radius * 4), thick * 1.2],
    ],
    (_, aside) => scale(STEM, 1.05 - aside * 0.5),
  )
  const petals = Array.from({ length: 2 }, () => petalsOf(random, sharp ? 19 : 15))
  const reach = Math.ceil(radius * 1.05)
  const edge = 1.4 / radius
  for (let py = Math.floor(y) - reach; py <= y + reach; py++) {
    for (let px = Math.floor(x) - reach; px <= x + reach; px++) {
      const dx = (px + 0.5 - x) / radius
      const dy = (py + 0.5 - y) / radius
      const out = distance(dx, dy / tilt)
      if (out > 1.05) continue
      const turn = Math.atan2(dy / tilt, dx)
      for (const [row, of] of petals.entries()) {
        const { cover, tone } = petalAt(of, turn, { out, edge })
        if (cover <= 0) continue
        const sun = 0.9 + dx * 0.12 - dy * 0.2
        lay(film, px, py, white(tone * (row === 0 ? 0.62 : 1) * sun * (0.78 + 0.22 * smooth(0.24, 0.6, out))), cover)
      }
      drawHeart(film, { px, py, dx, dy: (dy + 0.05) / (tilt * 0.35 + 0.65), edge })
    }
  }
}

/** The yellow middle: a cushion of florets set in spirals. */
function drawHeart(
  film: Film,
  { px, py, dx, dy, edge }: { px: number; py: number; dx: number; dy: number; edge: number },
) {
  const out = distance(dx, dy) / HEART
  if (out > 1.1) return
  const turn = Math.atan2(dy, dx)
  const ring = Math.sqrt(out) * 8
  const floret = Math.sin(turn * 21 + ring * 4.2) * Math.sin(turn * 13 - ring * 5.1)
  const light = 0.86 - dy * 1.7 + dx * 0.7 + floret * 0.24 - smooth(0.7, 1, out) * 0.3
  lay(
    film,
    px,
    py,
    scale(mix(HEART_COLOUR, HEART_DEEP, smooth(0.35, 0, out) * 0.5), light),
    clamp(((1 - out) * HEART) / edge + 0.5),
  )
}

interface Petal {
  turn: number
  long: number
  wide: number
}

function petalsOf(random: Random, count: number): Petal[] {
  const start = random() * 6
  return Array.from({ length: count }, (_, index) => ({
    turn: start + ((index + between(random, -0.22, 0.22)) / count) * Math.PI * 2,
    long: between(random, 0.86, 1),
    wide: between(random, 0.115, 0.15),
  }))
}

function petalAt(petals: readonly Petal[], turn: number, { out, edge }: { out: number; edge: number }) {
  const count = petals.length
  const nearest = Math.round(((turn - petals[0]!.turn) / (Math.PI * 2)) * count)
  let cover = 0
  let tone = 0
  for (let neighbour = -2; neighbour <= 2; neighbour++) {
    const petal = petals[(nearest + neighbour + count * 2) % count]!
    const away = turn - petal.turn
    const bent = away - Math.round(away / (Math.PI * 2)) * Math.PI * 2
    if (Math.abs(bent) > 0.9) continue
    const along = out * Math.cos(bent)
    const aside = out * Math.sin(bent)
    const share = along / petal.long
    if (share <= 0.1 || share > 1.02) continue
    const wide = petal.wide * Math.min(1, share * 1.8) * Math.sqrt(clamp((1 - share) * 7))
    const here = clamp((wide - Math.abs(aside)) / edge + 0.5)
    if (here <= 0) continue
    const fold = Math.abs(aside) / (wide + 0.001)
    const groove = Math.cos((aside / petal.wide) * 9) * 0.06
    const shade = 0.97 - fold * fold * 0.3 + groove - (aside > 0 ? 0.1 : 0)
    tone = cover > 0 ? tone + (shade - tone) * here : shade
    cover = Math.max(cover, here)
  }
  return { cover, tone }
}

const HEART = 0.27 // share of the flower's radius
const STEM = colour('#5d8238', 0.62)
const PETAL = colour('#ffffff', 1.02)
const PETAL_SHADE = colour('#9fa7b4', 0.85)
const white = palette((place) => mix(PETAL_SHADE, PETAL, place))
const HEART_COLOUR = colour('#f7bd1e')
const HEART_DEEP = colour('#d98a0b')
