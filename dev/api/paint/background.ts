import { type Canvas, type Color, mix, repaint } from './canvas.ts'
import { difference, flood } from './flood.ts'
import type { Operation } from './scene.ts'

/** Fills what the edges of the picture agree on, spreading inwards until the color changes. */
export const background =
  (paint: Color): Operation =>
  ({ canvas }) => {
    const outside = flood(canvas, edgesOf(canvas), (index, from) => difference(canvas, index, from) <= STEP)
    // Two pixels further in, over the soft edge that the old background has tinted.
    const near = [0, 1, -1, 2, -2].flatMap((step) => [step, step * canvas.width])
    repaint(canvas, (color, x, y) => {
      if (near.some((step) => outside[y * canvas.width + x + step])) mix(color, paint, 1)
    })
  }

function* edgesOf({ width, height }: Canvas): Iterable<number> {
  for (let x = 0; x < width; x++) yield* [x, x + width * (height - 1)]
  for (let y = 0; y < height; y++) yield* [y * width, y * width + width - 1]
}

const STEP = 14 // difference of two neighbours
