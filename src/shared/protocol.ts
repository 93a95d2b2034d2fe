import type { WireFault } from './errors.ts'
import type { Picture, Size } from './picture.ts'
import type { Audit } from './protocol/audit.ts'
import type { ExportedFile, ExportedRoot, ExportFile, Exports, MissingImages } from './protocol/exports.ts'
import type { Placed, PlaceImage } from './protocol/placing.ts'
import type { RegionLayer, RegionMask } from './protocol/regions.ts'
import type { CheckLayer, KeptJob, Standing } from './protocol/remembered.ts'
import type { LayerResults, Removed, Shown, ShownOriginals } from './protocol/results.ts'
import type { ImageOn, LayerRow } from './protocol/rows.ts'
import type { PlacedIn, PlacedVariant, PlaceVariant, VariantSource } from './protocol/variants.ts'
import type { ReadWords } from './protocol/words.ts'

export type * from './protocol/audit.ts'
export type * from './protocol/exports.ts'
export type * from './protocol/placing.ts'
export type * from './protocol/regions.ts'
export type * from './protocol/remembered.ts'
export type * from './protocol/results.ts'
export type * from './protocol/rows.ts'
export type * from './protocol/variants.ts'
export type * from './protocol/words.ts'

// Long, because it is the one list of what the two sides say to each other. What they say it with is in `protocol/`.

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
  readImage(input: ImageOn & { anyLayer?: boolean }): Picture
  /** What is wrong with each (`layer`), `null` where the layer still holds the image: for bytes that were read before. */
  checkImages(input: { images: readonly ImageOn[] }): (WireFault | null)[]
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
  keepFavourites(input: { ids: readonly string[] }): Removed
  /** Removes the results that do not show and are no favourites, from these layers, in undo steps as `showOriginals`. */
  tidy(input: { ids: readonly string[] }): Removed
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
  /** How many layers are selected, where none of them may hold images: as long will be the list that is read next. */
  selected?: number | undefined
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
