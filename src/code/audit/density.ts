import type { ImagePaint, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { Size } from '../../shared/picture.ts'
import { placementOf } from '../regions/placement.ts'

/** The box that a paint is stretched over, and how it lies on the canvas. */
export interface Area extends Size {
  /** The layer's space → the page; only turning, flipping, scaling and skewing matter. */
  transform: Transform
}

/**
 * Image px for each px of the canvas, in the direction in which there are fewest: so many times may the layer be
 * exported before the image is stretched. `undefined` where nothing of the image is seen: image or box has no area, the
 * crop shows no more than a line of it, or the layer is flattened.
 */
export function densityOf(paint: ImagePaint, image: Size, area: Area): number | undefined {
  const placement = image.width > 0 && image.height > 0 ? placementOf(paint, image, area) : undefined
  if (!placement) return undefined
  const [[a, b], [c, d]] = area.transform
  const [[e, f], [g, h]] = placement
  const stretched = mostStretched(a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h)
  const space = image.width * image.height * area.width * area.height * (a * d - b * c) * (e * h - f * g)
  return space !== 0 && stretched < Number.POSITIVE_INFINITY ? 1 / stretched : undefined
}

/** The largest singular value: how long the map makes what it makes longest. */
const mostStretched = (a: number, b: number, c: number, d: number) =>
  (Math.hypot(a + d, b - c) + Math.hypot(a - d, b + c)) / 2
