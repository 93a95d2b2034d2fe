import { type Colour, colour, scale } from './colour.ts'
import { develop } from './develop.ts'
import { createFilm, lay, type Size } from './film.ts'
import { clamp, distance } from './numbers.ts'
import { between, createRandom, type Random } from './random.ts'
import { cloudTile, grainTile, readTile } from './tile.ts'

/** Polished stone with chips of marble; it meets itself at every edge, so it tiles without a seam. */
export function drawTerrazzo({ width, height }: Size, seed: number): Uint8ClampedArray {
  const film = createFilm(width, height)
  const random = createRandom(seed)
  const large = scatter(random, 7, 0.62)
  const small = scatter(random, 19, 0.5)
  const tile = cloudTile()
  const grain = grainTile()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = x / width
      const v = y / height
      const vein = readTile(tile, u, v)
      const bed = scale(BED, 1 + vein * 0.05 + readTile(grain, u * 2, v * 2) * 0.05)
      lay(film, x, y, bed, 1)
      for (const chips of [small, large]) {
        const { cover, chip } = chipAt(chips, u + vein * 0.006, v - vein * 0.006)
        if (cover <= 0) continue
        const marble = 1 + readTile(tile, u * 3 + chip.shift, v * 3) * 0.16 + readTile(grain, u * 2, v * 2) * 0.03
        lay(film, x, y, scale(chip.colour, marble), cover)
      }
    }
  }
  return develop(film, { exposure: 1.02, bloom: 0, vignette: 0, grain: 3 })
}

interface Chip {
  x: number
  y: number
  colour: Colour
  /** Share of its cell that the chip fills; 0 for none. */
  size: number
  shift: number
}

interface Chips {
  cells: number
  chips: Chip[]
}

function scatter(random: Random, cells: number, dense: number): Chips {
  const chips = Array.from({ length: cells * cells }, (_, index) => ({
    x: (index % cells) + between(random, 0.1, 0.9),
    y: Math.floor(index / cells) + between(random, 0.1, 0.9),
    colour: CHIPS[Math.floor(random() * CHIPS.length)]!,
    size: random() < dense ? between(random, 0.55, 1) : 0,
    shift: random(),
  }))
  return { cells, chips }
}

/** The chip whose centre is nearest; it ends in straight cuts halfway to its neighbours. */
function chipAt({ cells, chips }: Chips, u: number, v: number) {
  const x = u * cells
  const y = v * cells
  let nearest = 9
  let second = 9
  let chip = chips[0]!
  for (let row = -1; row <= 1; row++) {
    for (let column = -1; column <= 1; column++) {
      const atColumn = Math.floor(x) + column
      const atRow = Math.floor(y) + row
      const wrapped = (atColumn + cells) % cells
      const wrappedRow = (atRow + cells) % cells
      const other = chips[wrappedRow * cells + wrapped]!
      const away = distance(other.x + atColumn - wrapped - x, other.y + atRow - wrappedRow - y)
      if (away < nearest) {
        second = nearest
        nearest = away
        chip = other
      } else if (away < second) second = away
    }
  }
  const cut = (second - nearest) / 2 - (1 - chip.size) * 0.32 - 0.04
  return { chip, cover: chip.size > 0 ? clamp(cut * (240 / cells)) : 0 }
}

const BED = colour('#efe6da')
const CHIPS = ['#c9694a', '#e0a07a', '#2f4a4c', '#7d9a92', '#d9c2a0', '#ffffff', '#a9a39a', '#3b3a3c'].map((hex) =>
  colour(hex),
)
