import { type Context, Hono } from 'hono'
import type { Ask } from './ask.ts'
import { preflight, READABLE } from './cors.ts'
import type { Env } from './env.ts'
import { RelayError } from './errors.ts'
import { createFiles } from './files.ts'
import { LIMITS, type Limits } from './limits.ts'
import { createLog, type Write } from './log.ts'
import { pass } from './pass.ts'
import { createRate } from './rate.ts'
import type { Store } from './store.ts'
import { measured } from './stream.ts'
import { createGate, unknownToken } from './token.ts'
import { UPSTREAMS, type Upstreams } from './upstreams.ts'

export interface RelayOptions {
  /** At least one, of at least 16 characters. */
  tokens: readonly string[]
  store: Store
  ask: Ask
  /** Where a request comes from, as far as that can be believed. */
  addressOf: (request: Request, bindings: object) => string
  /** Where providers find the relay; without it no pictures are kept. */
  publicUrl?: string | 'from-request' | undefined
  write: Write
  limits?: Partial<Limits> | undefined
  /** Other than the fixed list only in tests and for stand-ins: no setting reaches it. */
  upstreams?: Upstreams | undefined
  now?: (() => number) | undefined
}

/** The relay, for every runtime. */
export function createRelay(options: RelayOptions): Hono<Env> {
  const { store, ask, addressOf, publicUrl, write, upstreams = UPSTREAMS, now = Date.now } = options
  const limits = { ...LIMITS, ...options.limits }
  const gate = createGate(options.tokens)
  const log = createLog(write, now)
  const files = createFiles({ store, limits, now, publicUrl })
  const addresses = createRate(limits.perAddress, now)
  const strangers = createRate(limits.perStranger, now)
  const tokens = createRate(limits.perToken, now)

  /** Names the route in the log and counts the request against its address. */
  const enter = (context: Context<Env>, route: string) => {
    context.var.entry.route = route
    addresses.take(addressOf(context.req.raw, context.env))
  }

  async function assertKnown({ req, env }: Context<Env>): Promise<void> {
    const address = addressOf(req.raw, env)
    strangers.assertUnder(address)
    const sent = req.raw.headers.get('x-refill-relay')
    const token = await gate(sent)
    if (token !== undefined) return tokens.take(token)
    strangers.count(address)
    throw unknownToken(sent)
  }

  const app = new Hono<Env>()
  app.use(async (context, next) => {
    const { entry, close } = log.open(context.req.method)
    context.set('entry', entry)
    await next()
    const { status, body, headers } = context.res
    for (const [name, value] of Object.entries({ ...READABLE, ...HARMLESS })) headers.set(name, value)
    if (body === null) return close(status, { bytes: 0, cut: false })
    if (context.req.method !== 'HEAD') {
      const onEnd = (ended: Parameters<typeof close>[1]) => close(status, ended)
      context.res = new Response(measured(body, { most: limits.answerBytes, onEnd }), context.res)
      return
    }
    await body.cancel()
    close(status, { bytes: 0, cut: false })
  })
  app.options('*', (context) => {
    context.var.entry.route = 'preflight'
    return preflight(context.req.url, upstreams)
  })
  app.get('/healthz', (context) => {
    context.var.entry.route = 'health'
    return Response.json({ ok: true })
  })
  app.all('/pass/*', async (context) => {
    enter(context, 'pass')
    await assertKnown(context)
    return pass(context, { upstreams, ask, limits })
  })
  app.get('/files/:name', async (context) => {
    enter(context, 'files show')
    return files.show(context)
  })
  app.post('/files', async (context) => {
    enter(context, 'files keep')
    await assertKnown(context)
    return files.keep(context)
  })
  app.delete('/files/:id', async (context) => {
    enter(context, 'files drop')
    await assertKnown(context)
    return files.drop(context)
  })
  app.all('*', (context) => {
    enter(context, 'unknown')
    throw new RelayError('RELAY_NOT_FOUND', 'The relay has nothing at this address.')
  })
  app.onError((error) => {
    if (error instanceof RelayError) return error.toResponse()
    return new RelayError('RELAY_FAILED', 'Something went wrong in the relay itself.').toResponse()
  })
  return app
}

/** Whatever comes back, no browser runs it, keeps it or guesses at it. */
const HARMLESS = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
