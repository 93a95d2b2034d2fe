import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError } from '../errors.ts'

/** T:5051. */
export const guides: z.ZodType<F.Guide[]> = z.array(z.strictObject({ axis: z.enum(['X', 'Y']), offset: z.number() }))

/** T:10695: a page has one solid colour behind it. */
export function assertBackground(paints: readonly F.Paint[]): void {
  if (paints.length !== 1 || paints[0]!.type !== 'SOLID') {
    throw new FigmaError('Page backgrounds must be a single solid paint')
  }
}
