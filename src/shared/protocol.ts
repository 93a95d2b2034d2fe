import type { Picture } from './picture.ts'

/** What the sandbox does when the UI asks. A new command is a line here and a file in `code/commands`. */
export interface Commands {
  start(input: {}): Start
  saveSettings(input: { settings: unknown }): void
  /** The layer as a PNG in sRGB, `scale` times its size, without what overhangs its box. */
  exportLayer(input: { id: string; scale: number }): Picture
  /** The original bytes of one of the layer's images, and the size that Figma says it has. */
  readImage(input: { id: string; hash: string }): Picture
  placeImage(input: PlaceImage): Placed
  showOriginal(input: { id: string }): void
}

/** What the sandbox says unasked. */
export interface Events {
  selection: Selection
}

export interface Start {
  /** The menu command that opened the plugin. */
  command: string
  selection: Selection
  /** As stored; the UI parses it. */
  settings: unknown
}

export interface Selection {
  rows: LayerRow[]
}

/** One picture that could be edited, or one selected layer that cannot and why. */
export interface LayerRow {
  /** Distinct in a selection: a layer with several visible images has a row for each. */
  key: string
  id: string
  name: string
  source: Source | { kind: 'skipped'; why: Skipped }
  /** px: the image's own pixels, or the layer's size at 1×. */
  width: number
  height: number
  /** How many of the layer's paints are results of Refill. */
  results: number
}

/** What is sent to the model: the image itself, or a render of the layer. */
export type Source =
  | { kind: 'image'; hash: string }
  /** `place`: in the layer's own stack, in a rectangle inside the frame, or in one above the layer. */
  | { kind: 'appearance'; place: 'stack' | 'inside' | 'above' }

export type Skipped = 'hidden' | 'empty' | 'kind' | 'mixed' | 'lost' | 'library' | 'instance'

export interface PlaceImage {
  id: string
  source: Source
  picture: Picture
  /** Width over height of the layer when it was read: an appearance that has changed shape no longer fits. */
  ratio: number
  made: Made
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
  /** ISO 8601 */
  at: string
}

export interface Placed {
  /** The layer that now holds the picture: the one that was read, or the rectangle made for it. */
  id: string
  hash: string
}
