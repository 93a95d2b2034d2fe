import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'

/** What can be said of letters, as Figma checks it (T:4086–4088, T:5509–5529). */
export const fontSize = z.number().min(1)

export const textCase = z.enum(['ORIGINAL', 'UPPER', 'LOWER', 'TITLE', 'SMALL_CAPS', 'SMALL_CAPS_FORCED'])

export const textDecoration = z.enum(['NONE', 'UNDERLINE', 'STRIKETHROUGH'])

const length = z.strictObject({ value: z.number(), unit: z.enum(['PIXELS', 'PERCENT']) })
export const letterSpacing: z.ZodType<F.LetterSpacing> = length

export const lineHeight: z.ZodType<F.LineHeight> = z.discriminatedUnion(
  'unit',
  [length.extend({ value: z.number().min(0) }), z.strictObject({ unit: z.literal('AUTO') })],
  "Invalid discriminator value. Expected 'PIXELS' | 'PERCENT' | 'AUTO'",
)

export const hyperlink: z.ZodType<F.HyperlinkTarget | null> = z
  .strictObject({ type: z.enum(['URL', 'NODE']), value: z.string() })
  .nullable()

/** T:4066: the style may be left out where fonts are loaded. Axes of variable fonts are refused by name in fonts.ts. */
export const fontInput = z.strictObject({
  family: z.string(),
  style: z.string().optional(),
  variationSettings: z.record(z.string(), z.number()).optional(),
})
