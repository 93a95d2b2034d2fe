import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'

/** T:9388: at most one. */
export const documentationLinks: z.ZodType<F.DocumentationLink[]> = z
  .array(z.strictObject({ uri: z.url({ protocol: /^https?$/ }) }))
  .max(1, 'Only one documentation link is supported')
