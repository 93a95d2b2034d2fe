import type { Bytes, Picture, PictureType, Rect, Size } from './picture.ts'

// Long, because it is the one list of what the two sides say to each other.

/** What the sandbox does when the UI asks. A new command is a line here and a file in `code/commands`. */
export interface Commands {
  /** What the panel opens with, at once: to read a large selection takes seconds. */
  start(input: {}): Start
  /** What is selected; from then on changes are told. */
  readSelection(input: {}): Selection
  saveSettings(input: { settings: unknown }): void
  /**
   * Keeps one window's journal of open requests beside the settings; `undefined` and `null` remove it. A key is never in
   * it. Rejects if it cannot be kept, as when storage is full; then the earlier one stands.
   */
  saveJournal(input: { window: string; journal: unknown }): void
  /** The journals of all windows, by the names of these. As stored; the UI parses them. */
  readJournals(input: {}): Record<string, unknown>
  /**
   * Remembers a job that a provider works on, with the name of the file; `undefined` forgets it. Neither key nor picture
   * is in it. Rejects as `saveJournal` does.
   */
  saveJob(input: { id: string; job: KeptJob | undefined }): void
  /** The remembered jobs of all windows by their ids, and when each of those windows was heard of. As stored. */
  readJobs(input: {}): { jobs: Record<string, unknown>; windows: Record<string, unknown> }
  /** A sign of life, in ms since 1970; `undefined` where the window holds no job any more. */
  markWindow(input: { window: string; at: number | undefined }): void
  /** Gives a job of `from` to `window`, and says whether it was theirs. Of two windows at the same moment, the last. */
  claimJob(input: { id: string; window: string; from: string }): boolean
  /** Keeps one preset by its id; `undefined` removes it. Rejects as `saveJournal` does. */
  savePreset(input: { id: string; preset: unknown }): void
  /** The presets by their ids. As stored; the UI parses them. */
  readPresets(input: {}): Record<string, unknown>
  /** Keeps the prompts that were run last. Rejects as `saveJournal` does. */
  savePrompts(input: { prompts: unknown }): void
  /** As stored; the UI parses them. */
  readPrompts(input: {}): unknown
  /** Keeps how the last edit was made, without keys and pictures; `undefined` forgets it. Rejects as `saveJournal` does. */
  saveLastEdit(input: { edit: unknown }): void
  /** As stored; the UI parses it. */
  readLastEdit(input: {}): unknown
  /** Says in Figma's own window what a hidden panel does, until the panel shows or the plugin closes. Answers what is done about it. */
  tellRunning(input: { message: string; stop: string }): PressedNote
  /** Shows the panel that was hidden. */
  showPanel(input: {}): void
  /** px, brought within what the panel may be. `keep`: the next one opens as large. */
  resizePanel(input: Size & { keep: boolean }): void
  /** Closes the plugin once all is kept that was to be kept. Never answers. */
  closePlugin(input: {}): void
  /** How the layer of a row of an earlier panel stands in the file that is open. */
  checkLayer(input: CheckLayer): Standing
  /** Says something in Figma's own window, where also those see it who look at the canvas. Long ones are cut at a word. */
  notify(input: { message: string; error?: boolean }): void
  /** The layer as a PNG in sRGB, `scale` times its size, without what overhangs its box. */
  exportLayer(input: { id: string; scale: number }): Picture
  /**
   * The original bytes of one of the layer's images, and the size that Figma says it has. `anyLayer`: also where the layer
   * is gone or repainted, as when it was read for others that show the same image.
   */
  readImage(input: { id: string; hash: string; anyLayer?: boolean }): Picture
  /** The layer's name, if it still holds the image: for bytes that were read before. Else rejects with `layer`. */
  checkImage(input: { id: string; hash: string }): string
  /** Stops as long as nothing is written; then the document is as it was. */
  placeImage(input: PlaceImage): Placed
  showOriginal(input: { id: string }): Shown
  /**
   * What `showOriginal` does, on all of these layers, as one undo step or, where Figma would stand still for that, as a
   * few. Reports layers as progress; stops between two steps, of which those that are done stay.
   */
  showOriginals(input: { ids: readonly string[] }): ShownOriginals
  readResults(input: { id: string }): LayerResults
  /** Shows one result in place of what shows now. */
  showResult(input: { id: string; hash: string }): Shown
  /** Removes the layer's other results. */
  keepOnly(input: { id: string; hash: string }): { removed: number }
  /** Makes a result one of the layer's favourites, or none any more. */
  markFavourite(input: { id: string; hash: string; favourite: boolean }): void
  /**
   * Removes the results that are no favourites from those of these layers that have some, in undo steps as `showOriginals`.
   * Where one of these showed, the newest favourite shows in its place.
   */
  keepFavourites(input: { ids: readonly string[] }): { removed: number }
  /** Removes the results that do not show and are no favourites, from these layers, in undo steps as `showOriginals`. */
  tidy(input: { ids: readonly string[] }): { removed: number }
  /** Links the layer to its shared style again, which drops its results. */
  backToStyle(input: { id: string }): void
  /**
   * Every image in the fills of the selected layers and of what lies in them, or of the open page, by its bitmap. Reports
   * layers as progress; stops between two. Writes nothing. Of layers that are to be exported `Use.exported` is the largest
   * scale among those that it lies in.
   */
  auditImages(input: { of: 'selection' | 'page' | readonly ExportedRoot[] }): Audit
  /** Bytes of an image's file as Figma keeps it; undefined where it has lost it. */
  weighImage(input: { hash: string }): number | undefined
  /** What can be exported of the selection: its layers, and of a component set the variants. Writes nothing. */
  readExports(input: {}): Exports
  /**
   * Keeps a larger picture of an image, by the hash of that, for the files that are drawn next; those that were kept longest
   * go when all of them are too much. `shrink`: the image's own width over the picture's. Throws `image` where Figma does not
   * take it.
   */
  lendImage(input: { hash: string; picture: Picture; shrink: number }): void
  /**
   * One file as Figma draws it. What the document shows only for that, by `shows` or `larger`, is gone afterwards: it is as it
   * was, byte by byte, whatever happens. Where a picture is missing, nothing is drawn, and which is told. Stops before and
   * after that. Throws `layer` if the layer is gone, hidden or was changed while it was drawn, `image` if there is nothing to
   * draw, `bug` if it could not be written down how to put the document back.
   */
  exportFile(input: ExportFile): ExportedFile | MissingImages
  /** What prompts may say of layers. Those that are gone are passed over. `texts`: names of text layers, as tokens. */
  readWords(input: { ids: readonly string[]; texts: readonly string[] }): ReadWords
  /** Of which component each of these layers' pictures would make a new variant, in the order asked. Writes nothing. */
  readVariantSources(input: { layers: readonly PlacedIn[] }): VariantSource[]
  /**
   * Makes each of these layers a component of the same name in the same place, as one undo step, and says by which ids they
   * and what lies in them are found from now on: each layer that was asked for, others where their id has changed. A frame or
   * a group becomes the component; anything else keeps its id and lies in it. Throws `layer` with the sentence that says which
   * cannot be one; then nothing changed.
   */
  makeComponents(input: { ids: readonly string[] }): { ids: Record<string, string> }
  /**
   * Makes a new variant of a component with these pictures on its layers, as one undo step. Stops as long as nothing is
   * written. Throws `layer` where there can be none, `image` where Figma does not take a picture; then the document is as it
   * was.
   */
  placeVariant(input: PlaceVariant): PlacedVariant
  /** The layers that lie over a layer's image, those nearest to it first: each may be the part of it that changes. */
  readRegions(input: { id: string; hash: string }): RegionLayer[]
  /**
   * One of these as a part of the image: its alpha, also where it is soft, and where that lies on the image. Throws `layer`
   * where either is gone, the region lies beside the image, or the image is tiled; `image` if there is nothing to draw.
   */
  readRegion(input: { id: string; hash: string; region: string }): RegionMask
  /** Selects the layer and brings it into view, on its own page. */
  showLayer(input: { id: string }): void
}

