import type { ImagePaint, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { AppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import { lostImageText } from '../../shared/texts/images.ts'
import { repaintedText, tiledText, tooLittleText } from '../../shared/texts/layers.ts'
import { assertThere, readablePaints } from '../layers.ts'
import { hashOf, isVisible } from '../paint-key.ts'
import { placementOf } from './placement.ts'
import { inverse } from './transform.ts'

/** The paint by which a layer shows an image: the topmost that is seen, or any that holds it. */
export function paintOf(layer: SceneNode, hash: string): ImagePaint | undefined {
  const paints = (readablePaints(layer) ?? []).filter((paint): paint is ImagePaint => hashOf(paint) === hash)
  return paints.filter(isVisible).pop() ?? paints.pop()
}

/** An image as it lies on a layer. */
export interface LaidImage {
  size: Size
  /** px of the layer's own space → px of the image. */
  toImage: Transform
}

/**
 * Throws `layer` where the layer no longer holds the image, or shows it in many places; `image` where Figma has lost it.
 */
export async function imageOn(layer: SceneNode, hash: string): Promise<LaidImage> {
  const size = await figma
    .getImageByHash(hash)
    ?.getSizeAsync()
    .catch(() => undefined)
  if (!size) throw new AppError('image', lostImageText())
  assertThere(layer)
  const { name } = layer
  const paint = paintOf(layer, hash)
  if (!paint) throw new AppError('layer', repaintedText(name))
  if (paint.scaleMode === 'TILE') throw new AppError('layer', tiledText(name))
  const placement = placementOf(paint, size, layer)
  const toImage = placement && inverse(placement)
  if (!toImage) throw new AppError('layer', tooLittleText(name))
  return { size, toImage }
}
