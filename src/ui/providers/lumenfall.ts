import * as z from 'zod/mini'
import { orElse } from '../or-else.ts'
import { blankPicture } from './blank-picture.ts'
import { toEditForm, toUpscaleForm } from './edit-form.ts'
import { Images, imagesIn } from './images-answer.ts'
import { assertWithin } from './limits.ts'
import { canAtLumenfall, UPSCALERS } from './lumenfall-models.ts'
import { hasModelAt, modelsAt } from './openai-list.ts'
import type {
  Checked,
  Context,
  Edited,
  EditRequest,
  Listed,
  Money,
  Provider,
  Span,
  UpscaleRequest,
} from './provider.ts'
import { TINY_PICTURE } from './tiny-picture.ts'
import { assertEnlarging, enlargingOf } from './upscaling.ts'

/** Lumenfall: a gateway to many models behind OpenAI's images/edits. */
export const lumenfall: Provider = {
  id: 'lumenfall',
  label: 'Lumenfall',
  origin: 'https://api.lumenfall.ai',
  keyPage: 'https://lumenfall.ai/app/api_keys',
  defaultModel: 'p-image-edit',
  takes: 'form',
  upscalers: UPSCALERS,
  can: canAtLumenfall,
  headers: (key) => ({ authorization: `Bearer ${key.trim()}` }),
  edit,
  price,
  upscale,
  upscalePrice,
  balance,
  check,
  requests,
  models: ({ http }) => modelsAt(BASE, http),
  hasModel: (model, { http }) => hasModelAt(BASE, { model, http }),
}

async function edit(request: EditRequest, context: Context): Promise<Edited> {
  assertWithin(canAtLumenfall(request.model), request)
  return send(toEditForm(request), context)
}

/** One answer is all that comes. */
async function send(form: FormData, { http }: Context): Promise<Edited> {
  const answer = await http.postForm(EDITS, form, Answer, { last: true })
  const { id, created, metadata } = answer
  const images = await imagesIn(answer.data, http)
  const executedModel = Told.safeParse(metadata).data?.executed_model ?? undefined
  return { images, id: id ?? undefined, created: created ?? undefined, executedModel, cost: costIn(metadata), metadata }
}

async function upscale(request: UpscaleRequest, context: Context): Promise<Edited> {
  return send(upscaleForm(request), context)
}

function upscaleForm(request: UpscaleRequest): FormData {
  const can = canAtLumenfall(request.model).upscale
  assertEnlarging(can, request)
  return toUpscaleForm({ ...request, ...enlargingOf(request, can) })
}

function price(request: EditRequest, context: Context): Promise<Money | undefined> {
  return estimate(toEditForm(withoutContent(request)), context)
}

/** Some models are paid by the pixel, so the blank picture has as many as the real one. */
async function upscalePrice(request: UpscaleRequest, context: Context): Promise<Money | undefined> {
  return estimate(upscaleForm({ ...request, picture: await blankPicture(request.picture) }), context)
}

async function estimate(form: FormData, { http }: Context): Promise<Money | undefined> {
  const answer = await http.postForm(`${EDITS}?dryRun=true`, form, Estimate, { free: true })
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

async function requests({ from, to }: Span, { http }: Context): Promise<Listed[]> {
  const span = new URLSearchParams({
    limit: String(MOST_LISTED),
    created_after: new Date(from).toISOString(),
    created_before: new Date(to).toISOString(),
  })
  const { data } = await http.get(`/v1/requests?${span}`, Requests)
  return data.map(({ id, cost, currency }) => ({ id, cost: cost ? toMoney(cost, currency) : undefined }))
}

/** The price is that of a picture out, so nothing of the person's own is sent to ask for it. */
const withoutContent = (request: EditRequest): EditRequest => ({
  ...request,
  prompt: 'price',
  pictures: request.pictures.map(() => TINY_PICTURE),
})

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
const BASE = '/openai/v1'
const EDITS = `${BASE}/images/edits`

// Only what is read; whatever an edit can do without may be of any kind, since a paid picture comes with it.
const word = orElse(z.nullish(z.string()), undefined)
const number = orElse(z.nullish(z.number()), undefined)
const Answer = z.object({ data: Images, id: word, created: number, metadata: z.optional(z.unknown()) })
const Told = z.object({ cost: number, cost_currency: word, executed_model: word })
const Estimate = z.object({ total_cost_micros: number, currency: word, metadata: z.optional(z.unknown()) })
const Balance = z.object({ available: z.nullish(z.object({ amount: number, currency: word })) })
const Requests = z.object({ data: z.array(z.object({ id: z.string(), cost: number, currency: word })) })