/** What the sandbox says unasked. */
export interface Events {
  selection: Selection
}

export interface Start {
  /** The command of the menu or of a relaunch button that opened the plugin. */
  command: string
  /** What was typed in the quick-actions bar; undefined where the plugin was opened without it. */
  typed?: Typed | undefined
  /** As stored; the UI parses it. */
  settings: unknown
}

/** The values of the parameters of *Edit selection…*: a prompt, and the key of a preset. */
export interface Typed {
  prompt?: string
  preset?: string
}

/** `over`: it was taken back, as the panel shows now. */
export type PressedNote = 'stop' | 'dismissed' | 'over'

export interface Selection {
  /** The row of a layer that holds images comes before the rows of what is inside it. */
  rows: LayerRow[]
}

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

/** A layer that lies over an image. */
export interface RegionLayer extends Pick<LayerRow, 'id' | 'name'> {
  /** px of the image, the upright box around it; may reach beyond the image. */
  bounds: Rect
}

export interface RegionMask {
  /** What it covers shows by its alpha; its colours mean nothing. */
  picture: Picture
  /** px of the mask → px of the image, in the order of a canvas: a, b, c, d, e, f. */
  toImage: [number, number, number, number, number, number]
  /** px of the image, the upright box around the mask. */
  bounds: Rect
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

/** What is remembered of a job: the UI's own, but for who takes care of it and the file that it belongs to. */
export interface KeptJob {
  /** The name of a window. */
  owner: string
  /** Added where it is not said. */
  file?: string
}

export interface CheckLayer extends Pick<LayerRow, 'id' | 'name' | 'width' | 'height'> {
  source: Source
  /** The provider's id of a request that gave the layer at most one result. */
  request?: string | undefined
  /** The name of the file that it is in, where that is known. */
  file?: string | undefined
}

/**
 * `placed`: it has the result of that request. `here`: it is that layer, and holds what was sent. `copy`: the same in a
 * file of another name. `changed`: a layer of that id and name, repainted or resized. `gone`: there is none, or it is
 * another file's.
 */
export type Standing = 'placed' | 'here' | 'copy' | 'changed' | 'gone'

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

/** A layer, and the selected one that it lies in or is. */
export interface PlacedIn {
  id: string
  container: string
}

/** The component that a new variant is made of, or why there is none. */
export type VariantSource =
  | {
      /** A component, one of a set, or a layer that would have to be made a component first. */
      kind: 'component' | 'variant' | 'layer'
      id: string
      name: string
      /** Of a variant: its set, and all values of each property in its order; and its own. */
      set?: { id: string; name: string; properties: Record<string, string[]> } | undefined
      values?: Record<string, string> | undefined
    }
  /**
   * `instance`: it is or lies in one, with no component around. `conflict`: the set's variants have the same values, or names
   * that say none. `kind`: it can be made no component, nor can what it lies in, up to the container.
   */
  | { kind: 'none'; why: 'instance' | 'library' | 'conflict' | 'kind' | 'gone' }

export interface PlaceVariant {
  /** The component or variant, or a layer in it, such as one that was put into a component to be one. */
  id: string
  /**
   * The property that the new value is one of; a component without a set gets one that has it. Throws `layer` where the set
   * has no such property, also by another name.
   */
  property: string
  /** All properties of the set when that was chosen: one that was renamed since is found again by the others. */
  properties?: readonly string[] | undefined
  /**
   * What is wanted as its value: made valid, and other than those of variants that are the same else. One that other variants
   * have is spelled as there.
   */
  value: string
  /** At least one. Each goes on the layer of the new variant that is what `id` is in the component. */
  pictures: Pick<PlaceImage, 'id' | 'source' | 'picture' | 'ratio' | 'made'>[]
}

export interface PlacedVariant {
  /** The new variant, its name as Figma has it, and its set. */
  id: string
  name: string
  set: string
  /** For each picture, in their order: the layer of the new variant that holds it. */
  placed: Placed[]
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

/** What showing another paint left behind. */
export interface Shown {
  /** The layer lies in an instance, which now overrides its component. */
  override: boolean
}

/** What showing the originals of many layers came to; a layer and the rectangle that Refill made for it count as one. */
export interface ShownOriginals {
  /** How many layers show again what they showed before. */
  shown: number
  /** Whether one of these lies in an instance, which now overrides its component. */
  override: boolean
  /** How many are gone, showed no result, or cannot be changed. */
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

/** How large the images of many layers are, and how large they are shown. */
export interface Audit {
  bitmaps: AuditedBitmap[]
  /** Layers that were looked at. */
  layers: number
  /** Image paints in strokes and in stretches of text: counted, not judged. */
  strokes: number
  texts: number
  /** Image paints that nobody sees: they are hidden, or their layer is, or is cut away or covered by a result of Refill. */
  hidden: number
  /** Bitmaps that Figma has lost. */
  lost: number
}

export interface AuditedBitmap extends Size {
  hash: string
  /**
   * px of the picture that it was merely resampled from, where Refill knows: it has no more detail than that. `hash`:
   * where all these layers still hold it.
   */
  resampledFrom?: (Size & { hash?: string | undefined }) | undefined
  /** The layers that show it, at least one, in no order: sorting thousands would hold Figma up. */
  uses: Use[]
}

/** A layer that shows a bitmap; where it shows it twice, as the larger of the two. */
export interface Use extends Pick<LayerRow, 'id' | 'name' | 'at' | 'notes' | 'where'> {
  /** Image px for each px of the canvas, in the direction in which there are fewest: more than 0. */
  density: number
  mode: 'FILL' | 'FIT' | 'CROP' | 'TILE'
  /** The largest scale at which the layer, one around it or their page is set to be exported; SVG and PDF count as 1. */
  exported?: number | undefined
  /** Why it cannot be made sharp where it is. */
  skipped?: Skipped | undefined
}

/** A layer that is to be exported, and the largest scale at which it is. */
export interface ExportedRoot {
  id: string
  scale: number
}

/** What can be exported. */
export interface Exports {
  /** The name of the file, and of the open page. */
  file: string
  page: string
  layers: ExportLayer[]
}

export interface ExportLayer extends Pick<LayerRow, 'id' | 'name'> {
  /** The name of the outermost frame that it lies in, if any. */
  frame?: string | undefined
  /** px at 1×: what Figma draws of it, with shadows and what overhangs, and its box. */
  drawn: Size
  box: Size
  /** Its own export settings, as Figma keeps them. */
  own: ExportAs[]
  /** Of a variant: the name of its set. */
  set?: string | undefined
  /** Of a variant, or of an instance of one: its values by the names of the properties. */
  properties?: Record<string, string> | undefined
  /** Those on the layer and on the rectangle that Refill made for it, oldest first; `original`: whether none shows. */
  results: Pick<LayerResult, 'hash' | 'shown'>[]
  original: boolean
  /** Why there is no file of it. */
  skipped?: 'hidden' | 'empty' | undefined
}

/** What Figma is asked to write: its own ExportSettings (T:5130), of which the panel writes only some. */
export interface ExportAs {
  format: 'PNG' | 'JPG' | 'SVG' | 'PDF'
  suffix?: string
  /** Of PNG and JPG alone. `SCALE`: times the layer; else px. */
  constraint?: { type: 'SCALE' | 'WIDTH' | 'HEIGHT'; value: number }
  colorProfile?: 'DOCUMENT' | 'SRGB' | 'DISPLAY_P3_V4'
  useAbsoluteBounds?: boolean
  contentsOnly?: boolean
}

export interface ExportFile {
  id: string
  as: ExportAs
  /** What the layer shows in it: one of its results, by hash, or what was there before Refill. Without it, what it shows now. */
  shows?: { result: string } | 'original' | undefined
  /** The hashes of images that it shows larger, as they were lent. */
  larger?: readonly string[] | undefined
  /** Draw it also with fewer of these: all that it needs is more than can be kept at once. */
  anyway?: boolean | undefined
}

export interface ExportedFile {
  bytes: Bytes
  type: PictureType | 'image/svg+xml' | 'application/pdf'
  /** px, where it is made of these. */
  size?: Size | undefined
  /** How many layers in it show their own image all the same. */
  missed?: number | undefined
}

/** The hashes of images of which a larger picture is to be lent first. Nothing was drawn. */
export interface MissingImages {
  needs: string[]
}

/** What prompts may say of layers, in the order in which they were asked for. */
export interface ReadWords {
  layers: LayerWords[]
}

export interface LayerWords {
  id: string
  /** The name of its page. */
  page: string
  /** The values of the variants and instances that it is or lies in, by property; those of the nearest count. */
  properties: Record<string, string>
  /** The characters of the nearest text layer of each name, by token; none where there is none. */
  texts: Record<string, string>
}
