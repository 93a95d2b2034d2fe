import sharp from 'sharp'
import * as z from 'zod'
import { isUnsafe } from '../safety.ts'
import type { Size } from '../sizes.ts'
import { decode, type Upload } from '../uploads.ts'
import { invalidField, openAiError } from './errors.ts'
import { OPENAI_MODELS } from './models.ts'

export interface OpenAiForm extends z.output<typeof Texts> {
  /** Main picture first. */
  pictures: Upload[]
  /** Of the main picture's size; what is clear in it is to be changed. */
  mask: Upload | undefined
  /** What the answer will have. */
  nominal: Size
  /** Millionths of a USD. */
  price: number
}

/** Checks a form as strictly as `gpt-image-1` is documented: a field it does not know is refused. */
export async function readOpenAiForm(form: FormData): Promise<OpenAiForm> {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) {
    if (FILES.includes(name)) continue
    if (!(name in Texts.shape)) throw openAiError('unknown', `Unknown parameter: '${name}'.`, { param: name })
    if (typeof value !== 'string' || name in texts) throw invalidField(name, `Invalid value for '${name}'.`)
    texts[name] = value
  }
  const { success, data, error } = Texts.safeParse(texts)
  if (!success) {
    const { path, message } = error.issues[0]!
    const param = String(path[0])
    if (param in texts) throw invalidField(param, `Invalid value for '${param}': ${message}`)
    throw openAiError('missing', `Missing required parameter: '${param}'.`, { param })
  }
  const price = OPENAI_MODELS.find(({ id }) => id === data.model)?.price
  if (price === undefined) throw invalidField('model', `Invalid value: '${data.model}' cannot edit images.`)
  if (data.background === 'transparent' && data.output_format === 'jpeg') {
    throw invalidField('background', 'Transparent background is not supported for JPEG output format.')
  }
  if (data.output_format === 'png' && data.output_compression < 100) {
    throw invalidField('output_compression', 'Compression less than 100 is not supported for PNG output format.')
  }
  if (isUnsafe(data.prompt)) throw openAiError('policy', 'Your request was rejected by the safety system.')
  const pictures = await picturesIn(form)
  const [main] = pictures
  return {
    ...data,
    pictures,
    price: price * data.n,
    mask: await maskIn(form, main!),
    nominal: sizeFor(data.size, main!),
  }
}

async function picturesIn(form: FormData): Promise<Upload[]> {
  const [one, many] = [form.getAll('image'), form.getAll('image[]')]
  if (one.length > 1 || (one.length > 0 && many.length > 0)) {
    throw invalidField('image', "Duplicate parameter: 'image'. Several values are sent as 'image[]'.")
  }
  const files = [...one, ...many]
  if (files.length === 0) throw openAiError('missing', "Missing required parameter: 'image'.", { param: 'image' })
  if (files.length > MOST) throw invalidField('image', `Invalid 'image': expected at most ${MOST} images.`)
  return Promise.all(files.map((file) => readFile('image', file, ['image/png', 'image/jpeg', 'image/webp'])))
}

async function maskIn(form: FormData, main: Upload): Promise<Upload | undefined> {
  const [file, ...more] = form.getAll('mask')
  if (file === undefined) return undefined
  const mask = await readFile('mask', file, ['image/png'])
  if (more.length > 0 || mask.bytes.length >= MASK_LIMIT) throw invalidField('mask', 'Invalid mask image.')
  if (mask.width !== main.width || mask.height !== main.height) {
    throw invalidField('mask', 'Invalid mask image: its size does not match the image.')
  }
  if (!(await sharp(mask.bytes).metadata()).hasAlpha) {
    throw invalidField('mask', 'Invalid mask image: mask image missing alpha channel.')
  }
  return mask
}

async function readFile(param: string, file: FormDataEntryValue, types: readonly string[]): Promise<Upload> {
  if (typeof file === 'string') throw invalidField(param, `Invalid '${param}': expected a file.`)
  if (file.size >= IMAGE_LIMIT) throw invalidField(param, `Invalid '${param}': expected less than 50 MB.`)
  const upload = await decode(Buffer.from(await file.arrayBuffer()))
  if (upload && types.includes(upload.type) && upload.type === file.type) return upload
  throw invalidField(param, `Invalid file '${param}': unsupported mimetype ('${file.type}').`)
}

/** `auto` takes the nearest of the three shapes. */
function sizeFor(size: string, { width, height }: Size): Size {
  const ratio = width / height
  const near = ratio > 1.22 ? '1536x1024' : ratio < 0.82 ? '1024x1536' : '1024x1024'
  const [across = 0, down = 0] = (size === 'auto' ? near : size).split('x').map(Number)
  return { width: across, height: down }
}

const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/, 'expected a whole number').transform(Number).pipe(z.number().min(least).max(most))

const Texts = z.object({
  model: z.string().default('gpt-image-1'),
  prompt: z
    .string()
    .max(32_000)
    .refine((text) => text.trim() !== '', { error: 'expected text' }),
  n: whole(1, 10).default(1),
  size: z.enum(['1024x1024', '1024x1536', '1536x1024', 'auto']).default('auto'),
  quality: z.enum(['low', 'medium', 'high', 'auto']).default('auto'),
  background: z.enum(['transparent', 'opaque', 'auto']).default('auto'),
  input_fidelity: z.enum(['high', 'low']).default('low'),
  output_format: z.enum(['png', 'jpeg', 'webp']).default('png'),
  output_compression: whole(0, 100).default(100),
  user: z.string().optional(),
})

const FILES = ['image', 'image[]', 'mask']
const MOST = 16 // pictures
const IMAGE_LIMIT = 50_000_000 // bytes
const MASK_LIMIT = 4_000_000 // bytes
