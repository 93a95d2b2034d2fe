import { type Color, lumaOf, mix, multiply, repaint, saturate } from './canvas.ts'
import type { Operation, Scene } from './scene.ts'

/** Lays a color over the whole picture and keeps its light and shade. */
export const tint =
  (paint: Color): Operation =>
  ({ canvas, random }) => {
    const strength = 0.55 + random() * 0.2
    const weight = Math.max(lumaOf(paint), 0.25)
    const [red, green, blue] = paint.map((channel) => 0.35 + (channel / weight) * 0.65) as Color
    repaint(canvas, (color) => {
      const light = lumaOf(color)
      mix(color, [light * red, light * green, light * blue], strength)
    })
  }

export function blackAndWhite({ canvas, random }: Scene): void {
  const contrast = 1.05 + random() * 0.25
  repaint(canvas, (color) => {
    const light = (lumaOf(color) - 0.5) * contrast + 0.5
    color.fill(light)
  })
}

export function sepia({ canvas, random }: Scene): void {
  const strength = 0.75 + random() * 0.2
  repaint(canvas, (color) => {
    const light = lumaOf(color)
    mix(color, [light * 1.08 + 0.06, light * 0.92 + 0.03, light * 0.7], strength)
  })
}

export function invert({ canvas }: Scene): void {
  repaint(canvas, (color) => {
    for (let i = 0; i < 3; i++) color[i] = 1 - color[i]!
  })
}

export const brighten =
  (exponent: number): Operation =>
  ({ canvas, random }) => {
    const curve = exponent * (0.95 + random() * 0.1)
    repaint(canvas, (color) => {
      for (let i = 0; i < 3; i++) color[i] = color[i]! ** curve
    })
  }

export function contrast({ canvas, random }: Scene): void {
  const strength = 1.35 + random() * 0.2
  repaint(canvas, (color) => {
    for (let i = 0; i < 3; i++) color[i] = (color[i]! - 0.5) * strength + 0.5
  })
}

export const saturation =
  (amount: number): Operation =>
  ({ canvas, random }) => {
    const strength = amount * (0.95 + random() * 0.1)
    repaint(canvas, (color) => saturate(color, strength))
  }

/** A cast over all of the picture, stronger towards the right: what models do to a picture that they should leave alone. */
export function drift({ canvas }: Scene): void {
  repaint(canvas, (color, x) => {
    const share = 0.5 + (0.5 * x) / canvas.width
    for (let i = 0; i < 3; i++) color[i] = color[i]! + CAST[i]! * share
  })
}

/** A model never gives the same light twice: a shade of difference for each seed, under everything else. */
export function vary({ canvas, random }: Scene): void {
  const light = [0, 1, 2].map(() => 1 + (random() * 2 - 1) * SHADE) as Color
  repaint(canvas, (color) => multiply(color, light))
}

/** What is done to a prompt in which nothing was understood: a color mood of the seed's choosing. */
export function mood({ canvas, random }: Scene): void {
  const light: Color = [0.85 + random() * 0.4, 0.85 + random() * 0.4, 0.85 + random() * 0.4]
  const shade: Color = [random() * 0.25, random() * 0.25, random() * 0.25]
  const vividness = 0.8 + random() * 0.6
  repaint(canvas, (color) => {
    const dark = 1 - lumaOf(color)
    saturate(color, vividness)
    multiply(color, light)
    mix(color, shade, dark * 0.45)
  })
}

const SHADE = 0.03
/** 20 levels more of red at most, and 12 less of blue. */
const CAST: Color = [20 / 255, 8 / 255, -12 / 255]
