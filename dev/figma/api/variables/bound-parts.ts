import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { OpenDocument } from '../../document/open-document.ts'
import { FigmaError } from '../../errors.ts'
import { effectsFrom } from '../../values/effects.ts'
import { layoutGrids } from '../../values/layout-grids.ts'
import { validated } from '../../values/validated.ts'
import { recordOf } from '../nodes/node-face.ts'
import { aliasOf, assertType } from './bindings.ts'
import { VariableFace } from './variable-face.ts'

/** What is to be bound to what; to null: to nothing. */
interface Binding {
  field: unknown
  variable: unknown
}

/** A copy of a solid paint, bound to a variable or to none (T:2257). */
export function boundPaint(document: OpenDocument, value: unknown, { field, variable }: Binding): F.SolidPaint {
  if (Object(value).type !== 'SOLID') throw new FigmaError('Expected "paint" to have type SolidPaint')
  const [paint] = document.storedPaints([value], 'paint')
  return bound(paint as F.SolidPaint, validated(z.enum(['color']), field, 'field'), { type: 'COLOR', variable })
}

/** A copy of an effect (T:2269). */
export function boundEffect(value: unknown, { field, variable }: Binding): F.Effect {
  const [effect] = effectsFrom([value], 'effect')
  const fields = 'offset' in effect! ? SHADOW_FIELDS : BLUR_FIELDS
  const name = validated(z.enum(fields), field, 'field')
  return bound(effect!, name, { type: name === 'color' ? 'COLOR' : 'FLOAT', variable })
}

/** A copy of a layout grid (T:2281). */
export function boundGrid(value: unknown, { field, variable }: Binding): F.LayoutGrid {
  const [grid] = validated(layoutGrids, [value], 'layoutGrid')
  const fields = grid!.pattern === 'GRID' ? SQUARE_FIELDS : BAND_FIELDS
  return bound(grid!, validated(z.enum(fields), field, 'field'), { type: 'FLOAT', variable })
}

function bound<T extends object>(part: T, field: string, { type, variable }: { type: string; variable: unknown }): T {
  const { [field]: _before, ...others } = Object('boundVariables' in part ? part.boundVariables : {})
  if (variable === null) return { ...part, boundVariables: others }
  if (!(variable instanceof VariableFace)) throw new FigmaError('Expected "variable" to have type Variable')
  assertType(recordOf(variable), type, field)
  return { ...part, boundVariables: { ...others, [field]: aliasOf(recordOf(variable)) } }
}

const SHADOW_FIELDS: readonly string[] = ['color', 'radius', 'spread', 'offsetX', 'offsetY']
const BLUR_FIELDS: readonly string[] = ['radius']
const BAND_FIELDS: readonly string[] = ['sectionSize', 'count', 'offset', 'gutterSize']
const SQUARE_FIELDS: readonly string[] = ['sectionSize']
