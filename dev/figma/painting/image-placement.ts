import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { combined, inverse } from '../document/geometry.ts'

interface Size {
  /** px */
  width: number
  /** px */
  height: number
}

/**
 * Where an image lies on its layer: the image's unit square → px of the layer. Undefined if it cannot be seen.
 *
 * CROP: `imageTransform` takes the layer's unit square to the image's, so [[0.5, 0, 0.25], [0, 1, 0]] shows the middle
 * half of the image's width (T:4822). FILL covers the layer, FIT lies inside it, both in the middle; TILE repeats from
 * the top left, and what is given is the first tile. Quarter turns are clockwise, which is believed, not documented.
 */
export function imagePlacement(
  { scaleMode, imageTransform, scalingFactor = 1, rotation = 0 }: F.ImagePaint,
  image: Size,
  layer: Size,
): F.Transform | undefined {
  if (scaleMode === 'CROP') {
    const toLayer = imageTransform ? inverse(imageTransform) : QUARTERS[0]
    return toLayer && combined(scaled(layer.width, layer.height), toLayer)
  }
  const quarter = (((rotation / 90) % 4) + 4) % 4
  const turned = quarter % 2 === 0 ? image : { width: image.height, height: image.width }
  const scale = scaleMode === 'TILE' ? scalingFactor : fitScale(scaleMode, turned, layer)
  const { width, height } = { width: turned.width * scale, height: turned.height * scale }
  const at = scaleMode === 'TILE' ? { x: 0, y: 0 } : { x: (layer.width - width) / 2, y: (layer.height - height) / 2 }
  return combined(scaled(width, height, at), QUARTERS[quarter]!)
}

function fitScale(scaleMode: 'FILL' | 'FIT', image: Size, layer: Size): number {
  const across = layer.width / image.width
  const down = layer.height / image.height
  return scaleMode === 'FILL' ? Math.max(across, down) : Math.min(across, down)
}

const scaled = (width: number, height: number, { x, y } = { x: 0, y: 0 }): F.Transform => [
  [width, 0, x],
  [0, height, y],
]

/** The unit square turned clockwise within itself, by quarters. */
const QUARTERS: readonly F.Transform[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
  ],
  [
    [0, -1, 1],
    [1, 0, 0],
  ],
  [
    [-1, 0, 1],
    [0, -1, 1],
  ],
  [
    [0, 1, 0],
    [-1, 0, 1],
  ],
]
