import type { Bytes, Picture, Size } from '../../shared/picture.ts'
import { isBare } from './bare.ts'
import type { Codec } from './codec.ts'
import { fitInto } from './fit.ts'

export interface Framing {
  /** The exact size in px that the model is sent and asked for. */
  shape: Size
  /** Whether a transparent picture gets its alpha back; an opaque one stays opaque either way. */
  alpha: 'keep' | 'drop'
  signal?: AbortSignal | undefined
}

export interface Recipe {
  sent: Picture
  /** The result as Figma takes it, at the picture's ratio. Throws `provider` where the answer is not a picture. */
  back(answer: Blob | Bytes): Promise<Picture>
}

/**
 * A picture on its way to a model, and the way back for what it answers. The whole picture is scaled evenly into the
 * shape and padded; `back` finds the same place in the answer, whatever its size. Throws `image`, `cancelled`.
 */
export async function toModel(picture: Picture, { shape, alpha, signal }: Framing, codec: Codec): Promise<Recipe> {
  const content = fitInto(picture, shape)
  const { picture: sent, transparent } = await codec.frame(picture, { shape, content, signal })
  const source = { width: picture.width, height: picture.height }
  const alphaOf = transparent && alpha === 'keep' ? picture : undefined
  return { sent, back: (answer) => codec.cut(answer, { shape, content, source, alphaOf }) }
}

/**
 * A picture on its way to an upscaler: the file itself, or, where it carries more than pixels or is neither PNG nor JPEG,
 * drawn anew at its own size. Throws `image`, `cancelled`; `back` also `provider` where the answer is not larger.
 */
export async function toUpscaler(
  picture: Picture,
  { signal }: Pick<Framing, 'signal'>,
  codec: Pick<Codec, 'frame' | 'enlarge'>,
): Promise<Recipe> {
  const source = { width: picture.width, height: picture.height }
  const anew = () => codec.frame(picture, { shape: source, content: { x: 0, y: 0, ...source }, bare: true, signal })
  const sent = isBare(picture.bytes) ? picture : (await anew()).picture
  const alphaOf = picture.type === 'image/jpeg' ? undefined : picture
  return { sent, back: (answer) => codec.enlarge(answer, { source, alphaOf }) }
}
