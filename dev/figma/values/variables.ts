import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { VariableType, VariableValue } from '../document/parts/variable-data.ts'
import { notSimulated } from '../errors.ts'
import { unit } from './basics.ts'
import { validated } from './validated.ts'

/** T:11723. */
const variableAlias = z.strictObject({ type: z.literal('VARIABLE_ALIAS'), id: z.string() })

/** What of a paint, a stop, an effect or a grid is bound, by these fields (T:7005–7011). */
export const boundTo = <const K extends string>(...fields: K[]) =>
  z.partialRecord(z.enum(fields), variableAlias).default({})

const color = z.strictObject({ r: unit, g: unit, b: unit, a: unit.default(1) })

/** T:11739. A colour without opacity is kept with it, as it reads in field reports. */
export const variableValue: z.ZodType<VariableValue> = z.union(
  [z.boolean(), z.number(), z.string(), color, variableAlias],
  'Invalid variable value',
)

export function typeOfValue(value: VariableValue): VariableType {
  if (typeof value === 'number') return 'FLOAT'
  if (typeof value === 'string') return 'STRING'
  return typeof value === 'boolean' ? 'BOOLEAN' : 'COLOR'
}

/** T:11722. */
export function variableTypeFrom(value: unknown, property: string): VariableType {
  const type = validated(z.enum(['BOOLEAN', 'COLOR', 'EASING', 'FLOAT', 'STRING', 'TIMING']), value, property)
  if (type === 'EASING' || type === 'TIMING') throw notSimulated(`a variable of type ${type}`)
  return type
}

export const codePlatform = z.enum(['WEB', 'ANDROID', 'iOS'])

/** T:11741. */
export const variableScopes: z.ZodType<F.VariableScope[]> = z.array(
  z.enum([
    ...(['ALL_SCOPES', 'TEXT_CONTENT', 'CORNER_RADIUS', 'WIDTH_HEIGHT', 'GAP', 'ALL_FILLS', 'FRAME_FILL'] as const),
    ...(['SHAPE_FILL', 'TEXT_FILL', 'STROKE_COLOR', 'STROKE_FLOAT', 'EFFECT_FLOAT', 'EFFECT_COLOR'] as const),
    ...(['OPACITY', 'COLOR_OPACITY', 'FONT_FAMILY', 'FONT_STYLE', 'FONT_WEIGHT', 'FONT_SIZE'] as const),
    ...(['LINE_HEIGHT', 'LETTER_SPACING', 'PARAGRAPH_SPACING', 'PARAGRAPH_INDENT'] as const),
  ]),
)
