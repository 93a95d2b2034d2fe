import type { Size } from '../picture.ts'
import type { LayerRow, Skipped } from './rows.ts'

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
