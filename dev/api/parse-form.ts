import { invalid } from './errors.ts'
import type { Refusal } from './refusal.ts'

/** The body as a form. Throws a refusal, also for JSON, which the real gateway does not take for edits. */
export async function parseForm(
  type: string,
  body: ArrayBuffer,
  refuse: (message: string) => Refusal = invalid,
): Promise<FormData> {
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw refuse(`Image edits must be sent as multipart/form-data, not ${type.split(';')[0] || 'without a type'}`)
  }
  if (!/;\s*boundary=/i.test(type)) throw refuse('The multipart/form-data content type has no boundary')
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw refuse('The body is not valid multipart/form-data')
  }
}
