import sharp, { type Sharp } from 'sharp'
import type { Size } from '../sizes.ts'

/** A picture being worked on: red, green, blue, one byte each, row by row. No transparency, like the model's answers. */
export interface Canvas extends Size {
  data: Uint8ClampedArray
}

/** Red, green, blue from 0 to 1. */
export type Color = [number, number, number]

/** The picture on white, cut to the shape of `size` from its middle, as a model that fills its frame does. */
export async function toCanvas(picture: Buffer, size: Size): Promise<Canvas> {
  return fromSharp(
    sharp(picture)
      .flatten({ background: 'white' })
      .resize({ ...size, fit: 'cover' }),
  )
}

export async function fromSharp(image: Sharp): Promise<Canvas> {
  const { data, info } = await image.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
}

export const toSharp = ({ data, width, height }: Canvas) => sharp(data, { raw: { width, height, channels: 3 } })

/** Gives every pixel to `change`, which alters the color in place. */
export function repaint(canvas: Canvas, change: (color: Color, x: number, y: number) => void): void {
  const { data, width, height } = canvas
  const color: Color = [0, 0, 0]
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index += 3) {
      color[0] = data[index]! / 255
      color[1] = data[index + 1]! / 255
      color[2] = data[index + 2]! / 255
      change(color, x, y)
      data[index] = color[0] * 255
      data[index + 1] = color[1] * 255
      data[index + 2] = color[2] * 255
    }
  }
}

export const lumaOf = ([red, green, blue]: Color) => red * 0.299 + green * 0.587 + blue * 0.114

export function mix(color: Color, other: Readonly<Color>, amount: number): void {
  for (let i = 0; i < 3; i++) color[i]! += (other[i]! - color[i]!) * amount
}

export function multiply(color: Color, by: Readonly<Color>): void {
  for (let i = 0; i < 3; i++) color[i]! *= by[i]!
}

export function add(color: Color, light: Readonly<Color>, amount: number): void {
  for (let i = 0; i < 3; i++) color[i]! += light[i]! * amount
}

/** 0 leaves grey, 1 leaves the color as it is, more makes it louder. */
export function saturate(color: Color, amount: number): void {
  const grey = lumaOf(color)
  mix(color, [grey, grey, grey], 1 - amount)
}

export const copyOf = (color: Readonly<Color>): Color => [color[0], color[1], color[2]]

/** Positions from 0 to 1, in order, and the colors there. */
export type Stops = readonly (readonly [number, Readonly<Color>])[]

/** A gradient from the top edge to `end` px below it, one color for each row of the picture. */
export const rowsOf = (stops: Stops, { height }: Size, end: number): Color[] =>
  Array.from({ length: height }, (_, y) => between(stops, Math.min(y / end, 1)))

function between(stops: Stops, at: number): Color {
  const next = stops.findIndex(([position]) => position >= at)
  if (next <= 0) return copyOf((next === 0 ? stops[0]! : stops.at(-1)!)[1])
  const [[from, start], [to, end]] = [stops[next - 1]!, stops[next]!]
  const color = copyOf(start)
  mix(color, end, (at - from) / (to - from))
  return color
}
