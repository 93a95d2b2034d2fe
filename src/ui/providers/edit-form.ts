import type { Picture } from '../../shared/picture.ts'
import { namedFor, uploadOf } from '../image/files.ts'
import type { EditRequest, UpscaleRequest } from './provider.ts'

/**
 * An edit as OpenAI's images/edits takes it, with Lumenfall's further fields. Only what is set is sent, all as text.
 * The free fields are those that `assertWithin` lets through.
 */
export function toEditForm({ model, prompt, pictures, n, seed, options, ...shape }: EditRequest): FormData {
  const fields = {
    model,
    prompt,
    n,
    ...shapeFields(shape),
    response_format: AS_BYTES,
    output_format: options.outputFormat,
    output_compression: options.outputCompression,
    seed,
    turbo: options.turbo,
    disable_safety_checker: options.disableSafetyChecker,
    replicate_weights: options.weights,
    ...options.extra,
  }
  return toForm(fields, pictures)
}

/** Lumenfall: the factor alone says that a picture is to be made larger; words are refused beside it. */
export function toUpscaleForm({ model, picture, factor, options }: UpscaleRequest): FormData {
  const fields = {
    model,
    scale_factor: factor,
    response_format: AS_BYTES,
    output_format: options.outputFormat,
    output_compression: options.outputQuality,
  }
  return toForm(fields, [picture])
}

export function toForm(fields: Readonly<Record<string, unknown>>, pictures: readonly Picture[]): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value))
  // One file as `image`, several as repeated `image[]`; their order numbers them in the prompt.
  const field = pictures.length === 1 ? 'image' : 'image[]'
  for (const [index, picture] of pictures.entries()) upload(form, field, { picture, name: `image-${index + 1}` })
  return form
}

/** Adds a picture under a name that ends as its type demands. Not as a `File`: that would be one more to wait for. */
export function upload(form: FormData, field: string, { picture, name }: { picture: Picture; name: string }) {
  form.append(field, uploadOf(picture), namedFor(picture.type, name))
}

/** Lumenfall: a `size` makes it ignore the other two. */
function shapeFields({ size, aspectRatio, resolution }: Pick<EditRequest, 'size' | 'aspectRatio' | 'resolution'>) {
  if (size === undefined) return { aspect_ratio: aspectRatio, resolution }
  return { size: typeof size === 'string' ? size : `${size.width}x${size.height}` }
}

/** The host of result addresses may not let a page read them, and forgets them. */
export const AS_BYTES = 'b64_json'
