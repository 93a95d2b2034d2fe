import { type Colour, mix, palette } from './colour.ts'
import { createFilm, dim, type Film, lay, type Size } from './film.ts'
import { createFrondShadow, readMask } from './leaves.ts'
import { distance, smooth } from './numbers.ts'
import { drawEllipse } from './shapes.ts'
import { cloudTile, readTile } from './tile.ts'

export interface Studio {
  wall: Colour
  table: Colour
  sun: Colour
  shade: Colour
  /** Where the table meets the wall, as a share of the height. */
  edge: number
  seed: number
}

/** A plastered wall and a table in front of it, morning sun through a palm. */
export function createStudio(size: Size, { wall, table, sun, shade, edge, seed }: Studio): Film {
  const film = createFilm(size.width, size.height)
  const fronds = createFrondShadow(size, seed)
  const tile = cloudTile()
  const unit = Math.min(size.width, size.height)
  const onWall = palette((light) => times(wall, mix(shade, sun, light)))
  const onTop = palette((light) => times(table, mix(shade, sun, light)))
  for (let y = 0; y < size.height; y++) {
    const v = y / size.height
    const top = smooth(edge - 0.012, edge + 0.012, v)
    const crease = 1 - smooth(0.1, 0, Math.abs(v - edge)) * 0.14
    // On the table the shadow goes on mirrored, foreshortened and faint.
    const shadowV = v < edge ? v : edge - (v - edge) * 0.99
    for (let x = 0; x < size.width; x++) {
      const u = x / size.width
      const dark = readMask(fronds, u, shadowV) * (0.8 - top * 0.48)
      const light = smooth(1.25, 0.15, distance(u - 0.25, (v - 0.35) * 0.9)) * (1 - dark)
      lay(film, x, y, onWall(light), 1)
      if (top > 0) lay(film, x, y, onTop(light), top)
      const plaster = readTile(tile, (x / unit) * 0.5 + seed * 0.3, (y / unit) * 0.5) * 0.045
      dim(film, x, y, (1 + plaster * (1 - top * 0.5)) * crease)
    }
  }
  return film
}

/** What stands at `x`, `foot` darkens the table: hard and dark at the foot, soft and long to the right. */
export function castShadow(
  film: Film,
  { x, foot, radius, tone }: { x: number; foot: number; radius: number; tone: Colour },
) {
  for (let step = 7; step >= 0; step--) {
    const away = (step / 7) ** 1.3
    drawEllipse(
      film,
      {
        x: x + radius * (0.1 + away * 2.6),
        y: foot + radius * (0.02 + away * 0.24),
        long: radius * (1.02 + away * 0.5),
        wide: radius * (0.13 + away * 0.1),
        turn: 0.09,
        soft: radius * (0.08 + away * 0.22),
        strength: 0.34 - away * 0.22,
      },
      () => tone,
    )
  }
}

function times(one: Colour, other: Colour): Colour {
  return [one[0] * other[0], one[1] * other[1], one[2] * other[2]]
}
