import { AppError, toWire, type WireFault } from '../../shared/errors.ts'
import type { ImageOn } from '../../shared/protocol.ts'
import { repaintedText } from '../../shared/texts/layers.ts'
import { asFillLayer, layerById } from '../layers.ts'
import { hashOf } from '../paint-key.ts'

/** What is wrong with each of them; `null` where the layer is there and holds the image. */
export const checkImages = ({ images }: { images: readonly ImageOn[] }): Promise<(WireFault | null)[]> =>
  Promise.all(images.map((image) => checkImage(image).then(() => null, toWire)))

/** Whether the layer is there and holds the image; answers its name. Throws `layer`. */
export async function checkImage({ id, hash }: ImageOn): Promise<string> {
  const layer = await layerById(id)
  if (asFillLayer(layer).paints.some((paint) => hashOf(paint) === hash)) return layer.name
  throw new AppError('layer', repaintedText(layer.name))
}
