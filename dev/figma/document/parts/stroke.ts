import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/** How a layer's outline is drawn; with what is its `strokes`. */
export interface Stroke {
  /** px */
  readonly weight: number
  /** px of each side of a rectangle or frame, where they differ. */
  readonly sides?: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly align: 'CENTER' | 'INSIDE' | 'OUTSIDE'
  readonly cap: F.StrokeCap
  readonly join: F.StrokeJoin
  readonly miterLimit: number
  /** px of dash and gap in turn. */
  readonly dashes: readonly number[]
}

export const PLAIN_STROKE: Stroke = {
  weight: 1,
  align: 'INSIDE',
  cap: 'NONE',
  join: 'MITER',
  miterLimit: 4,
  dashes: [],
}
