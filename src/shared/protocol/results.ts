import type { Made } from './placing.ts'

/** What showing another paint left behind. */
export interface Shown {
  /** The layer lies in an instance, which now overrides its component. */
  override: boolean
}

/** What was done to many layers. `last`: the last one that it changed, which an undo takes back first. */
export interface Changed {
  last?: string | undefined
}

/** How many results went. */
export interface Removed extends Changed {
  removed: number
}

/** What showing the originals of many layers came to; a layer and the rectangle that Refill made for it count as one. */
export interface ShownOriginals extends Changed {
  /** How many layers show again what they showed before. */
  shown: number
  /** How many showed no result. */
  already: number
  /** Whether one of these lies in an instance, which now overrides its component. */
  override: boolean
  /** How many are gone or cannot be changed. */
  missed: number
}

/** The results on a layer and on the rectangle that Refill made for it, oldest first. */
export interface LayerResults {
  results: LayerResult[]
  /** Whether none of them shows. */
  original: boolean
  /** The shared style that the layer followed before; `drops` results go when it follows it again. */
  style?: { name: string; drops: number }
}

export interface LayerResult {
  /** The layer that holds the paint. */
  on: string
  hash: string
  made: Made
  shown: boolean
  favourite?: boolean
  /** Of an image's result: the image that was there before Refill, where the layer holds it still. */
  of?: string | undefined
  /** Of a look: the image that it took the place of, where that was all that showed. */
  hid?: string | undefined
}
