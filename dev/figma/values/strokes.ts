import * as z from 'zod'

/** px; T:8739, T:8776. */
export const strokeWeight = z.number().min(0)
/** T:8759. */
export const strokeAlign = z.enum(['CENTER', 'INSIDE', 'OUTSIDE'])
/** T:7678. */
export const strokeCap = z.enum([
  ...(['NONE', 'ROUND', 'SQUARE', 'ARROW_LINES', 'ARROW_EQUILATERAL'] as const),
  ...(['DIAMOND_FILLED', 'TRIANGLE_FILLED', 'CIRCLE_FILLED'] as const),
])
/** T:7687. */
export const strokeJoin = z.enum(['MITER', 'BEVEL', 'ROUND'])
/** SVG: a miter limit is never below 1. */
export const miterLimit = z.number().min(1)
/** px of dash and gap in turn; T:8763. */
export const dashPattern = z.array(z.number().min(0))
/** px; T:9003. */
export const cornerRadius = z.number().min(0)
