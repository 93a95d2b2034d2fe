import { type Colour, colour, mix, scale } from './colour.ts'
import type { Film, Mask } from './film.ts'
import { drawLathe, type Facing, type Lathe, rounded } from './lathe.ts'
import { clamp, distance, smooth } from './numbers.ts'
import { cloudTile, readTile } from './tile.ts'

export interface Bottle {
  x: number
  foot: number
  height: number
}

/** A dropper bottle of amber glass with a paper label. With a mask it is cut out: whole pixels here, edges in the mask. */
export function drawBottle(film: Film, { x, foot, height }: Bottle, mask?: Mask) {
  const part = (from: number, to: number, profile: Lathe['profile']): Lathe => ({
    x,
    foot: foot - height * from,
    height: height * (to - from),
    profile: profile.map(([up, radius]) => [up, radius / (to - from)] as const),
  })
  drawLathe(film, part(0, 0.66, GLASS), glass, mask)
  drawLathe(film, part(0.645, 0.765, COLLAR), collar, mask)
  drawLathe(film, part(0.76, 1, BULB), rubber, mask)
}

/** Two soft boxes: a tall one on the left, a narrow one behind on the right. */
function shine({ right, rise, front }: Facing) {
  const bounceX = 2 * right * front
  const bounceY = 2 * rise * front
  const tall = smooth(-0.98, -0.93, bounceX) * smooth(-0.6, -0.68, bounceX) * smooth(0.8, 0.5, Math.abs(bounceY))
  const narrow = smooth(0.82, 0.88, right) * smooth(0.975, 0.94, right) * 0.55
  return tall + narrow
}

function glass(facing: Facing): Colour {
  const { up, turn, right, front } = facing
  const label = smooth(0.135, 0.14, up) * smooth(0.735, 0.73, up) * smooth(1.12, 1.1, Math.abs(turn + 0.02))
  if (label > 0.5) return paper(facing)
  // Light goes through the glass twice: deepest in the middle of the wall's curve, glowing low on the far side of the sun.
  const filled = smooth(0.83, 0.815, up)
  const through = clamp(
    0.16 + 0.62 * smooth(-0.2, 0.9, right) * smooth(1, 0.82, Math.abs(right)) + 0.5 * smooth(0.12, 0, up),
  )
  const deep = mix(AMBER_DARK, AMBER_GLOW, through * (0.55 + 0.45 * filled))
  const wall = smooth(0.9, 0.99, Math.abs(right))
  const surface = smooth(0.012, 0.002, Math.abs(up - 0.822)) * 0.5
  const body = mix(scale(deep, 1 + surface), AMBER_EDGE, wall * 0.8)
  return mix(body, LIGHT, clamp(shine(facing) * 0.62 + (1 - front) ** 4 * 0.12))
}

/** Off-white stock with a mark, a name and small print, set in bars: at this size nobody reads it. */
function paper({ up, turn, right }: Facing): Colour {
  const tile = cloudTile()
  const lit = 0.42 + 0.6 * smooth(1.0, -0.75, right) - smooth(-0.7, -1, right) * 0.3
  const fibre = 1 + readTile(tile, turn * 0.5, up * 0.6) * 0.03
  const stock = scale(PAPER, lit * fibre + smooth(0.1, 0, Math.abs(right + 0.62)) * 0.12)
  const ring = distance(turn * 0.2545, up - 0.585)
  const mark = Math.max(
    smooth(0.056, 0.053, ring) * smooth(0.049, 0.052, ring),
    smooth(0.03, 0.027, distance(turn * 0.2545 - 0.008, up - 0.592)) *
      smooth(0.024, 0.027, distance(turn * 0.2545 + 0.008, up - 0.6)),
  )
  const letters = Math.sin(turn * 31) + Math.sin(turn * 83 + 1) * 0.7 > -0.2 ? 1 : 0
  const name = Math.abs(up - 0.436) < 0.013 && Math.abs(turn) < 0.55 ? letters : 0
  const line = (at: number, wide: number, fine: number) =>
    Math.abs(up - at) < 0.0055 && Math.abs(turn) < wide && Math.sin(turn * fine) > -0.7 ? 0.75 : 0
  const rule = Math.abs(up - 0.395) < 0.0018 && Math.abs(turn) < 0.72 ? 1 : 0
  const ink = Math.max(
    mark,
    name,
    rule,
    line(0.345, 0.5, 61),
    line(0.315, 0.42, 53),
    line(0.2, 0.62, 71),
    line(0.18, 0.55, 67),
  )
  return mix(stock, scale(INK, 0.5 + lit * 0.5), ink * 0.92)
}

function collar(facing: Facing): Colour {
  const knurl = 0.92 + 0.08 * Math.sin(facing.turn * 60)
  const band =
    0.22 + 0.95 * smooth(0.34, 0, Math.abs(facing.right + 0.5)) + 0.5 * smooth(0.16, 0, Math.abs(facing.right - 0.72))
  return scale(
    mix(BRASS, LIGHT, shine(facing) * 0.5),
    band * knurl * (0.86 + 0.14 * smooth(0, 0.1, facing.up) * smooth(1, 0.9, facing.up)),
  )
}

function rubber(facing: Facing): Colour {
  const soft = clamp(-facing.right * 0.62 + facing.rise * 0.3 + facing.front * 0.34)
  return mix(scale(RUBBER, 0.3 + soft * 1.5), LIGHT, shine(facing) * 0.16 + (1 - facing.front) ** 3 * 0.05)
}

const GLASS = rounded([
  [0, 0.15],
  [0.012, 0.163],
  [0.05, 0.168],
  [0.2, 0.168],
  [0.45, 0.168],
  [0.78, 0.168],
  [0.86, 0.16],
  [0.92, 0.125],
  [0.965, 0.077],
  [1, 0.07],
])
const COLLAR = [
  [0, 0.088],
  [0.02, 0.091],
  [0.97, 0.091],
  [1, 0.087],
] as const
const BULB = rounded([
  [0, 0.068],
  [0.06, 0.07],
  [0.16, 0.06],
  [0.5, 0.055],
  [0.8, 0.053],
  [0.93, 0.043],
  [1, 0.012],
])
const AMBER_DARK = colour('#3a1404', 0.8)
const AMBER_GLOW = colour('#d9781f', 1.1)
const AMBER_EDGE = colour('#1d0902')
const PAPER = colour('#f3ece0')
const INK = colour('#2b2723')
const BRASS = colour('#c9a263')
const RUBBER = colour('#2a2b2d')
const LIGHT = colour('#ffffff', 1.25)
