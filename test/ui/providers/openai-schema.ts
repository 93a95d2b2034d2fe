import * as z from 'zod'

// OpenAI's `POST /images/edits`, written from its published description (2026-08) for these tests: `CreateImageEditRequest`,
// `ImagesResponse` and the error. A form's `image[]` counts as `image`, repeated fields as a list, texts as what they say.

const picture = z.instanceof(File).refine(({ type, size }) => PICTURE_TYPES.includes(type) && size < 50_000_000)
const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp']
const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(least).max(most))

export const EditRequest = z.object({
  image: z.union([picture, z.array(picture).min(1).max(16)]),
  prompt: z.string().min(1).max(32_000),
  mask: z
    .instanceof(File)
    .refine(({ type, size }) => type === 'image/png' && size < 4_000_000)
    .optional(),
  background: z.enum(['transparent', 'opaque', 'auto']).optional(),
  model: z.string().optional(),
  n: whole(1, 10).optional(),
  size: z
    .string()
    .regex(/^(\d+x\d+|auto)$/)
    .optional(),
  response_format: z.enum(['url', 'b64_json']).optional(),
  output_format: z.enum(['png', 'jpeg', 'webp']).optional(),
  output_compression: whole(0, 100).optional(),
  user: z.string().optional(),
  input_fidelity: z.enum(['high', 'low']).optional(),
  stream: z.enum(['true', 'false']).optional(),
  partial_images: whole(0, 3).optional(),
  quality: z.enum(['standard', 'low', 'medium', 'high', 'auto']).optional(),
})

export const FIELDS = Object.keys(EditRequest.shape)

export const ImagesAnswer = z.object({
  created: z.int(),
  data: z
    .array(
      z.object({ b64_json: z.base64().optional(), url: z.url().optional(), revised_prompt: z.string().optional() }),
    )
    .optional(),
  background: z.enum(['transparent', 'opaque']).optional(),
  output_format: z.enum(['png', 'webp', 'jpeg']).optional(),
  size: z.enum(['1024x1024', '1024x1536', '1536x1024']).optional(),
  quality: z.enum(['low', 'medium', 'high']).optional(),
  usage: z
    .object({
      total_tokens: z.int(),
      input_tokens: z.int(),
      output_tokens: z.int(),
      input_tokens_details: z.object({ text_tokens: z.int(), image_tokens: z.int() }),
    })
    .optional(),
})

export const ErrorAnswer = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
})

/** A form as the description counts it. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    fields[name.replace(/\[\]$/, '')] = name.endsWith('[]') || values.length > 1 ? values : values[0]
  }
  return fields
}

/** Where something does not fit: the paths, one by one. */
export function deviations(schema: z.ZodType, value: unknown): string[] {
  const paths = (schema.safeParse(value).error?.issues ?? []).map(({ path }) => path.join('.'))
  return [...new Set(paths)]
}
