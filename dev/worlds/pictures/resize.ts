import { createFilm, type Film } from './film.ts'

/** Averages squares of `factor` pixels: soft things are cheaper to draw and blur when small. */
export function shrink({ width, height, light }: Film, factor: number): Film {
  const small = createFilm(Math.max(1, Math.floor(width / factor)), Math.max(1, Math.floor(height / factor)))
  const share = 1 / (factor * factor)
  for (let y = 0; y < small.height * factor && y < height; y++) {
    const row = Math.floor(y / factor) * small.width
    for (let x = 0; x < small.width; x++) {
      let at = (y * width + x * factor) * 3
      let red = 0
      let green = 0
      let blue = 0
      for (let step = 0; step < factor; step++, at += 3) {
        red += light[at]!
        green += light[at + 1]!
        blue += light[at + 2]!
      }
      const to = (row + x) * 3
      small.light[to] = small.light[to]! + red * share
      small.light[to + 1] = small.light[to + 1]! + green * share
      small.light[to + 2] = small.light[to + 2]! + blue * share
    }
  }
  return small
}

/** Bilinear; the small film's edge pixels reach to the large one's edges. Rows from `rows` on stay black. */
export function enlarge(small: Film, width: number, height: number, rows = height): Film {
  const large = createFilm(width, height)
  const { left, right, share } = columnsOf(small.width, width)
  const row = new Float32Array(small.width * 3)
  for (let y = 0, to = 0; y < Math.min(rows, height); y++) {
    blendRows(small, ((y + 0.5) * small.height) / height - 0.5, row)
    for (let x = 0; x < width; x++, to += 3) {
      const from = left[x]!
      const next = right[x]!
      const across = share[x]!
      large.light[to] = row[from]! + (row[next]! - row[from]!) * across
      large.light[to + 1] = row[from + 1]! + (row[next + 1]! - row[from + 1]!) * across
      large.light[to + 2] = row[from + 2]! + (row[next + 2]! - row[from + 2]!) * across
    }
  }
  return large
}

function blendRows({ width, height, light }: Film, place: number, row: Float32Array) {
  const within = Math.max(0, Math.min(height - 1, place))
  const above = Math.floor(within) * width * 3
  const below = Math.min(Math.floor(within) + 1, height - 1) * width * 3
  const down = within - Math.floor(within)
  for (let at = 0; at < row.length; at++) {
    row[at] = light[above + at]! + (light[below + at]! - light[above + at]!) * down
  }
}

function columnsOf(from: number, to: number) {
  const left = new Int32Array(to)
  const right = new Int32Array(to)
  const share = new Float32Array(to)
  for (let x = 0; x < to; x++) {
    const place = Math.max(0, Math.min(from - 1, ((x + 0.5) * from) / to - 0.5))
    left[x] = Math.floor(place) * 3
    right[x] = Math.min(Math.floor(place) + 1, from - 1) * 3
    share[x] = place - Math.floor(place)
  }
  return { left, right, share }
}
