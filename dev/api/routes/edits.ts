import type { Context } from 'hono'
import { authenticate } from '../auth.ts'
import { ApiError, invalid } from '../errors.ts'
import { type EditForm, readEdit } from '../form.ts'
import { heldBack, meet, pause } from '../meet.ts'
import { parseForm } from '../parse-form.ts'
import { type Made, makePicture } from '../picture.ts'
import { toText } from '../sizes.ts'
import type { Env } from '../stand.ts'
import { type Trouble, toTrouble } from '../trouble.ts'
import { makeLarger } from '../upscale.ts'
import { MICROS } from '../wallet.ts'
import { FILE_HERE, jsonWithFiles } from '../with-files.ts'

export async function edit(context: Context<Env>): Promise<Response> {
  const { stand, seen } = context.var
  const arrivedAt = performance.now()
  const dryRun = readDryRun(context.req.query('dryRun'))
  const planned = stand.plan.next(dryRun ? 'dry-run' : 'edit')
  if (planned?.drop === 'before') return meet(planned, context, async () => new Response())

  // Read to its end even when it will be refused: an answer in the middle of an upload may never be read.
  const body = await context.req.arrayBuffer()
  const form = await parseForm(context.req.header('content-type') ?? '', body).catch((error: unknown) => error)
  if (form instanceof FormData) await stand.seen.noteForm(seen, form)
  authenticate(context)

  const id = stand.ledger.newId()
  const startedAt = Date.now()
  context.set('requestId', id)
  let model = seen.fields.model ?? ''
  try {
    if (!(form instanceof FormData)) throw form
    const asked = await readEdit(form, { headOnly: stand.settings.prepared })
    model = asked.model.id
    const named = asked.model.trouble
    const turn = dryRun ? {} : stand.prompter.next(asked.pictures[0]!.bytes)
    const trouble = planned ?? turn.trouble ?? (named ? toTrouble(named) : {})
    return await heldBack(arrivedAt + (turn.latency ?? 0), context, () =>
      meet(trouble, context, async () => (dryRun ? estimate(asked) : run({ asked, trouble, context, id, startedAt }))),
    )
  } catch (error) {
    if (error instanceof ApiError && !dryRun) {
      const status = error.status < 500 && error.status !== 429 ? 'rejected' : 'upstream_failure'
      stand.ledger.record({ id, status, model, price: 0, startedAt, error })
    }
    throw error
  }
}

interface Run {
  asked: EditForm
  trouble: Trouble
  context: Context<Env>
  id: string
  startedAt: number
}

/** A run that was begun is charged even if nobody waits for it: no document says otherwise. */
async function run({ asked, trouble, context, id, startedAt }: Run): Promise<Response> {
  const { ledger, settings, media } = context.var.stand
  const { model, n, outputFormat, responseFormat } = asked
  const price = model.price * n
  ledger.charge(price)
  try {
    await pause(asked.turbo ? settings.latency : settings.latency * 2, context)
    const seed = asked.seed ?? Math.floor(Math.random() * 2 ** 31)
    const made = await Promise.all(
      Array.from({ length: n }, (_, index) =>
        asked.factor
          ? makeLarger(asked, asked.factor, trouble)
          : makePicture({ ...asked, echo: model.echo }, { seed: seed + index, trouble, settings }),
      ),
    )
    const data = made.map(({ file, revisedPrompt }) => ({
      ...(responseFormat === 'url'
        ? { url: `${new URL(context.req.url).origin}/media/${media.keep(file, outputFormat)}` }
        : { b64_json: FILE_HERE }),
      revised_prompt: revisedPrompt,
    }))
    ledger.record({ id, status: 'completed', model: model.id, price, startedAt })
    context.header('x-lumenfall-provider', model.provider.id)
    context.header('x-lumenfall-model', model.id)
    const answer = {
      id,
      created: Math.floor(startedAt / 1000),
      size: toText(made[0]!.nominal),
      output_format: outputFormat,
      data,
      metadata: metadataOf(asked, made, price),
    }
    const files = made.map((one) => one.base64 ?? [Buffer.from(one.file.toString('base64'))])
    return jsonWithFiles(context, answer, files)
  } catch (error) {
    ledger.wallet.give(price)
    throw error
  }
}

/** The documented part, then what this gateway does not know, then who we are. */
const metadataOf = ({ model, extra, turbo, weights }: EditForm, made: Made[], price: number) => ({
  model: model.id,
  executed_model: `${model.provider.id}/${model.id}`,
  provider: model.provider.id,
  provider_name: model.provider.name,
  cost: price / MICROS,
  cost_currency: 'USD',
  attempts: [],
  passed_through: extra,
  stand_in: { note: STATEMENT, turbo, weights, pictures: made.map(({ seed, did }) => ({ seed, did })) },
})

function estimate({ model, n }: EditForm): Response {
  const total = model.price * n
  const [quantity, unit_price] = [n, model.price / MICROS]
  return Response.json({
    estimated: true,
    model: model.id,
    provider: model.provider.id,
    total_cost_micros: total,
    currency: 'USD',
    components: [
      { type: 'output', metric: 'image', quantity, billable_quantity: quantity, unit_price, total_cost: total },
    ],
  })
}

/** Strict: a misspelt `dryRun` that ran would cost money. */
function readDryRun(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false
  if (text === 'true') return true
  throw invalid(`Invalid dryRun '${text}': expected true or false`)
}

const STATEMENT = 'Made by a stand-in for Lumenfall on this machine, with ordinary image filters. No model was asked.'
