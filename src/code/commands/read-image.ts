import type { Task } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import { type Bytes, type Picture, typeOf } from '../../shared/picture.ts'
import type { ImageOn } from '../../shared/protocol.ts'
import { lostImageText, unknownKindText, unloadedText } from '../../shared/texts/images.ts'
import { checkImage } from './check-images.ts'

interface Wanted extends ImageOn {
  /** Whether the layer may be gone or show something else by now: it was read for others as well. */
  anyLayer?: boolean
}

/** The original bytes of an image on the layer. Throws `layer` if it is not there, `image` if Figma has lost it. */
export async function readImage({ id, hash, anyLayer = false }: Wanted, task: Task): Promise<Picture> {
  const name = anyLayer ? undefined : await checkImage({ id, hash })
  const image = figma.getImageByHash(hash)
  if (!image) throw new AppError('image', lostImageText(name))
  const [bytes, size] = await Promise.all([image.getBytesAsync(), image.getSizeAsync()]).catch((thrown) => {
    throw new AppError('image', unloadedText(name), thrown)
  })
  task.throwIfCancelled()
  const type = typeOf(bytes)
  if (!type) throw new AppError('image', unknownKindText(name))
  return { bytes: bytes as Bytes, type, ...size }
}
