import { blurFilm } from './blur.ts'
import { type Colour, colour, mix, ramp, scale } from './colour.ts'
import { drawDaisy } from './daisy.ts'
import { develop } from './develop.ts'
import { createFilm, type Film, paint, type Size } from './film.ts'
import { clamp, distance } from './numbers.ts'
import { between, createRandom, type Random } from './random.ts'
import { enlarge } from './resize.ts'
import { addBokeh, drawLine } from './shapes.ts'
import { cloudTile, readTile } from './tile.ts'

/** Daisies in a meadow through a long lens: three sharp ones, the rest dissolved. */
export function drawDaisies(size: Size, seed: number): Uint8ClampedArray {
  const random = createRandom(seed)
  const far = meadow({ width: Math.ceil(size.width / 4), height: Math.ceil(size.height / 4) }, random)
  let near = enlarge(far, Math.ceil(size.width / 2), Math.ceil(size.height / 2))
  const half = Math.min(near.width, near.height)
  drawStand(near, random, { count: 5, radius: 0.075 * half, from: 0.3, to: 0.75 })
  near = blurFilm(near, half * 0.009)
  drawBlades(near, random, 14)
  const film = enlarge(blurFilm(near, half * 0.004), size.width, size.height)
  const unit = Math.min(size.width, size.height)
  for (const { x, y, radius, tilt } of SHARP) {
    drawDaisy(film, random, { x: x * size.width, y: y * size.height, radius: radius * unit, tilt, sharp: true })
  }
  return develop(film, {
    exposure: 1.12,
    bloom: 0.16,
    vignette: 0.34,
    grain: 4,
    contrast: 1.1,
    shadows: [0.012, 0.02, 0.012],
  })
}

function meadow(size: Size, random: Random) {
  let film = createFilm(size.width, size.height)
  const tile = cloudTile()
  const unit = Math.min(size.width, size.height)
  paint(film, (x, y) => {
    const u = x / size.width
    const v = y / size.height
    const patch = readTile(tile, u * 0.5, v * 0.22) * 0.35
    return mix(
      ramp(MEADOW, clamp(v + patch * 0.5)),
      SUNLIT,
      clamp(0.75 - distance(u - 0.78, v * 0.9) * 1.1 + patch) * 0.9,
    )
  })
  drawBlades(film, random, 60)
  drawStand(film, random, { count: 13, radius: unit * 0.05, from: 0.22, to: 0.8 })
  film = blurFilm(film, unit * 0.035)
  for (let light = 0; light < 34; light++) {
    const x = between(random, 0.25, 1.05) * size.width
    const y = random() ** 1.5 * size.height * 0.5
    addBokeh(film, {
      x,
      y,
      radius: unit * between(random, 0.02, 0.05),
      colour: scale(random() < 0.7 ? GLINT : WARM_GLINT, between(random, 0.05, 0.3)),
    })
  }
  return film
}

function drawStand(
  film: Film,
  random: Random,
  { count, radius, from, to }: { count: number; radius: number; from: number; to: number },
) {
  for (let flower = 0; flower < count; flower++) {
    const x = between(random, -0.02, 1.02) * film.width
    const y = between(random, from, to) * film.height
    drawDaisy(film, random, {
      x,
      y,
      radius: radius * between(random, 0.7, 1.15),
      tilt: between(random, 0.35, 0.8),
      sharp: false,
    })
  }
}

function drawBlades(film: Film, random: Random, count: number) {
  const { width, height } = film
  for (let blade = 0; blade < count; blade++) {
    const x = random() * width
    const lean = between(random, -0.2, 0.2) * height
    const tall = between(random, 0.3, 0.75) * height
    const green = mix(BLADE_DARK, BLADE, random())
    const thick = Math.min(width, height) * between(random, 0.004, 0.011)
    drawLine(
      film,
      [
        [x, height * 1.02, thick],
        [x + lean * 0.25, height - tall * 0.6, thick * 0.8],
        [x + lean, height - tall, 0.3],
      ],
      (along, aside) => scale(green, 0.7 + along * 0.7 + aside * 0.25),
    )
  }
}

const SHARP = [
  { x: 0.71, y: 0.62, radius: 0.13, tilt: 0.62 },
  { x: 0.2, y: 0.5, radius: 0.165, tilt: 0.72 },
  { x: 0.46, y: 0.37, radius: 0.215, tilt: 0.8 },
]
const MEADOW = [
  [0, colour('#9db566', 0.8)],
  [0.45, colour('#5f8a3c', 0.62)],
  [1, colour('#1d3a1a', 0.5)],
] as const
const SUNLIT = colour('#f3e7a0', 0.95)
const GLINT: Colour = [0.9, 1, 0.5]
const WARM_GLINT: Colour = [1, 0.85, 0.55]
const BLADE = colour('#7fa845', 0.8)
const BLADE_DARK = colour('#2a4a1e', 0.7)
