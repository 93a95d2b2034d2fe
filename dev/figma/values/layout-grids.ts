import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { rgba } from './basics.ts'
import { boundTo } from './variables.ts'

const common = { visible: z.boolean().default(true), color: rgba.default({ r: 1, g: 0, b: 0, a: 0.1 }) }

const bands = z.strictObject({
  pattern: z.enum(['ROWS', 'COLUMNS']),
  alignment: z.enum(['MIN', 'MAX', 'STRETCH', 'CENTER']),
  gutterSize: z.number(),
  // T:5074: infinitely many are “Auto”.
  count: z.union([z.int().min(1), z.literal(Number.POSITIVE_INFINITY)]),
  sectionSize: z.number().exactOptional(),
  offset: z.number().exactOptional(),
  ...common,
  boundVariables: boundTo('sectionSize', 'count', 'offset', 'gutterSize'),
})

const squares = z.strictObject({
  pattern: z.literal('GRID'),
  sectionSize: z.number().positive(),
  ...common,
  boundVariables: boundTo('sectionSize'),
})

/** Layout grids as Figma stores and returns them (T:5059–5119). */
export const layoutGrids = z.array(z.discriminatedUnion('pattern', [bands, squares])) as unknown as z.ZodType<
  F.LayoutGrid[]
>
