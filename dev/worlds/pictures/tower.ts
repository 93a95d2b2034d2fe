import { type Colour, colour, mix, scale } from './colour.ts'
import { type Film, lay } from './film.ts'
import { clamp } from './numbers.ts'
import { between, type Random } from './random.ts'

/** All in px, but for `haze`: how much of the air's colour it takes, 0…1. */
export interface Tower {
  x: number
  wide: number
  tall: number
  quay: number
  haze: number
  floor: number
}

/** Two faces, the one towards the sunset lighter; sometimes a set-back top, sometimes a mast with its red lamp. */
export function drawTower(film: Film, random: Random, { x, wide, tall, quay, haze, floor }: Tower) {
  const stone = mix(colour('#1a2138', 0.5), colour('#34333f', 0.6), random())
  const corner = between(random, 0.5, 0.72)
  const lamps = lampsOf(random)
  const face = { haze, floor, lamps, bay: floor * between(random, 0.62, 1.05), quay }
  drawFace(film, random, { ...face, left: x, right: x + wide * corner, top: quay - tall, stone })
  drawFace(film, random, {
    ...face,
    left: x + wide * corner,
    right: x + wide,
    top: quay - tall,
    stone: mix(stone, DUSK, 0.16),
  })
  if (random() < 0.5 && tall > wide) {
    const inset = wide * between(random, 0.12, 0.28)
    const more = tall * between(random, 0.05, 0.16)
    drawFace(film, random, {
      ...face,
      left: x + inset,
      right: x + wide - inset,
      top: quay - tall - more,
      quay: quay - tall,
      stone,
    })
    if (random() < 0.45)
      drawMast(film, { x: x + wide / 2, foot: quay - tall - more, tall: tall * between(random, 0.08, 0.2), haze })
  }
}

interface Face {
  left: number
  right: number
  top: number
  quay: number
  stone: Colour
  haze: number
  floor: number
  bay: number
  lamps: Lamps
}

function drawFace(film: Film, random: Random, { left, right, top, quay, stone, haze, floor, bay, lamps }: Face) {
  const bays = Math.max(1, Math.floor((right - left) / bay))
  const width = (right - left) / bays
  const floors = Math.ceil((quay - top) / floor)
  const glass = Array.from({ length: bays * floors }, (_, index) => {
    const busy = lamps.floors[Math.floor(index / bays) % lamps.floors.length]!
    if (random() > busy) return mix(scale(DUSK, 0.1 + random() * 0.16), HAZE, haze * 0.4)
    const lamp = lamps.colours[Math.floor(random() * lamps.colours.length)]!
    return mix(scale(lamp, between(random, 0.25, 1.5) * (1 - haze * 0.45)), HAZE, haze * 0.4)
  })
  for (let y = Math.max(0, Math.floor(top)); y < quay; y++) {
    const down = (y - top) / floor
    const level = Math.max(0, Math.floor(down))
    const inFloor = down - level
    const air = clamp(haze + ((y - top) / (quay - top)) * haze * 0.5)
    const wall = mix(stone, HAZE, air)
    for (let x = Math.floor(left); x < right; x++) {
      const across = (x + 0.5 - left) / width
      const at = Math.floor(across)
      const inBay = across - at
      const open = inFloor > 0.28 && inFloor < 0.82 && inBay > 0.16 && inBay < 0.84 && level > 0
      const pane = open ? glass[Math.min(glass.length - 1, level * bays + Math.max(0, at))]! : wall
      const edge = Math.min(1, x + 1 - left, right - x, y + 1 - top)
      lay(film, x, y, pane, edge)
    }
  }
}

function drawMast(film: Film, { x, foot, tall, haze }: { x: number; foot: number; tall: number; haze: number }) {
  const wall = mix(colour('#1a1f33'), HAZE, haze)
  for (let y = Math.floor(foot - tall); y < foot; y++) lay(film, Math.round(x), y, wall, 0.85)
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    lay(film, Math.round(x) + dx, Math.floor(foot - tall) + dy, colour('#ff3b30', 5), 0.9)
  }
}

interface Lamps {
  colours: Colour[]
  /** Share of lit windows, floor by floor. */
  floors: number[]
}

function lampsOf(random: Random): Lamps {
  const busy = between(random, 0.12, 0.62)
  const cool = random() < 0.25
  return {
    colours: (cool ? ['#dfe9ff', '#fff3d6', '#bcd4ff'] : ['#ffc36b', '#ffdc9a', '#ffae4d', '#fff0cf']).map((hex) =>
      colour(hex),
    ),
    floors: Array.from({ length: 23 }, () => clamp(busy * between(random, 0.3, 1.5))),
  }
}

const DUSK = colour('#e58a6f')
const HAZE = colour('#7f7896', 0.5)
