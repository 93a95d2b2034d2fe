import type { ImagePaint, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { Size } from '../../shared/picture.ts'

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
  const [[a, b], [c, d]] = area.transform
  const [e, f, g, h] = placementOf(paint, image, area)
  const stretched = mostStretched(a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h)
  const space = image.width * image.height * area.width * area.height * (a * d - b * c) * (e * h - f * g)
  return space !== 0 && stretched < Number.POSITIVE_INFINITY ? 1 / stretched : undefined
}

/** px of the image → px of the layer, as a linear map in the order of a transform. */
function placementOf(paint: ImagePaint, image: Size, { width, height }: Size): [number, number, number, number] {
  const { scaleMode, imageTransform = WHOLE, scalingFactor = 1, rotation = 0 } = paint
  if (scaleMode === 'CROP') {
    // Figma: it takes the layer's unit square to the image's, so its inverse places the image.
    const [[a, b], [c, d]] = imageTransform
    const across = width / (a * d - b * c)
    const down = height / (a * d - b * c)
    return [
      (d * across) / image.width,
      (-b * across) / image.height,
      (-c * down) / image.width,
      (a * down) / image.height,
    ]
  }
  // A quarter turn changes what has to be covered, not how far it is stretched.
  const [wide, high] = (rotation / 90) % 2 === 0 ? [width, height] : [height, width]
  const scales = [wide / image.width, high / image.height]
  const fit = scaleMode === 'FILL' ? Math.max(...scales) : Math.min(...scales)
  const scale = scaleMode === 'TILE' ? scalingFactor : fit
  return [scale, 0, 0, scale]
}

/** The largest singular value: how long the map makes what it makes longest. */
const mostStretched = (a: number, b: number, c: number, d: number) =>
  (Math.hypot(a + d, b - c) + Math.hypot(a - d, b + c)) / 2

/** The layer shows the image from edge to edge. */
const WHOLE: Transform = [
  [1, 0, 0],
  [0, 1, 0],
]
