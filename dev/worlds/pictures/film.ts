import type { Colour } from './colour.ts'

export interface Size {
  width: number
  height: number
}

/** What the lens throws: linear light, three numbers per pixel, row by row. */
export interface Film extends Size {
  light: Float32Array
}

/** One number per pixel: how much of it something covers. */
export interface Mask extends Size {
  cover: Float32Array
}

export function createFilm(width: number, height: number): Film {
  return { width, height, light: new Float32Array(width * height * 3) }
}

export function createMask(width: number, height: number): Mask {
  return { width, height, cover: new Float32Array(width * height) }
}

/** Lays a colour over one pixel; outside the film nothing happens. */
export function lay({ width, height, light }: Film, x: number, y: number, colour: Colour, cover: number) {
  if (x < 0 || y < 0 || x >= width || y >= height || cover <= 0) return
  const at = (y * width + x) * 3
  const share = cover > 1 ? 1 : cover
  light[at] = light[at]! + (colour[0] - light[at]!) * share
  light[at + 1] = light[at + 1]! + (colour[1] - light[at + 1]!) * share
  light[at + 2] = light[at + 2]! + (colour[2] - light[at + 2]!) * share
}

/** Asks for each pixel's colour in turn. */
export function paint(film: Film, at: (x: number, y: number) => Colour) {
  const { width, height, light } = film
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index += 3) {
      const found = at(x, y)
      light[index] = found[0]
      light[index + 1] = found[1]
      light[index + 2] = found[2]
    }
  }
}

/** Multiplies one pixel's light: shade below 1, sun above. */
export function dim({ width, light }: Film, x: number, y: number, factor: number) {
  const at = (y * width + x) * 3
  light[at] = light[at]! * factor
  light[at + 1] = light[at + 1]! * factor
  light[at + 2] = light[at + 2]! * factor
}
