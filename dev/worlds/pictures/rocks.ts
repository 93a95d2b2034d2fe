import { type Colour, colour, mix, palette } from './colour.ts'
import type { Spot } from './look-out.ts'
import { clamp, smooth } from './numbers.ts'
import { readGrid, type Terrain } from './terrain.ts'
import { cloudTile, readTile } from './tile.ts'

/** How the lake's mountains look: rock, woods below, snow above, in low sun from the left and in haze. */
export function rocks(terrain: Terrain) {
  const tile = cloudTile()
  return ({ x, z, height, distance, colour: to }: Spot) => {
    const coarse = -Math.abs(readTile(tile, x * 0.55, z * 0.55)) * 2
    const fine = readTile(tile, x * 3.1, z * 3.1)
    const slopeX =
      readGrid(terrain, terrain.slopesX, x, z) +
      (-Math.abs(readTile(tile, (x + 0.02) * 0.55, z * 0.55)) * 2 - coarse) * 4 +
      (readTile(tile, x * 3.1 + 0.012, z * 3.1) - fine) * 3
    const slopeZ =
      readGrid(terrain, terrain.slopesZ, x, z) +
      (-Math.abs(readTile(tile, x * 0.55, (z + 0.02) * 0.55)) * 2 - coarse) * 4
    const up = 1 / Math.sqrt(1 + slopeX * slopeX + slopeZ * slopeZ)
    const inSun = smooth(0.05, -0.02, readGrid(terrain, terrain.shade, x, z) - height)
    const sun = clamp((slopeX * 0.88 + 0.36 + slopeZ * 0.25) * up) * inSun
    const open = 0.5 + 0.5 * up

    const snow = smooth(1.0, 1.45, height + coarse * 0.3 + 0.25) * smooth(0.4, 0.62, up + fine * 0.1)
    const wood = smooth(0.75, 0.45, height + coarse * 0.25) * smooth(0.36, 0.5, up + fine * 0.1)
    const stone = rock(0.5 + fine * 0.7)
    const trees = woods(0.4 + fine * 0.8)
    const haze = 1 - Math.exp(-distance * 0.026 - Math.exp(-height / 0.14) * distance * 0.055)
    const warm = clamp(0.5 - x / (distance * 1.05))
    for (let channel = 0; channel < 3; channel++) {
      const bare = stone[channel]! + (trees[channel]! - stone[channel]!) * wood
      const ground = bare + (SNOW[channel]! - bare) * snow
      const lit = ground * (SUN[channel]! * sun + SHADE[channel]! * open)
      const air = HAZE[channel]! + (HAZE_SUNWARD[channel]! - HAZE[channel]!) * warm * warm
      to[channel] = lit + (air - lit) * haze
    }
  }
}

const SUN: Colour = [3.6, 2.05, 1.1]
const SHADE: Colour = [0.24, 0.33, 0.52]
const HAZE = colour('#88a2c6', 0.72)
const HAZE_SUNWARD = colour('#ffc592', 0.95)
const SNOW = colour('#f1f3f6')
const rock = palette((place) => mix(colour('#47413d'), colour('#8d8378'), place))
const woods = palette((place) => mix(colour('#18241a'), colour('#46552f'), place))
