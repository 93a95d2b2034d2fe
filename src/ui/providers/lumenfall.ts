import * as z from 'zod/mini'
import { AppError } from '../../shared/errors.ts'
import { fromBase64 } from '../image/base64.ts'
import { orElse } from '../or-else.ts'
import { toEditForm } from './edit-form.ts'
import { isModelUnknown } from './faults.ts'
import { assertWithin } from './limits.ts'
import { canAtLumenfall } from './lumenfall-models.ts'
import type { Checked, Context, Edited, EditRequest, Listed, Money, Provider, Span } from './provider.ts'
import { TINY_PICTURE } from './tiny-picture.ts'

/** Lumenfall: a gateway to many models behind OpenAI's images/edits. */
export const lumenfall: Provider = {
  id: 'lumenfall',
  label: 'Lumenfall',
  origin: 'https://api.lumenfall.ai',
  keyPage: 'https://lumenfall.ai/app/api_keys',
  defaultModel: 'p-image-edit',
  can: canAtLumenfall,
  headers: (key) => ({ authorization: `Bearer ${key.trim()}` }),
  edit,
  price,
  balance,
  check,
  models,
  requests,
  hasModel,
}

async function edit(request: EditRequest, context: Context): Promise<Edited> {
  assertWithin(canAtLumenfall(request.model), request)
  const answer = await context.http.postForm('/openai/v1/images/edits', toEditForm(request), Answer, { last: true })
  const { id, created, metadata } = answer
  const arriving = arrived(answer.data.map((image) => fetched(image, context)))
  const images = await arriving.catch((failure) => unread(answer.data, failure))
  const executedModel = Told.safeParse(metadata).data?.executed_model ?? undefined
  return { images, id: id ?? undefined, created: created ?? undefined, executedModel, cost: costIn(metadata), metadata }
}

async function price(request: EditRequest, { http }: Context): Promise<Money | undefined> {
  const form = toEditForm(withoutContent(request))
  const answer = await http.postForm('/openai/v1/images/edits?dryRun=true', form, Estimate, { free: true })
  const { total_cost_micros: micros, currency, metadata } = answer
  return typeof micros === 'number' ? toMoney(micros / 1e6, currency) : costIn(metadata)
}

async function balance({ http }: Context): Promise<Money | undefined> {
  const { available } = await http.get('/v1/balance', Balance)
  return typeof available?.amount === 'number' ? toMoney(available.amount, available.currency) : undefined
}

/** An account that pays later has no balance, and a relay may not pass it on: neither keeps an edit from running. */
async function check(context: Context, model = lumenfall.defaultModel): Promise<Checked> {
  const request = { model, prompt: 'price', pictures: [TINY_PICTURE], n: 1, options: {} }
  return {
    price: await price(request, context),
    balance: await balance(context).catch((thrown) => {
      if (context.signal.aborted) throw thrown
      return undefined
    }),
  }
}

async function models({ http }: Context): Promise<string[]> {
  const { data } = await http.get('/openai/v1/models', Models)
  return data.map(({ id }) => id)
}

async function requests({ from, to }: Span, { http }: Context): Promise<Listed[]> {
  const span = new URLSearchParams({
    limit: String(MOST_LISTED),
    created_after: new Date(from).toISOString(),
    created_before: new Date(to).toISOString(),
  })
  const { data } = await http.get(`/v1/requests?${span}`, Requests)
  return data.map(({ id, cost, currency }) => ({ id, cost: cost ? toMoney(cost, currency) : undefined }))
}

async function hasModel(model: string, { http }: Context): Promise<boolean> {
  const path = model.split('/').map(encodeURIComponent).join('/')
  try {
    await http.get(`/openai/v1/models/${path}`, Model)
    return true
  } catch (thrown) {
    if (isModelUnknown(thrown)) return false
    throw thrown
  }
}

/** The price is that of a picture out, so nothing of the person's own is sent to ask for it. */
const withoutContent = (request: EditRequest): EditRequest => ({
  ...request,
  prompt: 'price',
  pictures: request.pictures.map(() => TINY_PICTURE),
})

async function fetched({ b64_json, url, revised_prompt }: z.infer<typeof Image>, { http }: Context) {
  if (!b64_json && !url) throw new AppError('provider', 'The provider sent an answer without a picture.')
  const file = b64_json ? new Blob([fromBase64(b64_json)]) : await http.download(url ?? '', { limit: FILE_LIMIT })
  return { file, revisedPrompt: revised_prompt ?? undefined }
}

/** What cannot be read is paid for all the same: it is handed on as it came, to be told and saved as no picture. */
function unread(data: z.infer<typeof Image>[], failure: unknown): Edited['images'] {
  const texts = data.flatMap(({ b64_json }) => b64_json || [])
  if (texts.length === 0) throw failure
  return texts.map((text) => ({ file: new Blob([text]) }))
}

/** Each picture is paid for: one that does not arrive takes none of the others with it. */
async function arrived<T>(files: Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(files)
  const failed = settled.find((one) => one.status === 'rejected')
  const values = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  if (values.length > 0) return values
  throw failed?.reason ?? new AppError('provider', 'The provider sent no picture back.')
}

const costIn = (metadata: unknown): Money | undefined => {
  const { cost, cost_currency } = Told.safeParse(metadata).data ?? {}
  return typeof cost === 'number' ? toMoney(cost, cost_currency) : undefined
}

const toMoney = (amount: number, currency: string | null | undefined): Money => ({
  amount,
  unit: (currency || 'USD').toUpperCase(),
})

/** Requests; more are not open at once, so what was lost is among them. */
const MOST_LISTED = 100
/** bytes */
const FILE_LIMIT = 64_000_000

// Only what is read; whatever an edit can do without may be of any kind, since a paid picture comes with it.
const word = orElse(z.nullish(z.string()), undefined)
const number = orElse(z.nullish(z.number()), undefined)
const Image = z.object({ b64_json: word, url: word, revised_prompt: word })
const Answer = z.object({ data: z.array(Image), id: word, created: number, metadata: z.optional(z.unknown()) })
const Told = z.object({ cost: number, cost_currency: word, executed_model: word })
const Estimate = z.object({ total_cost_micros: number, currency: word, metadata: z.optional(z.unknown()) })
const Balance = z.object({ available: z.nullish(z.object({ amount: number, currency: word })) })
const Requests = z.object({ data: z.array(z.object({ id: z.string(), cost: number, currency: word })) })
const Model = z.object({ id: z.string() })
const Models = z.object({ data: z.array(Model) })
