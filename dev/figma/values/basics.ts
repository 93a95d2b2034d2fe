import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'

/** Finite numbers between 0 and 1. */
export const unit = z.number().min(0).max(1)
/** Numbers between −1 and 1. */
export const signedUnit = z.number().min(-1).max(1)

export const blendMode: z.ZodType<F.BlendMode> = z.enum([
  'PASS_THROUGH',
  'NORMAL',
  'DARKEN',
  'MULTIPLY',
  'LINEAR_BURN',
  'COLOR_BURN',
  'LIGHTEN',
  'SCREEN',
  'LINEAR_DODGE',
  'COLOR_DODGE',
  'OVERLAY',
  'SOFT_LIGHT',
  'HARD_LIGHT',
  'DIFFERENCE',
  'EXCLUSION',
  'HUE',
  'SATURATION',
  'COLOR',
  'LUMINOSITY',
])

const row = z.tuple([z.number(), z.number(), z.number()])
export const transform = z.tuple([row, row])

const constraint = z.enum(['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'])
export const constraints = z.strictObject({ horizontal: constraint, vertical: constraint })

export const pluginText = z.string()
