import type { Context } from 'hono'
import { type Answer, type Ask, type Asked, Unreached } from './ask.ts'
import { deadlineIn } from './deadline.ts'
import type { Env } from './env.ts'
import { RelayError } from './errors.ts'
import { headersDown, headersUp } from './headers.ts'
import type { Limits } from './limits.ts'
import { measured } from './stream.ts'
import { type Target, targetOf } from './target.ts'
import type { Route, Upstreams } from './upstreams.ts'

interface Passing {
  upstreams: Upstreams
  ask: Ask
  limits: Limits
}

/** Passes one request on to a provider, and its answer back, both as they come. */
export async function pass(context: Context<Env>, { upstreams, ask, limits }: Passing): Promise<Response> {
  const { raw } = context.req
  const target = targetOf(raw, upstreams)
  context.var.entry.route = target.route.name
  const { method } = target.route
  const headers = headersUp(raw.headers, target)
  const upload = uploadOf(raw, limits)
  const deadline = deadlineIn(limits.patience)
  const signal = AbortSignal.any([raw.signal, deadline])
  const asked: Asked = { url: target.url, method, headers, body: method === 'POST' ? upload.body : undefined, signal }

  const answer = await ask(asked).catch((thrown: unknown) => {
    if (upload.tooLarge()) throw tooLarge(limits)
    context.var.entry.reason = raw.signal.aborted ? 'GONE' : reasonOf(thrown)
    throw failureOf(thrown, { route: target.route, late: deadline.aborted })
  })
  return downOf(answer, target, limits)
}

/** Never more than was announced: what comes after it would be read as another request. */
function uploadOf({ body, headers }: Request, { requestBytes }: Limits) {
  const announced = headers.get('content-length')
  const most = announced === null ? requestBytes : Number(announced)
  if (!(most <= requestBytes)) throw tooLarge({ requestBytes })
  let over = false
  return {
    body: body
      ? measured(body, {
          most,
          onEnd: ({ bytes }) => {
            over = bytes > most
          },
        })
      : undefined,
    tooLarge: () => over,
  }
}

async function downOf(answer: Answer, { route }: Target, { answerBytes }: Limits): Promise<Response> {
  const { status, headers, body } = answer
  const refusal = isRedirect(status)
    ? new RelayError('RELAY_REDIRECTED', 'The provider points to another address, and the relay goes to none.')
    : Number(headers.get('content-length') ?? 0) > answerBytes || status < 200 || status > 599
      ? lost(route, 'The provider’s answer is not one that the relay can pass back.')
      : undefined
  if (!refusal) return new Response(body, { status, headers: headersDown(headers) })
  await body?.cancel().catch(() => undefined)
  throw refusal
}

function failureOf(thrown: unknown, { route, late }: { route: Route; late: boolean }): RelayError {
  if (thrown instanceof Unreached) return new RelayError('RELAY_UNREACHABLE', 'The provider could not be reached.')
  if (route.method === 'POST') return lost(route, 'The connection to the provider broke off before its answer came.')
  return late
    ? new RelayError('RELAY_TIMEOUT', 'The provider did not answer in time.')
    : new RelayError('RELAY_UNREACHABLE', 'The connection to the provider broke off.')
}

const reasonOf = (thrown: unknown) =>
  thrown instanceof Unreached ? thrown.reason : String((thrown as { code?: unknown } | undefined)?.code ?? '')

const lost = ({ method }: Route, message: string) =>
  method === 'POST'
    ? new RelayError('RELAY_ANSWER_LOST', `${message} The request may have been carried out and charged.`)
    : new RelayError('RELAY_UNREACHABLE', message)

const tooLarge = ({ requestBytes }: Pick<Limits, 'requestBytes'>) =>
  new RelayError('RELAY_TOO_LARGE', `The request is larger than the ${requestBytes} bytes that the relay passes on.`)

/** 0 is what `fetch` calls a redirect that it was told not to follow. */
const isRedirect = (status: number) => status === 0 || (status >= 300 && status < 400)
