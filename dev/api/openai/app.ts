import { type Context, Hono } from 'hono'
import { grantCors } from '../cors.ts'
import { answerErrors, type HostEnv, watch } from '../host.ts'
import { meet, meetPlanned, pause } from '../meet.ts'
import { parseForm } from '../parse-form.ts'
import { toText } from '../sizes.ts'
import { openAiError } from './errors.ts'
import { type OpenAiForm, readOpenAiForm } from './form.ts'
import { OPENAI_MODELS, toOpenAiEntry } from './models.ts'
import { makeOpenAiPicture } from './picture.ts'
import type { OpenAiStand } from './stand.ts'
import { QUOTA } from './trouble.ts'

/** A server that speaks as OpenAI does and knows nothing of Lumenfall: a dry run runs, and costs. */
export function createOpenAiApp(stand: OpenAiStand): Hono<HostEnv> {
  const { seen, settings, stopping, plan } = stand
  const app = new Hono<HostEnv>()
  app.use(watch(seen, stopping))
  app.use(
    grantCors({
      headers: ['authorization', 'content-type'],
      exposed: () => (settings.exposeHeaders ? 'Retry-After' : undefined),
      policy: () => settings.cors,
    }),
  )

  app.post('/v1/images/edits', (context) => edit(context, stand))
  app.use(
    '/v1/models/*',
    meetPlanned(() => plan.next('models')),
  )
  app.get('/v1/models', (context) => {
    authenticate(context, stand)
    return context.json({ object: 'list', data: OPENAI_MODELS.map(toOpenAiEntry) })
  })
  app.get('/v1/models/:id', (context) => {
    authenticate(context, stand)
    const id = context.req.param('id')
    const model = OPENAI_MODELS.find((one) => one.id === id)
    if (!model) throw openAiError('no-model', `The model '${id}' does not exist`, { param: 'model' })
    return context.json(toOpenAiEntry(model))
  })

  app.notFound(({ req }) => openAiError('not-found', `Invalid URL (${req.method} ${req.path})`).toResponse())
  app.onError(answerErrors(stopping, () => openAiError('internal', 'The server had an error.')))
  return app
}

async function edit(context: Context<HostEnv>, stand: OpenAiStand): Promise<Response> {
  const trouble = stand.plan.next('edit') ?? {}
  if (trouble.drop === 'before') return meet(trouble, context, async () => new Response())
  const body = await context.req.arrayBuffer()
  const refuse = (message: string) => openAiError('invalid', message)
  const form = await parseForm(context.req.header('content-type') ?? '', body, refuse).catch((error: unknown) => error)
  if (form instanceof FormData) await stand.seen.noteForm(context.var.seen, form)
  authenticate(context, stand)
  if (!(form instanceof FormData)) throw form
  const asked = await readOpenAiForm(form)

  return meet(trouble, context, async () => {
    const { wallet, settings } = stand
    if (!wallet.take(asked.price)) throw openAiError('funds', QUOTA)
    await pause(settings.latency, context)
    const made = await Promise.all(Array.from({ length: asked.n }, () => makeOpenAiPicture(asked, trouble)))
    return context.json(answerOf(asked, made))
  })
}

/** No address, no id and no price: what a picture cost can only be worked out of its tokens. */
function answerOf({ background, output_format, quality, nominal, pictures, prompt, n }: OpenAiForm, made: Buffer[]) {
  const [text_tokens, image_tokens] = [Math.ceil(prompt.length / 4), pictures.length * INPUT_TOKENS]
  const [input_tokens, output_tokens] = [text_tokens + image_tokens, n * OUTPUT_TOKENS]
  return {
    created: Math.floor(Date.now() / 1000),
    background: background === 'transparent' ? 'transparent' : 'opaque',
    output_format,
    quality: quality === 'auto' ? 'high' : quality,
    size: toText(nominal),
    data: made.map((file) => ({ b64_json: file.toString('base64') })),
    usage: {
      ...{ total_tokens: input_tokens + output_tokens, input_tokens, output_tokens },
      input_tokens_details: { image_tokens, text_tokens },
    },
  }
}

function authenticate({ req }: Context<HostEnv>, { key, keyless }: OpenAiStand): void {
  if (keyless) return
  const sent = req.header('authorization')
  if (sent === undefined) throw openAiError('denied', "You didn't provide an API key.")
  if (sent !== `Bearer ${key}`) throw openAiError('denied', 'Incorrect API key provided.')
}

const INPUT_TOKENS = 323
const OUTPUT_TOKENS = 1056
