import type { Bytes, Picture, Size } from '../../shared/picture.ts'
import type { Codec } from './codec.ts'
import { fitInto } from './fit.ts'

export interface Framing {
  /** The exact size in px that the model is sent and asked for. */
  shape: Size
  /** Whether a transparent picture gets its alpha back; an opaque one stays opaque either way. */
  alpha: 'keep' | 'drop'
  signal?: AbortSignal | undefined
}

/** All that the way back has to know: plain data, so that an answer can be cut also by a later panel. */
export interface Framed {
  shape: Size
  /** The picture's own size. */
  source: Size
  /** Whether an answer gets the picture's alpha back. */
  keepsAlpha: boolean
}

export interface Recipe {
  sent: Picture
  framed: Framed
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
  const { width, height } = picture
  const framed = { shape, source: { width, height }, keepsAlpha: transparent && alpha === 'keep' }
  return { sent, framed, back: (answer) => cutBack(answer, framed, { picture, codec }) }
}

/** The place in the answer where the picture was; without the picture it stays opaque. */
export function cutBack(
  answer: Blob | Bytes,
  { shape, source, keepsAlpha }: Framed,
  { picture, codec }: { picture: Picture | undefined; codec: Pick<Codec, 'cut'> },
): Promise<Picture> {
  const alphaOf = keepsAlpha ? picture : undefined
  return codec.cut(answer, { shape, content: fitInto(source, shape), source, alphaOf })
}
