import type { Connection } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Commands, Events, Made, Placed } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import { sniffed } from '../image/files.ts'
import { toModel } from '../image/recipe.ts'
import type { Context, Edited, Provider } from '../providers/provider.ts'
import type { Job } from './plan.ts'

export type Step = 'reading' | 'editing' | 'placing'

export interface Services {
  code: Pick<Connection<Commands, Events>, 'call'>
  read(job: Job): Promise<Picture>
  provider: Provider
  context: Context
  codec: Codec
  onStep(step: Step): void
  /** The source, as soon as it is read. */
  onSource(picture: Picture): void
  /** What the provider sent, before anything is done with it: it is paid for, and from here on it must not be lost. */
  onAnswer(answer: Answer): void
  /** The finished picture, before it is placed. */
  onResult(picture: Picture): void
}

export interface Answer {
  /** As it came, with the type that its bytes show. */
  file: Blob
  made: Made
  edited: Edited
}

/** A placement, and the size of what was placed in bytes. */
export type Weighed = Placed & { bytes: number }

/** One picture, from canvas to provider and back. Read it top to bottom. */
export async function editLayer(job: Job, services: Services): Promise<Weighed> {
  const { code, provider, context, codec, onStep } = services
  const { signal } = context

  onStep('reading')
  const source = await services.read(job)
  services.onSource(source)
  const { sent, back } = await toModel(source, { shape: job.shape, alpha: 'keep', signal }, codec)
  signal.throwIfAborted()

  onStep('editing')
  const edited = await provider.edit(
    {
      model: job.model,
      prompt: job.prompt,
      pictures: [sent],
      size: job.size,
      aspectRatio: job.aspectRatio,
      resolution: job.resolution,
      n: 1,
      seed: job.seed,
      options: job.options,
    },
    context,
  )
  const image = edited.images[0]
  if (!image) throw new AppError('provider', 'The provider answered without a picture.')
  const file = await sniffed(image.file)
  const made = madeBy(job, provider, edited)
  services.onAnswer({ file, made, edited })
  const picture = await back(file)
  services.onResult(picture)
  signal.throwIfAborted()

  onStep('placing')
  return placeResult(job, { picture, made }, code)
}

/** Puts a finished picture on its layer; also for a second try, when the first one failed. */
export async function placeResult(
  { row, place }: Job,
  { picture, made }: { picture: Picture; made: Made },
  code: Services['code'],
): Promise<Weighed> {
  const { id, name, source, at } = row
  // Once they are sent, the bytes are no longer here.
  const bytes = picture.bytes.length
  const placed = await code.call(
    'placeImage',
    { id, name, source, picture, ratio: row.width / row.height, made, at, place },
    { transfer: [picture.bytes.buffer] },
  )
  return { ...placed, bytes }
}

function madeBy(job: Job, provider: Provider, { id, created, executedModel, cost, images }: Edited): Made {
  const made: Made = { prompt: job.prompt, provider: provider.id, model: job.model, at: new Date().toISOString() }
  if (job.seed !== undefined) made.seed = job.seed
  if (id) made.requestId = id
  if (created !== undefined) made.created = created
  if (executedModel) made.executedModel = executedModel
  const revisedPrompt = images[0]?.revisedPrompt
  if (revisedPrompt) made.revisedPrompt = revisedPrompt
  if (cost?.unit === 'USD') made.cost = cost.amount
  return made
}
