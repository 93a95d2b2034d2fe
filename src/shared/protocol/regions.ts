import type { Picture, Rect } from '../picture.ts'
import type { LayerRow } from './rows.ts'

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
