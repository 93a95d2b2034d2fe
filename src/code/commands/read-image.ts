import type { Task } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import { type Bytes, type Picture, typeOf } from '../../shared/picture.ts'
import { asFillLayer, layerById } from '../layers.ts'
import { hashOf } from '../paint-key.ts'

/** The original bytes of an image on the layer. Throws `layer` if it is not there, `image` if Figma has lost it. */
export async function readImage({ id, hash }: { id: string; hash: string }, task: Task): Promise<Picture> {
  const layer = await layerById(id)
  if (!asFillLayer(layer).paints.some((paint) => hashOf(paint) === hash)) {
    throw new AppError('layer', `“${layer.name}” was repainted meanwhile.`)
  }
  const image = figma.getImageByHash(hash)
  if (!image) throw new AppError('image', `Figma no longer has the image on “${layer.name}”.`)
  const [bytes, size] = await Promise.all([image.getBytesAsync(), image.getSizeAsync()])
  task.throwIfCancelled()
  const type = typeOf(bytes)
  if (!type) throw new AppError('image', `The image on “${layer.name}” is of a kind that cannot be read.`)
  return { bytes: bytes as Bytes, type, ...size }
}
