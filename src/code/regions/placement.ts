import type { ImagePaint, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { Size } from '../../shared/picture.ts'
import { after, inverse, scaled } from './transform.ts'

/**
 * px of an image → px of the layer that shows it. A TILE has its image in many places; this is the first, at the top left.
 * Undefined where the crop shows no more than a line of it.
 *
 * Figma: `imageTransform` takes the layer's unit square to the image's (T:4822). FILL covers the layer and FIT lies within
 * it, both in the middle; `rotation` turns clockwise by quarters, which is believed and not documented.
 */
export function placementOf(paint: ImagePaint, image: Size, layer: Size): Transform | undefined {
  const { scaleMode, imageTransform, scalingFactor = 1, rotation = 0 } = paint
  const toUnit = scaled(1 / image.width, 1 / image.height)
  if (scaleMode === 'CROP') {
    const toLayer = inverse(imageTransform ?? scaled(1, 1))
    return toLayer && after(scaled(layer.width, layer.height), after(toLayer, toUnit))
  }
  const quarter = (((rotation / 90) % 4) + 4) % 4
  const turned = quarter % 2 === 0 ? image : { width: image.height, height: image.width }
  const scales = [layer.width / turned.width, layer.height / turned.height]
  const scale = scaleMode === 'TILE' ? scalingFactor : scaleMode === 'FILL' ? Math.max(...scales) : Math.min(...scales)
  const [width, height] = [turned.width * scale, turned.height * scale]
  const [x, y] = scaleMode === 'TILE' ? [0, 0] : [(layer.width - width) / 2, (layer.height - height) / 2]
  return after(scaled(width, height, x, y), after(QUARTERS[quarter]!, toUnit))
}

/** The unit square turned clockwise within itself. */
const QUARTERS: readonly Transform[] = [
  scaled(1, 1),
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
