import { type Bytes, type Picture, type Size, typeOf } from '../../shared/picture.ts'
import { isBare } from './bare.ts'
import type { Codec, Returned } from './codec.ts'
import { fitInto } from './fit.ts'
import { headerSizeOf } from './header.ts'

export interface Framing {
  /** The exact size in px that the model is sent and asked for. */
  shape: Size
  /** Whether a transparent picture gets its alpha back; an opaque one stays opaque either way. */
  alpha: 'keep' | 'drop'
  signal?: AbortSignal | undefined
}

/** All that the way back has to know: plain data, so that an answer can be cut also by a later panel. */
export interface Framed {
  /** What it was padded to; none where it was only to be made larger. */
  shape?: Size
  /** The picture's own size. */
  source: Size
  /** Whether an answer gets the picture's alpha back. */
  keepsAlpha: boolean
}

export interface Recipe {
  sent: Picture
  framed: Framed
  /** The result as Figma takes it, at the picture's ratio. Throws `provider` where the answer is not a picture. */
  back(answer: Blob | Bytes): Promise<Returned>
}

/**
 * A picture on its way to a model, and the way back for what it answers. The whole picture is scaled evenly into the
 * shape and padded; `back` finds the same place in the answer, whatever its size. Throws `image`, `cancelled`.
 */
export async function toModel(picture: Picture, { shape, alpha, signal }: Framing, codec: Codec): Promise<Recipe> {
  const content = fitInto(picture, shape)
  const { picture: sent, transparent } = await codec.frame(picture, { shape, content, signal })
  const { width, height } = picture
  const framed = { shape, source: { width, height }, keepsAlpha: transparent === true && alpha === 'keep' }
  return { sent, framed, back: (answer) => cutBack(answer, framed, { picture, codec }) }
}

/**
 * The place in the answer where the picture was, or the whole of one that is larger; without the picture it stays opaque,
 * and is compared with nothing. Throws `provider`.
 */
export function cutBack(
  answer: Blob | Bytes,
  { shape, source, keepsAlpha }: Framed,
  { picture, codec }: { picture: Picture | undefined; codec: Pick<Codec, 'cut' | 'enlarge'> },
): Promise<Returned> {
  if (!shape) return codec.enlarge(answer, { source, original: picture, keepsAlpha })
  const alphaOf = keepsAlpha ? picture : undefined
  return codec.cut(answer, { shape, content: fitInto(source, shape), source, alphaOf })
}

/**
 * A picture on its way to an upscaler: the file itself, or, where it carries more than pixels or is neither PNG nor JPEG,
 * drawn anew at its own size. Throws `image`, `cancelled`; `back` also `provider` where the answer is not larger.
 */
export async function toUpscaler(
  picture: Picture,
  { signal }: Pick<Framing, 'signal'>,
  codec: Pick<Codec, 'frame' | 'cut' | 'enlarge'>,
): Promise<Recipe> {
  const source = { width: picture.width, height: picture.height }
  const anew = () => codec.frame(picture, { shape: source, content: { x: 0, y: 0, ...source }, bare: true, signal })
  const sent = isBare(picture.bytes) ? picture : (await anew()).picture
  const framed = { source, keepsAlpha: picture.type !== 'image/jpeg' }
  return { sent, framed, back: (answer) => cutBack(answer, framed, { picture, codec }) }
}

/** A picture on its way to the panel's own resampler, which gives back what Figma takes. */
export function toResampler(picture: Picture): Recipe {
  const { width, height } = picture
  return {
    sent: picture,
    framed: { source: { width, height }, keepsAlpha: false },
    async back(answer) {
      const bytes = answer instanceof Blob ? new Uint8Array(await answer.arrayBuffer()) : answer
      return { bytes, type: typeOf(bytes)!, ...headerSizeOf(bytes)! }
    },
  }
}
