import { colour } from './colour.ts'
import { drawConifer } from './conifer.ts'
import { develop } from './develop.ts'
import type { Film, Size } from './film.ts'
import { drawLand } from './look-out.ts'
import { mountains } from './mountains.ts'
import { smooth } from './numbers.ts'
import { between, createRandom } from './random.ts'
import { rocks } from './rocks.ts'
import { createSky } from './sky.ts'
import { createTerrain, readGrid } from './terrain.ts'
import { cloudTile, readTile } from './tile.ts'
import { drawWater } from './water.ts'

/** A mountain lake in the last sun. */
export function drawLake(size: Size, seed: number): Uint8ClampedArray {
  const { width, height } = size
  const horizon = height * HORIZON
  const film = createSky(size, {
    zenith: colour('#3d78b8', 0.75),
    horizon: colour('#f6d3ae', 0.9),
    horizonAt: HORIZON,
    sun: { x: 0.02, y: 0.44, colour: colour('#ff9c52', 0.62), reach: 0.36 },
    clouds: { lit: colour('#ffd0a8', 1.05), shade: colour('#8f94b4', 0.7), cover: 0.52, scale: 0.3, seed },
  })
  const terrain = createTerrain({ left: -9, near: 0, span: 18, cells: 340, sunFall: 0.36, heightAt: mountains(seed) })
  const eye = {
    x: 0,
    z: 0,
    height: 0.05,
    horizon,
    focal: width * 0.95,
    from: 2.2,
    to: 16,
    highest: 3.4,
    stride: 0.0016,
  }
  const tile = cloudTile()
  const shore = drawLand(film, eye, {
    heightAt(x, z) {
      const base = readGrid(terrain, terrain.heights, x, z)
      if (base < -0.02) return base
      return (
        base +
        (0.3 - Math.abs(readTile(tile, x * 0.55, z * 0.55))) * 0.16 * smooth(0, 0.5, base) +
        trees(tile, { x, z, base })
      )
    },
    shade: rocks(terrain),
  })
  drawWater(film, { shore, horizon, deep: colour('#0f3a44', 0.5), waves: height * 0.035, mirror: 0.9 })
  drawNearPines(film, seed)
  return develop(film, { exposure: 1.25, bloom: 0.1, vignette: 0.3, grain: 3.5, contrast: 1.16 })
}

/** Woods show as a ragged few metres on the lower slopes. */
function trees(tile: ReturnType<typeof cloudTile>, { x, z, base }: { x: number; z: number; base: number }) {
  const wooded = smooth(0.75, 0.4, base) * smooth(0.0, 0.03, base)
  return wooded > 0 ? Math.max(0, readTile(tile, x * 9, z * 9)) * 0.03 * wooded : 0
}

/** Dark spruces that stand below the picture's edge frame the view on both sides. */
function drawNearPines(film: Film, seed: number) {
  const random = createRandom(seed + 5)
  const { width, height } = film
  const pines = Array.from({ length: 13 }, (_, index) => {
    const away = between(random, 0, 1)
    const x = index % 4 === 0 ? width * (1.02 - away * 0.1) : width * (away * 0.17 - 0.03)
    return { x, tall: (index % 4 === 0 ? 0.42 : 0.66) * (1 - away * 0.6) * between(random, 0.8, 1.1) }
  })
  for (const { x, tall } of pines.sort((one, other) => one.tall - other.tall)) {
    drawConifer(film, {
      x,
      foot: height * 1.06,
      height: height * (tall + 0.06),
      girth: between(random, 0.12, 0.16),
      seed: random() * 50,
      dark: NEEDLE_DARK,
      lit: NEEDLE_LIT,
      light: -0.9,
    })
  }
}

const HORIZON = 0.66 // share of the height
const NEEDLE_DARK = colour('#060908')
const NEEDLE_LIT = colour('#2a2618')
