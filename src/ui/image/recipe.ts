import { AppError } from '../../shared/errors.ts'
import { type Bytes, type Picture, type Rect, type Size, typeOf } from '../../shared/picture.ts'
import { PART_OF_NOTHING } from '../texts/images.ts'
import { isBare } from './bare.ts'
import type { Codec, Returned } from './codec.ts'
import { fitInto } from './fit.ts'
import { headerSizeOf } from './header.ts'
import type { Region } from './orders.ts'

/** What alone of a picture is sent, and what alone of that changes. */
export interface Part {
  /** Whole px of the picture. */
  crop: Rect
  region: Region
  /** Whether what comes back is brought to the colours around the region. */
  corrects: boolean
  /** The layer that the region's mask was read of: a file is not kept with a job. */
  layer?: string | undefined
}

export interface Framing {
  /** The exact size in px that the model is sent and asked for. */
  shape: Size
  /** Whether a transparent picture gets its alpha back; an opaque one stays opaque either way. */
  alpha: 'keep' | 'drop'
  part?: Part | undefined
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
  part?: Part | undefined
}

export interface Recipe {
  sent: Picture
  framed: Framed
  /**
   * The result as Figma takes it, at the picture's ratio; of a part, put back into the picture, or into a later state of it.
   * Throws `provider` where the answer is not a picture.
   */
  back(answer: Blob | Bytes, into?: Picture): Promise<Returned>
  /** Of a part alone: what came for its crop, and that once more where it was made larger, back into the picture. */
  piece?: Piece
  /** What a model that takes a mask is sent beside a part. Throws as `toModel`. */
  mask?(): Promise<Picture>
}

export interface Piece {
  cut(answer: Blob | Bytes): Promise<Picture>
  join(piece: Picture, into?: Picture): Promise<Returned>
}

/**
 * A picture on its way to a model, and the way back for what it answers. The whole picture, or a part of it, is scaled
 * evenly into the shape and padded; `back` finds the same place in the answer, whatever its size. Throws `image`, `cancelled`.
 */
export async function toModel(
  picture: Picture,
  { shape, alpha, part, signal }: Framing,
  codec: Codec,
): Promise<Recipe> {
  const content = fitInto(part?.crop ?? picture, shape)
  const { picture: sent, transparent } = await codec.frame(picture, { shape, content, crop: part?.crop, signal })
  const { width, height } = picture
  const framed = { shape, source: { width, height }, keepsAlpha: transparent === true && alpha === 'keep', part }
  const back: Recipe['back'] = (answer, into = picture) => cutBack(answer, framed, { picture: into, codec })
  if (!part) return { sent, framed, back }
  const { crop, region } = part
  return {
    ...{ sent, framed, back },
    piece: {
      cut: (answer) => codec.cut(answer, { shape, content, source: crop }),
      join: (piece, into = picture) =>
        codec.patch(piece.bytes, { shape: piece, content: { x: 0, y: 0, ...piece }, picture: into, ...part }),
    },
    mask: () => codec.mask({ shape, content, crop, region, signal }),
  }
}

/**
 * The place in the answer where the picture was, or the whole of one that is larger; without the picture it stays opaque,
 * and is compared with nothing. Throws `provider`.
 */
export function cutBack(
  answer: Blob | Bytes,
  { shape, source, keepsAlpha, part }: Framed,
  { picture, codec }: { picture: Picture | undefined; codec: Pick<Codec, 'cut' | 'enlarge' | 'patch'> },
): Promise<Returned> {
  if (shape && part) {
    if (!picture) throw new AppError('layer', PART_OF_NOTHING)
    return codec.patch(answer, { shape, content: fitInto(part.crop, shape), picture, ...part })
  }
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
  codec: Pick<Codec, 'frame' | 'cut' | 'enlarge' | 'patch'>,
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
