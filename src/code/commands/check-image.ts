import { AppError } from '../../shared/errors.ts'
import { repaintedText } from '../../shared/texts/layers.ts'
import { asFillLayer, layerById } from '../layers.ts'
import { hashOf } from '../paint-key.ts'

/** Whether the layer is there and holds the image; answers its name. Throws `layer`. */
export async function checkImage({ id, hash }: { id: string; hash: string }): Promise<string> {
  const layer = await layerById(id)
  if (asFillLayer(layer).paints.some((paint) => hashOf(paint) === hash)) return layer.name
  throw new AppError('layer', repaintedText(layer.name))
}
