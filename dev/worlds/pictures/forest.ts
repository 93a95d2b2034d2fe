import { colour, mix, ramp } from './colour.ts'
import { drawConifer } from './conifer.ts'
import { develop } from './develop.ts'
import { createFilm, type Film, lay, type Size } from './film.ts'
import { createNoise, fractal } from './noise.ts'
import { clamp, distance, smooth } from './numbers.ts'
import { between, createRandom } from './random.ts'
import { enlarge } from './resize.ts'
import { cloudTile, readTile } from './tile.ts'

/** Spruce ridges one behind the other, morning mist between them, the sun somewhere behind it. */
export function drawForest(size: Size, seed: number): Uint8ClampedArray {
  const film = mistySky(size, seed)
  for (let layer = 0; layer < LAYERS; layer++) drawRidge(film, layer / (LAYERS - 1), seed * 17 + layer)
  return develop(film, {
    exposure: 1.06,
    bloom: 0.14,
    vignette: 0.3,
    grain: 4,
    contrast: 1.1,
    shadows: [0.02, 0.03, 0.036],
  })
}

function mistySky({ width, height }: Size, seed: number) {
  const small = createFilm(Math.ceil(width / 4), Math.ceil(height / 4))
  const tile = cloudTile()
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const across = x / small.width
      const down = y / small.height
      const sun = Math.exp(-distance((across - SUN.x) * (width / height), down - SUN.y) / 0.3)
      const cloud = readTile(tile, across * 0.4 + seed * 0.3, down * 1.1) * 0.09
      const sky = mix(ramp(SKY, clamp(down * 1.5 + cloud)), SUN.colour, sun * 0.95)
      lay(small, x, y, sky, 1)
    }
  }
  return enlarge(small, width, height)
}

/** `near` is 0 for the farthest ridge, 1 for the nearest. */
function drawRidge(film: Film, near: number, seed: number) {
  const { width, height } = film
  const random = createRandom(seed)
  const noise = createNoise(seed)
  const tall = height * (0.045 + 0.34 * near ** 1.7)
  const line = Float32Array.from({ length: width + 1 }, (_, x) => {
    const wave = fractal(noise, (x / width) * (2.6 - near), near * 9, 4)
    return height * (0.3 + 0.68 * near ** 0.9 + wave * (0.13 - 0.03 * near))
  })
  const tint = (x: number) => {
    const sunward = Math.exp(-Math.abs(x / width - SUN.x) * 2.4) * (1 - near * 0.8)
    return mix(ramp(RIDGES, near), SUN.colour, sunward * 0.42)
  }
  const mist = (x: number) =>
    mix(mix(MIST, SUN.colour, Math.exp(-Math.abs(x / width - SUN.x) * 2.2) * 0.6), ramp(RIDGES, near), near * 0.75)
  fillBelow(film, line, { tint, mist, reach: height * (0.2 + 0.25 * near), seed })

  const count = Math.round((width / tall) * (20 - 11 * near))
  const trees = Array.from({ length: count }, () => {
    const x = between(random, -0.02, 1.02) * width
    const deep = random() ** 2.2
    return { x, deep, size: between(random, 0.45, 0.95) * (random() < 0.16 ? 1.3 : 1) }
  })
  for (const { x, deep, size } of trees.sort((one, other) => one.deep - other.deep)) {
    const foot = line[Math.round(clamp(x, 0, width))]! + tall * (0.14 + deep * 1.5)
    const fade = clamp(deep * 1.1 * (1.05 - near))
    const body = mix(tint(x), mist(x), fade)
    drawConifer(film, {
      x,
      foot,
      height: tall * size,
      girth: between(random, 0.13, 0.18),
      seed: random() * 60,
      dark: mix(body, BLACK, 0.22),
      lit: mix(body, mist(x), 0.14 + 0.1 * near),
      light: SUN.x * 2 - 1 < x / width ? -0.7 : 0.7,
      mist: 0.5 - 0.2 * near,
    })
  }
}

interface Fill {
  tint: (x: number) => readonly [number, number, number]
  mist: (x: number) => readonly [number, number, number]
  reach: number
  seed: number
}

/** The hill itself, darkest under its crest, dissolving downwards into the mist of the next valley. */
function fillBelow(film: Film, line: Float32Array, { tint, mist, reach, seed }: Fill) {
  const tile = cloudTile()
  for (let x = 0; x < film.width; x++) {
    const top = line[x]!
    const body = tint(x)
    const air = mist(x)
    for (let y = Math.max(0, Math.floor(top)); y < film.height; y++) {
      const drift = readTile(tile, (x / film.width) * 0.35 + seed * 0.31, (y / film.height) * 0.9) * 0.35
      lay(film, x, y, body, y + 1 - top)
      lay(film, x, y, air, smooth(0, 1, (y - top) / reach + drift))
    }
  }
}

const LAYERS = 7
const BLACK = colour('#020605')
const SUN = { x: 0.3, y: 0.16, colour: colour('#ffdcae', 1.25) }
const MIST = colour('#d6dcd8', 0.95)
const SKY = [
  [0, colour('#9db4bd', 0.95)],
  [0.55, colour('#ccd3cf', 1)],
  [1, colour('#e9dfcf', 1)],
] as const
const RIDGES = [
  [0, colour('#aebcbd', 0.95)],
  [0.35, colour('#6f8a8c', 0.85)],
  [0.7, colour('#2f4a49', 0.8)],
  [1, colour('#0c1a18', 0.7)],
] as const
