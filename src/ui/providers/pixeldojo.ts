import * as z from 'zod/mini'
import { AppError } from '../../shared/errors.ts'
import { orElse } from '../or-else.ts'
import { unknownModelText } from '../texts/limits.ts'
import { checkByRefusal } from './check.ts'
import { assertWithin } from './limits.ts'
import { addressesIn, follow, type JobState, toJob } from './open-job.ts'
import { P_IMAGE_PICTURES, P_IMAGE_PROMPT, P_IMAGE_RATIOS, P_IMAGE_SIZES } from './p-image.ts'
import { withAddresses } from './pictures.ts'
import type { Can, Checked, Context, Edited, EditRequest, Money, OpenJob, PollingPace, Provider } from './provider.ts'
import { askedRatio, nearestRatio } from './ratio.ts'

/** PixelDojo: jobs over pictures at addresses, paid in credits. Of its models, the one that edits with words. */
export const pixelDojo: Provider = {
  id: 'pixeldojo',
  label: 'PixelDojo',
  origin: 'https://pixeldojo.ai',
  keyPage: 'https://pixeldojo.ai/api-platform',
  defaultModel: 'p-image-edit',
  takes: 'address',
  can: () => CAN,
  headers: (key) => ({ authorization: `Bearer ${key.trim()}` }),
  edit,
  resume,
  price: async ({ n }) => credits(n * CREDITS),
  check,
  models: async () => [pixelDojo.defaultModel],
  hasModel: async (model) => model === pixelDojo.defaultModel,
}

async function edit(request: EditRequest, context: Context): Promise<Edited> {
  const { prompt, pictures } = request
  assertModel(request.model)
  assertWithin(CAN, request)
  const job = await withAddresses(pictures, context, async (images, uploads) => {
    // It does not follow the picture by itself, and a field that its document does not name makes it refuse the request.
    const aspect_ratio = askedRatio(request, CAN.ratios) ?? nearestRatio(pictures[0]!, CAN.ratios)
    const { http } = context
    const { jobId: id, ...told } = await http.postJson(RUN, { prompt, images, aspect_ratio }, Accepted)
    const { creditCost, creditsRemaining, expiresAt } = told
    const time = Date.parse(expiresAt ?? '')
    const job = toJob(
      {
        ...{ provider: pixelDojo.id, id, model: request.model, uploads },
        ...(Number.isNaN(time) ? {} : { expiresAt: time }),
        ...(creditCost == null ? {} : { cost: credits(creditCost) }),
      },
      { under: '/api/v1/jobs/', http },
    )
    if (creditsRemaining != null) context.onBalance?.(credits(creditsRemaining))
    return job
  })
  context.onJob?.(job)
  return resume(job, context)
}

function resume(job: OpenJob, context: Context): Promise<Edited> {
  return follow(job, context, { ask: stateIn(context), pace: PACE })
}

const stateIn =
  ({ http }: Context) =>
  async ({ pollAt }: OpenJob): Promise<JobState> => {
    const { status, output, assets, error, creditCost } = await http.state(pollAt, State)
    const [first, others] = [addressesIn(output), addressesIn(assets)]
    return {
      at: STATES.get(status.toLowerCase()) ?? 'open',
      addresses: first.length > 0 ? first : others,
      error,
      cost: creditCost == null ? undefined : credits(creditCost),
    }
  }

async function check({ http }: Context): Promise<Checked> {
  await checkByRefusal((schema) => http.postJson(RUN, {}, schema, { free: true }))
  return { price: CAN.price, dataAddresses: 'unknown' }
}

function assertModel(model: string) {
  if (model === pixelDojo.defaultModel) return
  throw new AppError('settings', unknownModelText(pixelDojo.label, [pixelDojo.defaultModel]))
}

const credits = (amount: number): Money => ({ amount, unit: 'credits' })

const RUN = '/api/v1/models/p-image-edit/run'
/** For one picture out. */
const CREDITS = 0.25

const CAN: Can = {
  pictures: P_IMAGE_PICTURES,
  shapes: ['ratio'],
  sizes: P_IMAGE_SIZES,
  ratios: P_IMAGE_RATIOS,
  resolution: '1K',
  promptLimit: P_IMAGE_PROMPT,
  results: 1,
  price: credits(CREDITS),
  seed: false,
  turbo: false,
  safetyChecker: false,
  weights: false,
  outputFormats: [],
  extra: false,
}

/** PixelDojo: every 2–5 s. */
const PACE: PollingPace = { first: 2000, least: 2000, most: 5000 }
const STATES = new Map<string, JobState['at']>([
  ['completed', 'done'],
  ['failed', 'failed'],
])

const word = orElse(z.nullish(z.string()), undefined)
const number = orElse(z.nullish(z.number()), undefined)
const Accepted = z.object({
  jobId: z.string(),
  creditCost: number,
  creditsRemaining: number,
  expiresAt: word,
})
const State = z.object({
  status: z.string(),
  output: z.optional(z.unknown()),
  assets: z.optional(z.unknown()),
  error: z.optional(z.unknown()),
  creditCost: number,
})
