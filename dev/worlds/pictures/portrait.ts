import { type Colour, colour, mix, ramp, scale } from './colour.ts'
import { develop } from './develop.ts'
import { drawFigure, drawWisps } from './figure.ts'
import { createFilm, paint, type Size } from './film.ts'
import { clamp, distance } from './numbers.ts'
import { outlineMask } from './profile.ts'
import { between, createRandom, type Random } from './random.ts'
import { enlarge } from './resize.ts'
import { addBokeh } from './shapes.ts'
import { cloudTile, readTile } from './tile.ts'

/** A woman in profile against the evening sun: rim light, bokeh, no features to get wrong. */
export function drawPortrait(size: Size, seed: number): Uint8ClampedArray {
  const random = createRandom(seed)
  const film = enlarge(
    evening({ width: Math.ceil(size.width / 3), height: Math.ceil(size.height / 3) }, random),
    size.width,
    size.height,
  )
  const unit = Math.min(size.width, size.height * 0.9)
  const origin = { x: size.width * 0.5 - unit * 0.47, y: size.height * 0.98 - unit, unit }
  const mask = outlineMask(size, origin)
  drawWisps(film, random, origin)
  drawFigure(film, mask, origin)
  return develop(film, {
    exposure: 1.1,
    bloom: 0.24,
    vignette: 0.3,
    grain: 4.5,
    contrast: 1.08,
    shadows: [0.035, 0.02, 0.022],
  })
}

function evening(size: Size, random: Random) {
  const film = createFilm(size.width, size.height)
  const tile = cloudTile()
  paint(film, (x, y) => {
    const u = x / size.width
    const v = y / size.height
    const leaves = readTile(tile, u * 0.35, v * 0.3) * 0.3
    const sun = Math.exp(-distance(u - SUN.x, (v - SUN.y) * 1.1) / 0.34)
    return mix(ramp(EVENING, clamp(v + leaves * 0.6)), SUN.colour, clamp(sun * (1 + leaves * 0.5)))
  })
  const unit = Math.min(size.width, size.height)
  for (let light = 0; light < 46; light++) {
    const x = random() * size.width
    const y = between(random, 0, 0.8) * size.height
    const near = Math.exp(-distance(x / size.width - SUN.x, y / size.height - SUN.y) / 0.5)
    addBokeh(film, {
      x,
      y,
      radius: unit * between(random, 0.025, 0.07),
      colour: scale(GLINT, between(random, 0.04, 0.34) * (0.25 + near)),
    })
  }
  return film
}

const SUN = { x: 0.8, y: 0.3, colour: colour('#ffe9bb', 1.35) }
const EVENING = [
  [0, colour('#e0b078', 0.85)],
  [0.45, colour('#c98a4e', 0.75)],
  [0.75, colour('#7d6a3c', 0.6)],
  [1, colour('#453a25', 0.55)],
] as const
const GLINT: Colour = [1.2, 0.85, 0.45]
