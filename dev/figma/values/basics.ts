import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'

/** Finite numbers between 0 and 1. */
export const unit = z.number().min(0).max(1)
/** Numbers between −1 and 1. */
export const signedUnit = z.number().min(-1).max(1)

export const rgba = z.strictObject({ r: unit, g: unit, b: unit, a: unit })

export const vector = z.strictObject({ x: z.number(), y: z.number() })

const innerModes = [
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
] as const satisfies readonly F.BlendMode[]

/** Of a layer. */
export const blendMode: z.ZodType<F.BlendMode> = z.enum(['PASS_THROUGH', ...innerModes])
/** Of a paint or an effect: T:9505, only a layer can pass through. */
export const innerBlendMode: z.ZodType<F.BlendMode> = z.enum(innerModes)

const row = z.tuple([z.number(), z.number(), z.number()])
export const transform = z.tuple([row, row])

const constraint = z.enum(['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'])
export const constraints = z.strictObject({ horizontal: constraint, vertical: constraint })
