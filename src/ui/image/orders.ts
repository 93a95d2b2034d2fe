import type { WireFault } from '../../shared/errors.ts'
import type { Bytes, Picture, Rect, Size } from '../../shared/picture.ts'

/** One piece of pixel work, as it goes to the worker. Nothing is emptied by that: bytes are copied, a blob need not be. */
export type Order =
  | ({ work: 'frame' } & FrameOrder)
  | ({ work: 'cut' } & CutOrder)
  | ({ work: 'patch' } & PatchOrder)
  | ({ work: 'mask' } & MaskOrder)
  | ({ work: 'enlarge' } & EnlargeOrder)
  | ({ work: 'resample' } & ResampleOrder)
  | ({ work: 'convert' } & ConvertOrder)
  | ({ work: 'refer' } & ReferOrder)
  | ({ work: 'thumbnail' } & ThumbnailOrder)

/** A picture of ours and the size that Figma says it has. */
export interface Original {
  bytes: Bytes
  told: Size
}

/** The whole picture, or a crop of it, into `content`, and padding out to `shape`. */
export interface FrameOrder {
  original: Original
  shape: Size
  content: Rect
  /** Whole px of the picture. */
  crop?: Rect | undefined
  /** What is clear stays so, and is laid on no ground. */
  bare?: boolean | undefined
}

/** The rectangle that was `content` in `shape`, out of an answer of any size, at the ratio of `source`. */
export interface CutOrder {
  answer: Blob
  shape: Size
  content: Rect
  source: Size
  /** Whose alpha the result gets back. */
  alphaOf?: Original | undefined
}

/** A part of a picture that alone is to change. */
export interface Region {
  /** px of the picture; may reach beyond it. */
  bounds: Rect
  /** What is taken of it, by the alpha of a layer; without it all of it. */
  mask?: Mask | undefined
  /** px of the picture: how far its edge is softened, inwards. */
  feather: number
}

export interface Mask {
  file: Blob
  /** px of the mask → px of the picture, in the order of a canvas: a, b, c, d, e, f. */
  toPicture: Affine
}

export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** An answer for a crop, back into the picture that the crop is of: only within the region, at the picture's own px. */
export interface PatchOrder {
  answer: Blob
  /** What was sent, and where the crop lay in it. */
  shape: Size
  content: Rect
  picture: Original
  /** Whole px of the picture. */
  crop: Rect
  region: Region
  /** Whether the answer's colours are brought to those around the region. */
  corrects: boolean
}

/** What a provider is sent beside a crop: as large as that was, and clear where the region is. */
export interface MaskOrder {
  shape: Size
  content: Rect
  crop: Rect
  region: Region
}

/** The whole of an answer that was asked to be larger than its source, at the ratio of that. */
export interface EnlargeOrder {
  answer: Blob
  source: Size
  /** What was sent, which the result is compared with. */
  original?: Original | undefined
  /** Whether the result gets the original's alpha where the answer has none. */
  keepsAlpha: boolean
}

/** The picture made larger, with nothing that was not in it. */
export interface ResampleOrder {
  original: Original
  /** px; at least the picture's own, and at most 4096 an edge. */
  size: Size
}

/** The picture as it is, in a file of another type. */
export interface ConvertOrder {
  original: Original
  type: 'image/jpeg' | 'image/webp'
  /** 1–100; of a WebP, 100 is without any loss in Chromium. */
  quality: number
  /** What a JPEG shows where the picture is clear, as `#rrggbb`; white where none is said. A WebP stays clear. */
  ground?: string | undefined
}

/** A picture to be sent beside the one that is edited, brought down to what models use. */
export interface ReferOrder {
  file: Blob
  /** Where Figma keeps it, the size that Figma says it has. */
  told?: Size | undefined
}

export interface ThumbnailOrder {
  original: Original
  /** px */
  maxEdge: number
}

export interface Drawn {
  picture: Picture
  /** Whether anything shows through the picture that was read; undefined where nothing depended on that. */
  transparent?: boolean | undefined
  /** Levels by which an answer was brought to the colours around its region, on average; 0 where it met them. */
  drift?: number | undefined
  /** How far an enlarged answer is the picture that was sent, from 0 to 1; undefined where that was not there. */
  likeness?: number | undefined
}

export interface ToWorker {
  id: number
  order: Order
}

export type FromWorker = { kind: 'ready' } | ({ id: number } & OrderOutcome)

/** What becomes of an order, as data: the worker's classes are not the page's. */
export type OrderOutcome = { kind: 'drawn'; drawn: Drawn } | { kind: 'error'; error: WireFault }
