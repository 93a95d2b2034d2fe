import { ApiError, invalid } from './errors.ts'
import { findModel, type Model, modesOf } from './models.ts'
import { isUnsafe } from './safety.ts'
import { readFactor } from './scaling.ts'
import { askedRatio, checkResolution } from './sizes.ts'
import { readUpload, type Upload } from './uploads.ts'

/** A checked edit request. */
export interface EditForm {
  model: Model
  /** Empty when a picture is only made larger. */
  prompt: string
  /** How many times each edge is to grow; `undefined` for an edit. */
  factor: number | undefined
  /** Main picture first. */
  pictures: Upload[]
  n: number
  /** Width over height; `undefined` follows the main picture. */
  ratio: number | undefined
  responseFormat: 'url' | 'b64_json'
  outputFormat: OutputFormat
  /** 1–100 */
  compression: number | undefined
  seed: number | undefined
  turbo: boolean
  weights: string | undefined
  /** What this gateway does not know, and hands to the model's provider as it is. */
  extra: Record<string, string>
}

export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

/** `headOnly` does not decode the pictures. Throws MODEL_NOT_FOUND, INVALID_REQUEST, CONTENT_POLICY_VIOLATION. */
export async function readEdit(form: FormData, options: { headOnly?: boolean } = {}): Promise<EditForm> {
  const { known, extra } = textsIn(form)
  const model = findModel(known.model ?? '')
  // The mode is told by the factor; a model that can do nothing else takes its own when it is left out.
  const upscales = known.scale_factor !== undefined || (model.upscales !== undefined && known.prompt === undefined)
  if (!(upscales ? model.upscales : model.edits)) {
    const mode = upscales ? 'upscale' : 'image-edit'
    throw invalid(`Model '${model.id}' does not support ${mode}. Supported modes: ${modesOf(model)}`)
  }
  if (upscales && known.prompt !== undefined) throw invalid("'prompt' is not supported for upscaling")
  const prompt = upscales ? '' : checkPrompt(known.prompt)
  const unchecked = readBoolean('disable_safety_checker', known.disable_safety_checker) ?? false
  if (!unchecked && isUnsafe(prompt)) {
    throw new ApiError('CONTENT_POLICY_VIOLATION', 'The prompt was rejected by the safety checker')
  }
  checkResolution(known.resolution)
  const pictures = await picturesIn(form, options)
  if ((upscales || model.single) && pictures.length > 1)
    throw invalid(`Model '${model.id}' does not support multiple input images`)
  return {
    model,
    prompt,
    pictures,
    factor: upscales && model.upscales ? readFactor(known.scale_factor, model.upscales) : undefined,
    n: readInteger('n', known.n, 1, 10) ?? 1,
    ratio: askedRatio({ size: known.size, aspectRatio: known.aspect_ratio }),
    responseFormat: readChoice('response_format', known.response_format, ['url', 'b64_json']) ?? 'url',
    outputFormat: readChoice('output_format', known.output_format, OUTPUT_FORMATS) ?? 'png',
    compression: readInteger('output_compression', known.output_compression, 1, 100),
    seed: readInteger('seed', known.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    turbo: readBoolean('turbo', known.turbo) ?? true,
    weights: known.replicate_weights,
    extra,
  }
}

/** The form without its pictures. A file is handed on by its size alone: this model takes none, not even a mask. */
function textsIn(form: FormData) {
  const known: Partial<Record<(typeof TEXT_FIELDS)[number], string>> = {}
  const extra: Record<string, string> = {}
  for (const [name, value] of form) {
    if (PICTURE_FIELDS.includes(name)) continue
    const field = TEXT_FIELDS.find((one) => one === name)
    if (Object.hasOwn(field ? known : extra, name)) throw invalid(`'${name}' was sent more than once`)
    if (!field) extra[name] = typeof value === 'string' ? value : `(a file of ${value.size} bytes)`
    else if (typeof value === 'string') known[field] = value
    else throw invalid(`'${name}' was sent as a file: expected text`)
  }
  return { known, extra }
}

async function picturesIn(form: FormData, options: { headOnly?: boolean }): Promise<Upload[]> {
  const [one, many] = [form.getAll('image'), form.getAll('image[]')]
  if (one.length > 0 && many.length > 0) throw invalid("Send either 'image' or 'image[]', not both")
  if (one.length > 1) throw invalid("Several images are sent as repeated 'image[]', not 'image'")
  const files = [...one, ...many]
  if (files.length === 0) throw invalid("'image' is required")
  if (files.length > MOST_PICTURES) {
    throw invalid(`Too many images: expected at most ${MOST_PICTURES}, received ${files.length}`)
  }
  return Promise.all(files.map((file) => readUpload(file, options)))
}

/** The limit is the gateway's own (zod's words); a line break sent as "\r\n" counts two. */
function checkPrompt(prompt = ''): string {
  if (!prompt.trim()) throw invalid("'prompt' is required")
  if (prompt.length > PROMPT_LIMIT) throw invalid(`Too big: expected string to have <=${PROMPT_LIMIT} characters`)
  return prompt
}

function readInteger(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (/^-?\d+$/.test(text) && value >= least && value <= most) return value
  throw invalid(`Invalid ${name} '${text}': expected a whole number from ${least} to ${most}`)
}

function readBoolean(name: string, text: string | undefined): boolean | undefined {
  const word = readChoice(name, text, ['true', 'false'])
  return word && word === 'true'
}

function readChoice<Choice extends string>(name: string, text: string | undefined, choices: readonly Choice[]) {
  if (text === undefined) return undefined
  const choice = choices.find((one) => one === text)
  if (choice) return choice
  throw invalid(`Invalid ${name} '${text}': expected one of ${choices.join(', ')}`)
}

const OUTPUT_FORMATS = ['png', 'jpeg', 'gif', 'webp', 'avif'] as const
const TEXT_FIELDS = [
  'model',
  'prompt',
  'n',
  'size',
  'aspect_ratio',
  'resolution',
  'response_format',
  'output_format',
  'output_compression',
  'seed',
  'turbo',
  'disable_safety_checker',
  'scale_factor',
  'replicate_weights',
] as const
const PICTURE_FIELDS = ['image', 'image[]']
const MOST_PICTURES = 5
const PROMPT_LIMIT = 1000 // UTF-16 code units
