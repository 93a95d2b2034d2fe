import type { Picture, Size } from '../picture.ts'
import type { Source, Spot } from './rows.ts'

export interface PlaceImage {
  id: string
  name: string
  source: Source
  picture: Picture
  /** Width over height of the layer when it was read: an appearance that has changed shape no longer fits. */
  ratio: number
  made: Made
  at: Spot
  /** Layers that are hidden in the same step, where the picture goes on this layer: they were drawn to say which part changes. */
  hides?: readonly string[] | undefined
  /** This layer, or a copy of it beside. */
  place: 'layer' | 'beside'
}

/** How a result came to be, kept on the layer. */
export interface Made {
  prompt: string
  provider: string
  model: string
  seed?: number
  /** What the provider made of the prompt. */
  revisedPrompt?: string
  /** The model that really ran, where a gateway chose. */
  executedModel?: string
  requestId?: string
  /** Unix seconds, as the provider says. */
  created?: number
  /** USD */
  cost?: number
  /**
   * px of the picture that it was merely resampled from, and its hash if it lay on the layer: it has no more detail than
   * that. Of what was resampled again, of the picture that was there at first.
   */
  resampled?: Size & { hash?: string | undefined }
  /** ISO 8601 */
  at: string
}

export interface Placed {
  /** The layer that now holds the picture: the one that was read, or the one made for it. */
  id: string
  hash: string
  /** Why it lies beside the layer, where it does. */
  beside?: Beside
  /** Nothing was written: the layer is an instance's, and shows what its component got. */
  follows?: true
}

export type Beside = 'asked' | 'gone' | 'moved' | 'repainted' | 'reshaped' | 'closed'
