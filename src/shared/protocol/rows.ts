import type { Rect, Size } from '../picture.ts'

/** One picture that could be edited, or one layer that cannot and why. */
export interface LayerRow {
  /** Distinct in a selection: a layer with several visible images has a row for each. */
  key: string
  id: string
  name: string
  source: Source | { kind: 'skipped'; why: Skipped }
  /** px: the image's own pixels, or the layer's size at 1×. */
  width: number
  height: number
  /** px of the image: the box around what the layer shows of it, where that is less than half. */
  shown?: Rect | undefined
  /** How many of the layer's paints are results of Refill. */
  results: number
  at: Spot
  notes: Note[]
  /** Of an image that Refill made. `of`: what was there before Refill, where the layer holds it still. */
  edited?: { of?: (Size & { hash: string }) | undefined }
  /** The selected layer that this one lies in, where its images are listed. */
  inside?: { id: string; name: string }
  /** How many rows of images inside it follow: the choice is between them and the whole of the layer. */
  holds?: number
  /** What a layer that holds images is called. */
  kind?: 'frame' | 'group' | 'section' | 'set' | 'instance'
  /** The variant or instance that the layer lies in, by name: many rows of a set have the same name. */
  where?: string | undefined
  /**
   * The variant, or the instance of one, that it lies in or is: the outermost up to the selected layer, else the nearest
   * around that. `where` is nearer, and also of instances that have no variants.
   */
  variant?: RowVariant
}

/** An image, and a layer that shows it. */
export interface ImageOn {
  id: string
  hash: string
}

/** A variant of a component set, or an instance of one. */
export interface RowVariant {
  id: string
  name: string
  /** Of an instance: unless its component is gone. */
  set?: { id: string; name: string }
  /** Its values by the names of the properties; none where its set is in conflict. */
  properties: Record<string, string>
  isInstance?: true
}

/** Where a layer was when its row was made: a result whose layer is gone is laid there. */
export interface Spot {
  /** Id of its page. */
  page: string
  /** px on the page, the upright box around the layer. */
  x: number
  y: number
  width: number
  height: number
}

/** What a designer should know before the run. */
export type Note =
  /** The layer belongs to a component: this many instances follow it. `component` is its id: its rows share them. */
  | { kind: 'instances'; component: string; count: number }
  /** Its fills come from this shared style, and will not any more. */
  | { kind: 'style'; name: string }
  /** It lies in an instance: the edit is an override there. */
  | { kind: 'override' }

/** What is sent to the model: the image itself, or a render of the layer. */
export type Source =
  | { kind: 'image'; hash: string }
  /** `place`: in the layer's own stack, in a rectangle inside the frame, in one above the layer, or in one beside it. */
  | { kind: 'appearance'; place: 'stack' | 'inside' | 'above' | 'beside' }

export type Skipped = 'hidden' | 'empty' | 'line' | 'kind' | 'mixed' | 'lost' | 'library'
