import type { WireFault } from '../../shared/errors.ts'
import type { Bytes, Picture, Size } from '../../shared/picture.ts'
import type { Rect } from './fit.ts'

/** One piece of pixel work, as it goes to the worker. Nothing is emptied by that: bytes are copied, a blob need not be. */
export type Order =
  | ({ work: 'frame' } & FrameOrder)
  | ({ work: 'cut' } & CutOrder)
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

/** The whole picture into `content`, and padding out to `shape`. */
export interface FrameOrder {
  original: Original
  shape: Size
  content: Rect
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
  /** How far an enlarged answer is the picture that was sent, from 0 to 1; undefined where that was not there. */
  likeness?: number | undefined
}

export interface ToWorker {
  id: number
  order: Order
}

export type FromWorker = { kind: 'ready' } | ({ id: number } & Outcome)

/** What becomes of an order, as data: the worker's classes are not the page's. */
export type Outcome = { kind: 'drawn'; drawn: Drawn } | { kind: 'error'; error: WireFault }
