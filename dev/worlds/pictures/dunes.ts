import { type Colour, colour, mix, palette } from './colour.ts'
import { develop } from './develop.ts'
import type { Size } from './film.ts'
import { drawLand, type Spot } from './look-out.ts'
import { createNoise } from './noise.ts'
import { clamp, smooth } from './numbers.ts'
import { createSky } from './sky.ts'
import { createTerrain, readGrid, type Terrain } from './terrain.ts'
import { cloudTile, grainTile, readTile } from './tile.ts'

/** Sand dunes with the sun low on one side. Lengths are in units of 100 m. */
export function drawDunes(size: Size, seed: number): Uint8ClampedArray {
  const { width, height } = size
  const film = createSky(size, {
    zenith: colour('#4f86b8', 0.8),
    horizon: colour('#f0d9bd', 0.95),
    // The eye stands above the crests, so the land ends below the horizon.
    horizonAt: HORIZON + 0.06,
    sun: { x: 0.93, y: 0.33, colour: colour('#ffb876', 0.5), reach: 0.4 },
    clouds: { lit: colour('#fff0e0', 1), shade: colour('#c3b9bb', 0.85), cover: 0.1, scale: 0.16, seed: seed + 3 },
  })
  const terrain = createTerrain({ left: -8, near: 0, span: 16, cells: 440, sunFall: -0.24, heightAt: dunes(seed) })
  const eye = {
    x: 0,
    z: 0,
    height: readGrid(terrain, terrain.heights, 0, 0.1) + 0.62,
    horizon: height * HORIZON,
    focal: Math.max(width, height) * 0.95,
    from: 0.25,
    to: 15.5,
    highest: 1.9,
    stride: 0.0022,
  }
  drawLand(film, eye, {
    heightAt: (x, z) => readGrid(terrain, terrain.heights, x, z),
    shade: sand(terrain),
  })
  return develop(film, {
    exposure: 1.1,
    bloom: 0.08,
    vignette: 0.3,
    grain: 4,
    contrast: 1.14,
    shadows: [0.02, 0.012, 0.02],
  })
}

/** Long crests, gentle to the wind and steep behind it; never below zero, where water would begin. */
function dunes(seed: number) {
  const noise = createNoise(seed)
  return (x: number, z: number) => {
    // Neither seen nor throwing a shadow that is.
    if (Math.abs(x) > z * 0.56 + 1.6) return 0.3
    const bend = noise(x * 0.18 + 3, z * 0.18) * 1.5
    const big = crest(noise(x * 0.21 + bend * 0.35, z * 0.3 + bend * 0.3))
    const small = crest(noise(x * 0.55 + 20 + bend * 0.3, z * 0.75))
    return 0.3 + big * 1.25 + small * 0.22 * (0.25 + big)
  }
}

function crest(value: number) {
  const rise = 1 - Math.sqrt(value * value + 0.0004) * 1.15
  return rise <= 0 ? 0 : rise ** 1.5
}

function sand(terrain: Terrain) {
  const tile = cloudTile()
  const grain = grainTile()
  return ({ x, z, height, distance, colour: to }: Spot) => {
    let slopeX = readGrid(terrain, terrain.slopesX, x, z)
    let slopeZ = readGrid(terrain, terrain.slopesZ, x, z)
    const near = smooth(4.5, 0.4, distance)
    if (near > 0) {
      const bend = readTile(tile, x * 0.1, z * 0.1) * 0.5 + readTile(tile, x * 0.5, z * 0.5) * 0.035
      const ripple = Math.cos((x * 0.75 + z * 0.65 + bend) * 105) * near * 0.2 * clamp(1.3 - Math.abs(slopeX) * 1.2)
      slopeX += ripple * 0.75
      slopeZ += ripple * 0.6
    }
    const up = 1 / Math.sqrt(1 + slopeX * slopeX + slopeZ * slopeZ)
    const inSun = smooth(0.06, -0.01, readGrid(terrain, terrain.shade, x, z) - height)
    const sun = clamp((-slopeX * 0.9 + 0.3 + slopeZ * 0.3) * up) * inSun
    const fleck = 1 + readTile(grain, x * 3, z * 3) * 0.05 * near
    const ground = sandTone(0.6 + readTile(tile, x * 0.3, z * 0.3) * 0.5)
    const haze = 1 - Math.exp(-distance * 0.034)
    const bounce = 0.62 + 0.38 * up
    for (let channel = 0; channel < 3; channel++) {
      const lit = ground[channel]! * fleck * (SUN[channel]! * sun + SHADE[channel]! * bounce)
      to[channel] = lit + (HAZE[channel]! - lit) * haze
    }
  }
}

const HORIZON = 0.4 // share of the height
const SUN: Colour = [2.5, 1.75, 1.12]
const SHADE: Colour = [0.26, 0.27, 0.36]
const sandTone = palette((place) => mix(colour('#c07f48'), colour('#dba468'), place))
const HAZE = colour('#ecd3b8', 0.92)
