import * as z from 'zod/mini'
import { AppError, type Fault } from '../../shared/errors.ts'
import { orElse } from '../or-else.ts'
import { refusalText } from '../texts/answers.ts'

/** What a provider answered in place of a result: the `cause` of the fault, without request, headers or body. */
export class Answered {
  readonly status: number
  readonly code: string | undefined
  /** As sent: seconds or a date. A browser shows it only where CORS exposes it. */
  readonly retryAfter: string | undefined

  constructor({ status, headers }: Response, code?: string) {
    this.status = status
    this.code = code
    this.retryAfter = headers.get('retry-after') ?? undefined
  }
}

/** What the provider answered, where the fault is an answer at all. */
export const answeredIn = (thrown: unknown): Answered | undefined =>
  thrown instanceof AppError && thrown.cause instanceof Answered ? thrown.cause : undefined

/** Whether the provider knows no model of the name it was asked for, or no longer runs it. */
export const isModelUnknown = (thrown: unknown) => ABSENT.includes(answeredIn(thrown)?.code ?? '')

/** The one table from an answer to a fault. The provider's own code is more exact than the status. */
export function faultOf(status: number, code?: string): Fault {
  return CODES.get(code) ?? STATUSES.get(status) ?? 'provider'
}

/** The fault in an answer that is not a result. `body` is undefined where it is no JSON: a page's words are never shown. */
export function faultIn(
  response: Response,
  { body, secrets }: { body: unknown; secrets: readonly string[] },
): AppError {
  const { status } = response
  const code = toCode(toPlainText(failureIn(body).name ?? '', secrets))
  const said = wordsIn(body, secrets)
  const isRelay = code?.startsWith('RELAY_') === true
  const message = refusalText({ said, isRelay, isUnread: body === undefined })
  return new AppError(faultOf(status, code), message, new Answered(response, code))
}

/** Whether a body reports a failure; it may come with a 200. */
export const isFailure = (body: unknown) => Boolean(Wrapped.safeParse(body).data?.error)

/** The words of a failure in whatever dialect; empty where there are none. */
export const wordsIn = (body: unknown, secrets: readonly string[]) => toPlainText(failureIn(body).text ?? '', secrets)

/** OpenAI and Lumenfall: `{error: {message, type, code}}`. PixelDojo: `{error: {code, message, status}}`. Pixazo: `{error, message}`. */
function failureIn(body: unknown): { name?: string | undefined; text?: string | undefined } {
  const { error, message } = Wrapped.safeParse(body).data ?? {}
  if (typeof error === 'string') return { name: error, text: message || error }
  const { code, type, message: own } = Details.safeParse(error).data ?? {}
  return { name: String(code || type || ''), text: own || message || undefined }
}

/** Providers spell it `INSUFFICIENT_BALANCE`, `insufficient_credits` or `Insufficient Balance`. */
const toCode = (name: string) => name.toUpperCase().replace(/\W+/g, '_') || undefined

/** One line to be read: no control or direction characters, no key, not too long. */
export function toPlainText(text: string, secrets: readonly string[]): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const safe = secrets.reduce((rest, secret) => rest.replaceAll(secret, '[key]'), line)
  const letters = [...safe.replace(/(?<!\.)\.$/, '')]
  return letters.length > TEXT_LIMIT ? `${letters.slice(0, TEXT_LIMIT).join('')}…` : letters.join('')
}

const STATUSES = new Map<number, Fault>([
  [400, 'refused'],
  [401, 'denied'],
  [402, 'funds'],
  [403, 'denied'],
  [404, 'refused'],
  [413, 'refused'],
  [422, 'refused'],
  [429, 'busy'],
  [502, 'busy'],
  [503, 'busy'],
  [504, 'busy'],
])

const CODES = new Map<string | undefined, Fault>([
  ['AUTHENTICATION_FAILED', 'denied'],
  ['INVALID_API_KEY', 'denied'],
  ['INSUFFICIENT_BALANCE', 'funds'],
  ['INSUFFICIENT_CREDITS', 'funds'],
  ['INSUFFICIENT_QUOTA', 'funds'], // OpenAI sends it with 429: asking again would not help.
  ['BILLING_HARD_LIMIT_REACHED', 'funds'], // OpenAI sends it with 400.
  ['CONTENT_POLICY_VIOLATION', 'refused'],
  ['MODERATION_BLOCKED', 'refused'],
  ['RATE_LIMITED', 'busy'],
  ['RATE_LIMIT_EXCEEDED', 'busy'],
  ['ALL_PROVIDERS_EXHAUSTED', 'busy'],
  // The relay's own: what is wrong there is set in Settings, and is no fault of the key.
  ['RELAY_TOKEN', 'settings'],
  ['RELAY_REFUSED', 'settings'],
  ['RELAY_CALLBACK', 'settings'],
  ['RELAY_REDIRECTED', 'provider'],
])

const ABSENT = ['MODEL_NOT_FOUND', 'MODEL_DISABLED']
/** Characters of a provider's own words. */
const TEXT_LIMIT = 300

// Only what is read, and nothing that could fail: a provider may send anything here.
const word = orElse(z.nullish(z.string()), undefined)
const Wrapped = z.object({ error: z.optional(z.unknown()), message: word })
const Details = z.object({
  message: word,
  type: word,
  code: orElse(z.nullish(z.union([z.string(), z.number()])), undefined),
})
