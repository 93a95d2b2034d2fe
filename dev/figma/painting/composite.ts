import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { Profile } from '../scene.ts'
import { dataOf, type Outline } from './outline/path.ts'

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

/** A colour whose numbers belong to this profile. Between colours in the old notation a gradient runs as Figma's does. */
export const cssColor = ({ r, g, b, a }: F.RGBA, profile: Profile) =>
  profile === 'srgb' ? `rgb(${r * 255} ${g * 255} ${b * 255} / ${a})` : `color(${profile} ${r} ${g} ${b} / ${a})`

/** Runs `work` and gives the context back as it was. */
export function within(context: Context, work: () => void): void {
  context.save()
  work()
  context.restore()
}

export const pathOf = (outline: Outline): Path2D => new Path2D(dataOf(outline.commands))

export const fillRuleOf = ({ rule }: Outline): CanvasFillRule => (rule === 'EVENODD' ? 'evenodd' : 'nonzero')

export const clipTo = (context: Context, outline: Outline) => context.clip(pathOf(outline), fillRuleOf(outline))
