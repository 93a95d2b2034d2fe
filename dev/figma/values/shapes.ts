import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { unit } from './basics.ts'

/** Radians, clockwise from the right; the hole as a share of the radius (T:4345). */
export const arcData: z.ZodType<F.ArcData> = z.strictObject({
  startingAngle: z.number(),
  endingAngle: z.number(),
  innerRadius: unit,
})

/** T:11018, T:11042. */
export const pointCount = z.int().min(3)

/** T:5475. The path data itself is checked in path-data.ts. */
export const vectorPaths = z.array(
  z.strictObject({ windingRule: z.enum(['NONZERO', 'EVENODD', 'NONE']), data: z.string() }),
)
