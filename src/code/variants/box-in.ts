import type { Box } from './grid.ts'

/** px; the upright box around a layer, in the space of what it lies in. */
export function boxIn({ relativeTransform: [[a, c, x], [b, d, y]], width, height }: ComponentNode): Box {
  const left = Math.min(0, a * width) + Math.min(0, c * height)
  const top = Math.min(0, b * width) + Math.min(0, d * height)
  return {
    x: x + left,
    y: y + top,
    width: Math.abs(a * width) + Math.abs(c * height),
    height: Math.abs(b * width) + Math.abs(d * height),
  }
}
