import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/** Figma's blend modes as a canvas has them. It has no linear burn; multiply comes nearest. */
export const COMPOSITE: Record<F.BlendMode, GlobalCompositeOperation> = {
  PASS_THROUGH: 'source-over',
  NORMAL: 'source-over',
  DARKEN: 'darken',
  MULTIPLY: 'multiply',
  LINEAR_BURN: 'multiply',
  COLOR_BURN: 'color-burn',
  LIGHTEN: 'lighten',
  SCREEN: 'screen',
  LINEAR_DODGE: 'lighter',
  COLOR_DODGE: 'color-dodge',
  OVERLAY: 'overlay',
  SOFT_LIGHT: 'soft-light',
  HARD_LIGHT: 'hard-light',
  DIFFERENCE: 'difference',
  EXCLUSION: 'exclusion',
  HUE: 'hue',
  SATURATION: 'saturation',
  COLOR: 'color',
  LUMINOSITY: 'luminosity',
}

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Multiplies `transform` onto what the context has. */
export function transformBy(context: Context, [[a, c, x], [b, d, y]]: F.Transform): void {
  context.transform(a, b, c, d, x, y)
}
