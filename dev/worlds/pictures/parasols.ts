import { type Colour, colour, scale } from './colour.ts'
import { type Film, lay } from './film.ts'
import { clamp, distance, smooth } from './numbers.ts'
import { between, createRandom } from './random.ts'

/** Parasols and towels with their shadows. `inland` tells how far from the water a place is, in shares of the longer side. */
export function drawParasols(film: Film, seed: number, inland: (u: number, v: number) => number) {
  const random = createRandom(seed + 31)
  const { width, height } = film
  const unit = Math.max(width, height)
  let placed = 0
  for (let attempt = 0; attempt < 400 && placed < 13; attempt++) {
    const u = between(random, 0, width / unit)
    const v = between(random, 0, height / unit)
    const away = inland(u, v)
    if (away < 0.1 || away > 0.36) continue
    placed++
    const radius = unit * between(random, 0.0125, 0.0165)
    const cloth = PARASOLS[Math.floor(random() * PARASOLS.length)]!
    const x = u * unit
    const y = v * unit
    drawTowel(film, {
      x: x - radius * 1.5,
      y: y + radius * 0.9,
      long: radius * 1.5,
      turn: between(random, -0.5, 0.5),
      cloth: PARASOLS[Math.floor(random() * PARASOLS.length)]![0],
    })
    drawDisc(film, {
      x: x + radius * 0.85,
      y: y + radius * 0.7,
      radius: radius * 1.04,
      soft: radius * 0.16,
      at: () => SHADOW,
      strength: 0.62,
    })
    drawDisc(film, { x, y, radius, soft: 0.7, strength: 1, at: (dx, dy) => parasolAt(dx, dy, cloth) })
  }
}

function parasolAt(dx: number, dy: number, [plain, stripe]: readonly [Colour, Colour]): Colour {
  const turn = (Math.atan2(dy, dx) / Math.PI + 1) * 4
  const panel = turn - Math.floor(turn)
  const cloth = Math.floor(turn) % 2 === 0 ? plain : stripe
  const light = 0.92 - (dx + dy) * 0.3 - Math.abs(panel - 0.5) * 0.18
  return scale(cloth, light)
}

interface Disc {
  x: number
  y: number
  radius: number
  soft: number
  strength: number
  /** Asked with the place within the disc, −1…1. */
  at: (dx: number, dy: number) => Colour
}

function drawDisc(film: Film, { x, y, radius, soft, strength, at }: Disc) {
  const reach = Math.ceil(radius + soft + 1)
  for (let py = Math.floor(y) - reach; py <= y + reach; py++) {
    for (let px = Math.floor(x) - reach; px <= x + reach; px++) {
      const dx = px + 0.5 - x
      const dy = py + 0.5 - y
      const cover = smooth(radius + soft, radius - soft, distance(dx, dy))
      if (cover > 0) lay(film, px, py, at(dx / radius, dy / radius), cover * strength)
    }
  }
}

function drawTowel(
  film: Film,
  { x, y, long, turn, cloth }: { x: number; y: number; long: number; turn: number; cloth: Colour },
) {
  const reach = Math.ceil(long * 1.3)
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  for (let py = Math.floor(y) - reach; py <= y + reach; py++) {
    for (let px = Math.floor(x) - reach; px <= x + reach; px++) {
      const across = (px + 0.5 - x) * cos + (py + 0.5 - y) * sin
      const along = (py + 0.5 - y) * cos - (px + 0.5 - x) * sin
      const cover = clamp(long * 0.42 - Math.abs(across) + 0.5) * clamp(long - Math.abs(along) + 0.5)
      if (cover <= 0) continue
      const stripe = Math.sin((along / long) * 16) > 0.55 ? WHITE : cloth
      lay(film, px, py, stripe, cover * 0.95)
    }
  }
}

const WHITE = colour('#f4f0e8')
const PARASOLS = [
  [colour('#f4f0e8'), colour('#e2564a')],
  [colour('#f4f0e8'), colour('#f4f0e8', 0.9)],
  [colour('#f2b84b'), colour('#f4f0e8')],
  [colour('#2f7f93'), colour('#f4f0e8')],
] as const
const SHADOW = colour('#5b4a3a', 0.8)
