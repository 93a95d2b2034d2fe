import { colour, scale } from './colour.ts'
import { develop } from './develop.ts'
import { type Film, lay, type Size } from './film.ts'
import { clamp, distance } from './numbers.ts'
import { between, createRandom, type Random } from './random.ts'
import { createSky } from './sky.ts'
import { drawTower } from './tower.ts'
import { drawWater } from './water.ts'

/** A skyline across a river, just after sunset, windows lit. */
export function drawCity(size: Size, seed: number): Uint8ClampedArray {
  const { width, height } = size
  const quay = Math.round(height * QUAY)
  const film = createSky(size, {
    zenith: colour('#12518c', 0.42),
    horizon: colour('#d9a58c', 0.62),
    horizonAt: QUAY,
    sun: { x: 0.72, y: 0.7, colour: colour('#ff9440', 0.75), reach: 0.2 },
    clouds: { lit: colour('#f7a27e', 0.62), shade: colour('#34507c', 0.4), cover: 0.4, scale: 0.26, seed: seed + 4 },
  })
  const random = createRandom(seed)
  for (let row = 0; row < ROWS.length; row++) drawRow(film, random, { quay, ...ROWS[row]! })
  drawQuay(film, random, quay)
  drawWater(film, {
    shore: new Float32Array(width).fill(quay + 1),
    horizon: quay,
    deep: colour('#0b1730', 0.5),
    waves: height * 0.055,
    mirror: 0.82,
  })
  return develop(film, {
    exposure: 1.25,
    bloom: 0.2,
    vignette: 0.32,
    grain: 5,
    contrast: 1.12,
    shadows: [0.016, 0.016, 0.034],
  })
}

interface Row {
  quay: number
  /** Height of its towers, as a share of the picture's height. */
  low: number
  high: number
  /** Width of a tower as a share of the picture's height. */
  slim: number
  haze: number
  floor: number
}

function drawRow(film: Film, random: Random, { quay, low, high, slim, haze, floor }: Row) {
  const { width, height } = film
  let x = -slim * height * random()
  while (x < width) {
    const wide = height * slim * between(random, 0.6, 1.45)
    const centre = (x + wide / 2) / width
    const downtown = Math.exp(-(((centre - 0.42) / 0.24) ** 2))
    const tall = height * (low + (high - low) * (0.18 + 0.82 * downtown) * between(random, 0.35, 1))
    drawTower(film, random, { x, wide, tall, quay, haze, floor: Math.max(3, floor * height) })
    x += wide * between(random, 0.82, 1.12)
  }
}

/** Street lamps and their pools of light along the water. */
function drawQuay(film: Film, random: Random, quay: number) {
  const { width, height } = film
  const wall = Math.max(3, Math.round(height * 0.012))
  for (let y = quay - wall; y <= quay; y++) {
    for (let x = 0; x < width; x++) lay(film, x, y, colour('#14131c'), 1)
  }
  const radius = Math.max(1.4, height * 0.0028)
  for (let x = random() * 20; x < width; x += height * between(random, 0.02, 0.045)) {
    const lamp = scale(random() < 0.85 ? colour('#ffb65c') : colour('#e8f0ff'), between(random, 4, 9))
    for (let dy = -3; dy <= 3; dy++) {
      for (let dx = -3; dx <= 3; dx++) {
        lay(film, Math.round(x) + dx, quay - wall - 2 + dy, lamp, clamp(radius + 0.5 - distance(dx, dy)))
      }
    }
  }
}

const QUAY = 0.7 // share of the height
const ROWS = [
  { low: 0.08, high: 0.36, slim: 0.04, haze: 0.74, floor: 0.006 },
  { low: 0.07, high: 0.6, slim: 0.06, haze: 0.42, floor: 0.0075 },
  { low: 0.04, high: 0.4, slim: 0.075, haze: 0.14, floor: 0.0095 },
  { low: 0.02, high: 0.17, slim: 0.09, haze: 0, floor: 0.012 },
]
