import type { Connection } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events, Made, Placed, PlaceImage } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { uploadOf } from '../image/files.ts'
import { type Recipe, toModel, toResampler, toUpscaler } from '../image/recipe.ts'
import { isLocal } from '../providers/local-model.ts'
import type { CanUpscale, Edited, Provider, UpscaleOptions } from '../providers/provider.ts'
import { NO_RESULT } from '../texts/answers.ts'
import { cannotEnlargeText } from '../texts/limits.ts'
import type { Job } from './plan.ts'
import type { Way } from './way.ts'

/** What is being done. A picture that is ready to be sent waits for its slot once more. */
export type Step = 'waiting' | 'reading' | 'editing' | 'enlarging' | 'placing'

/** One picture of what a provider answered. */
export interface Answer {
  /** As it came, with the type that its bytes show. */
  file: Blob
  made: Made
  edited: Edited
}

/** Where a result goes. */
export interface Destination extends Pick<Job, 'place' | 'hides'> {
  row: Pick<Job['row'], 'id' | 'name' | 'source' | 'width' | 'height' | 'at'>
}

/** A placement, and the size of what was placed in bytes. */
export type Weighed = Placed & { bytes: number }

// One edit is these steps, top to bottom: read, `toSend`, `askProvider`, `back` of the recipe, `placeResult`. Whoever calls them
// keeps what has come, and ends the edit between any two of them.

/** The picture as the model is sent it, and the way back. Throws `image`, `cancelled`. */
export async function toSend(
  source: Picture,
  job: Job,
  { codec, signal }: { codec: Codec; signal: AbortSignal },
): Promise<Recipe> {
  if (isLocal(job)) return toResampler(source)
  const recipe = await (job.enlarging
    ? toUpscaler(source, { signal }, codec)
    : toModel(source, { shape: job.shape, alpha: 'keep', part: job.part, signal }, codec))
  // Now, so that the request does not wait for it.
  uploadOf(recipe.sent)
  return recipe
}

/** Asks the provider: one answer for each picture that came. Throws what `Provider.edit` throws. */
export async function askProvider(
  job: Job,
  sent: Picture,
  { provider, context }: Way,
  mask?: Recipe['mask'],
): Promise<Answer[]> {
  const edited = job.enlarging
    ? await askUpscaler(job, sent, { provider, context })
    : await askEditor(job, sent, { provider, context }, mask)
  const answers = answersIn(edited, job, provider)
  if (!isLocal(job)) return answers
  const resampled = { width: sent.width, height: sent.height }
  return answers.map((answer) => ({ ...answer, made: { ...answer.made, resampled } }))
}

/** One answer for each picture that came. Throws `provider` where there is none. */
export function answersIn(edited: Edited, asked: Asking, { id: provider }: Provider): Answer[] {
  if (edited.images.length === 0) throw new AppError('provider', NO_RESULT)
  return edited.images.map(({ file, revisedPrompt }) => ({
    file,
    made: madeBy(asked, { provider, edited, revisedPrompt }),
    edited,
  }))
}

/** What of a job is written down with its result. */
export type Asking = Pick<Job, 'prompt' | 'model' | 'n'> & { seed?: number | undefined }

async function askEditor(job: Job, sent: Picture, { provider, context }: Way, maskOf: Recipe['mask']): Promise<Edited> {
  const { model, prompt, size, aspectRatio, resolution, n, seed, options, references = [] } = job
  const pictures = [sent, ...references.map(({ picture }) => picture)]
  const mask = provider.can(model).mask ? await maskOf?.() : undefined
  return provider.edit({ model, prompt, pictures, size, aspectRatio, resolution, n, seed, mask, options }, context)
}

async function askUpscaler({ model, enlarging }: Job, sent: Picture, { provider, context }: Way): Promise<Edited> {
  const can = provider.can(model).upscale
  // The account may be another's since Upscale was pressed.
  if (!provider.upscale || !can) throw new AppError('settings', cannotEnlargeText(provider.label))
  return provider.upscale({ model, picture: sent, ...enlarging, options: fileLike(sent, can) }, context)
}

/** As lossless as what was sent; what compresses is asked to do so little that nobody sees it. */
function fileLike({ type }: Picture, { outputFormats, quality }: CanUpscale): UpscaleOptions {
  const outputFormat = outputFormats.find((format) =>
    type.replace('jpeg', 'jpg').endsWith(format.replace('jpeg', 'jpg')),
  )
  return { outputFormat, ...(type === 'image/jpeg' && outputFormat && quality && { outputQuality: JPEG_QUALITY }) }
}

/**
 * Puts a finished picture on its layer; also for a second try, when the first one failed. Aborting only tells the
 * sandbox: it answers `cancelled` where nothing was written, and else what was.
 */
export async function placeResult(
  { row, place, hides }: Destination,
  { picture, made }: { picture: Picture; made: Made },
  { code, signal }: { code: Pick<Connection<Commands, Events>, 'call'>; signal?: AbortSignal },
): Promise<Weighed> {
  const { id, name, source, at } = row
  // Once they are sent, the bytes are no longer here.
  const bytes = picture.bytes.length
  const placed = await code.call(
    'placeImage',
    { id, name, source, picture, ratio: row.width / row.height, made, at, hides, place: BY_HAND[place] },
    { transfer: [picture.bytes.buffer], signal, patient: true },
  )
  return { ...placed, bytes }
}

interface Making {
  provider: string
  edited: Edited
  revisedPrompt: string | undefined
}

function madeBy(job: Asking, { provider, edited: { id, created, executedModel, cost }, revisedPrompt }: Making): Made {
  const made: Made = { prompt: job.prompt, provider, model: job.model, at: new Date().toISOString() }
  if (job.seed !== undefined) made.seed = job.seed
  if (id) made.requestId = id
  if (created !== undefined) made.created = created
  if (executedModel) made.executedModel = executedModel
  if (revisedPrompt) made.revisedPrompt = revisedPrompt
  if (cost?.unit === 'USD') made.cost = cost.amount / job.n
  return made
}

/** What was not made for its layer goes there where that is asked for by hand; what was made for another one, beside. */
const BY_HAND: Record<Destination['place'], PlaceImage['place']> = {
  layer: 'layer',
  beside: 'beside',
  lend: 'layer',
  variant: 'beside',
}
/** 0–100 */
const JPEG_QUALITY = 95
