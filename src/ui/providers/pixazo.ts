import * as z from 'zod/mini'
import { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import { orElse } from '../or-else.ts'
import { NOT_CHARGED } from '../texts/answers.ts'
import { unknownModelText } from '../texts/limits.ts'
import { checkByRefusal } from './check.ts'
import { assertWithin } from './limits.ts'
import { addressesIn, fetchAll, follow, type JobState, toJob } from './open-job.ts'
import { forgetAll, withAddresses } from './pictures.ts'
import { canAtPixazo, EDIT, editPrice, UPSCALE, upscalePrice } from './pixazo-models.ts'
import type {
  Checked,
  Context,
  Edited,
  EditRequest,
  OpenJob,
  PollingPace,
  Provider,
  UpscaleRequest,
} from './provider.ts'
import { askedRatio } from './ratio.ts'
import { callbackHeader } from './relay.ts'
import { assertEnlarging, enlargingOf } from './upscaling.ts'

/** Pixazo: jobs over pictures at addresses, for Pruna's model that edits and the one that makes larger. */
export const pixazo: Provider = {
  id: 'pixazo',
  label: 'Pixazo',
  origin: 'https://gateway.pixazo.ai',
  keyPage: 'https://api.pixazo.ai/',
  defaultModel: EDIT,
  takes: 'address',
  callsBack: true,
  upscalers: [UPSCALE],
  can: canAtPixazo,
  // Its documents also send `Cache-Control`, which a CORS answer would have to allow.
  headers: (key) => ({ 'ocp-apim-subscription-key': key.trim() }),
  edit,
  upscale,
  resume,
  price: async ({ n }) => editPrice(n),
  upscalePrice: async (request) => upscalePrice(request),
  check,
  models: async () => [EDIT],
  hasModel: async (model) => Object.hasOwn(ROUTES, model),
}

async function edit(request: EditRequest, context: Context): Promise<Edited> {
  const { model, prompt, pictures, seed, options } = request
  const can = canAtPixazo(model)
  assertModel(model)
  assertWithin(can, request)
  return run({ model, pictures }, context, (images) => ({
    prompt,
    images,
    turbo: options.turbo,
    seed,
    aspect_ratio: askedRatio(request, can.ratios) ?? 'match_input_image',
    disable_safety_checker: options.disableSafetyChecker,
    ...(context.callback && { webhook: context.callback, webhook_events_filter: ['completed'] }),
  }))
}

async function upscale(request: UpscaleRequest, context: Context): Promise<Edited> {
  const { model, picture, options } = request
  const { upscale: can } = canAtPixazo(model)
  assertModel(model)
  assertEnlarging(can, request)
  const { factor, target } = enlargingOf(request, can)
  // All of them are sent: hosts of this model differ in what they take for granted.
  return run({ model, pictures: [picture] }, context, ([image]) => ({
    image,
    ...(target === undefined ? { upscale_mode: 'factor', factor } : { upscale_mode: 'target', target }),
    enhance_details: options.details ?? false,
    enhance_realism: options.realism ?? true,
    output_format: options.outputFormat ?? 'jpg',
    output_quality: options.outputQuality ?? 80,
    disable_safety_checker: options.disableSafetyChecker ?? false,
  }))
}

async function run(
  { model, pictures }: { model: string; pictures: readonly Picture[] },
  context: Context,
  bodyOf: (addresses: string[]) => object,
): Promise<Edited> {
  const { http, callback } = context
  const headers = callback ? callbackHeader(callback) : {}
  const { job, results, uploads } = await withAddresses(pictures, context, async (addresses, uploads) => {
    const { request_id, output } = await http.postJson(ROUTES[model]!, bodyOf(addresses), Accepted, { headers })
    const results = addressesIn(output)
    // One of its documents has the result in the answer itself.
    if (results.length > 0) return { results, uploads }
    const accepted = { provider: pixazo.id, id: request_id ?? '', model, uploads }
    return { job: toJob(accepted, { under: '/v2/requests/status/', http }), results, uploads }
  })
  if (!job) {
    forgetAll(uploads, context)
    return { images: await fetchAll(results, { http }) }
  }
  context.onJob?.(job)
  return resume(job, context)
}

function resume(job: OpenJob, context: Context): Promise<Edited> {
  return follow(job, context, { ask: stateIn(context), pace: PACE, broken: NOT_CHARGED })
}

const stateIn =
  ({ http }: Context) =>
  async ({ pollAt }: OpenJob): Promise<JobState> => {
    const { status, output, error, created_at } = await http.state(pollAt, State)
    const created = Date.parse(created_at ?? '') / 1000
    return {
      at: STATES.get(status.toUpperCase()) ?? 'open',
      addresses: addressesIn(output),
      error,
      created: Number.isNaN(created) ? undefined : Math.floor(created),
    }
  }

async function check({ http }: Context, model = EDIT): Promise<Checked> {
  assertModel(model)
  await checkByRefusal((schema) => http.postJson(ROUTES[model]!, {}, schema, { free: true }))
  return { price: canAtPixazo(model).price, dataAddresses: 'unknown' }
}

function assertModel(model: string) {
  if (Object.hasOwn(ROUTES, model)) return
  throw new AppError('settings', unknownModelText(pixazo.label, Object.keys(ROUTES)))
}

const ROUTES: Readonly<Record<string, string>> = {
  [EDIT]: '/p-image/v1/p-image-edit/generate',
  [UPSCALE]: '/p-image-upscale/v1/p-image-upscale/generate',
}

/** Pixazo: every 5–10 s. */
const PACE: PollingPace = { first: 5000, least: 5000, most: 10_000 }
const STATES = new Map<string, JobState['at']>([
  ['COMPLETED', 'done'],
  ['FAILED', 'failed'],
  ['ERROR', 'broken'],
])

const word = orElse(z.nullish(z.string()), undefined)
const Accepted = z.object({ request_id: word, output: z.optional(z.unknown()) })
const State = z.object({
  status: z.string(),
  output: z.optional(z.unknown()),
  error: z.optional(z.unknown()),
  created_at: word,
})
