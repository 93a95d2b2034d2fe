import type { ImagePaint } from '@figma/plugin-typings/plugin-api-standalone'
import type { Rect, Size } from '../../shared/picture.ts'
import { placementOf } from './placement.ts'
import { boxAfter, inverse } from './transform.ts'

/** px of the image: the box around what a layer shows of it by CROP or FILL, where that is less than half of it. */
export function shownPart(paint: ImagePaint, image: Size, layer: Size): Rect | undefined {
  if (paint.scaleMode !== 'CROP' && paint.scaleMode !== 'FILL') return undefined
  const placement = placementOf(paint, image, layer)
  const toImage = placement && inverse(placement)
  if (!toImage) return undefined
  const box = boxAfter(toImage, { x: 0, y: 0, width: layer.width, height: layer.height })
  const [left, top] = [Math.max(0, box.x), Math.max(0, box.y)]
  const width = Math.min(image.width, box.x + box.width) - left
  const height = Math.min(image.height, box.y + box.height) - top
  const isPart = width > 0 && height > 0 && width * height < (image.width * image.height) / 2
  return isPart ? { x: left, y: top, width, height } : undefined
}
