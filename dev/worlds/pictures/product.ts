import { drawBottle } from './bottle.ts'
import { type Colour, colour, scale } from './colour.ts'
import { develop } from './develop.ts'
import { createFilm, createMask, type Size } from './film.ts'
import { drawLathe, type Facing } from './lathe.ts'
import { clamp, smooth } from './numbers.ts'
import { castShadow, createStudio } from './studio.ts'
import { cloudTile, readTile } from './tile.ts'

/** The dropper bottle on a plinth, in the sun, a palm's shadow on the wall. */
export function drawProduct(size: Size, seed: number): Uint8ClampedArray {
  const { width, height } = size
  const film = createStudio(size, {
    wall: colour('#e2a68a'),
    table: colour('#e8b49a'),
    sun: [1.25, 1.05, 0.85],
    shade: [0.4, 0.34, 0.36],
    edge: EDGE,
    seed,
  })
  const unit = Math.min(width * 1.1, height)
  const x = width * 0.47
  const foot = height * 0.89
  const plinth = {
    x,
    foot,
    height: unit * 0.13,
    profile: [
      [0, 1.78],
      [0.96, 1.78],
      [1, 1.75],
    ] as const,
  }
  castShadow(film, { x, foot, radius: unit * 0.23, tone: SHADOW })
  drawLathe(film, plinth, plaster)
  drawBottle(film, { x, foot: foot - unit * 0.13, height: unit * 0.62 })
  return develop(film, {
    exposure: 1.05,
    bloom: 0.1,
    vignette: 0.3,
    grain: 4,
    contrast: 1.1,
    shadows: [0.02, 0.012, 0.016],
  })
}

/** The same bottle on nothing: its ground is transparent. */
export function drawCutOut(size: Size): Uint8ClampedArray {
  const film = createFilm(size.width, size.height)
  const mask = createMask(size.width, size.height)
  drawBottle(film, { x: size.width / 2, foot: size.height * 0.97, height: size.height * 0.94 }, mask)
  return develop(film, { exposure: 1.1, bloom: 0, vignette: 0, grain: 3, alpha: mask })
}

function plaster({ right, front, turn, up }: Facing): Colour {
  const rough = 1 + readTile(cloudTile(), turn * 0.7, up * 0.2) * 0.06
  const lit = clamp(-right * 0.7 + front * 0.45)
  return scale([0.25 + lit * 0.85, 0.19 + lit * 0.62, 0.18 + lit * 0.47], rough * (0.9 + 0.12 * smooth(0.9, 1, up)))
}

const EDGE = 0.74 // share of the height
const SHADOW = colour('#5a2c1e', 0.7)
