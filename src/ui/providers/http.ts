import pRetry, { type Options as PRetryOptions } from 'p-retry'
import type * as z from 'zod/mini'
import { AppError, stopped } from '../../shared/errors.ts'
import { fileOfAnswer } from '../image/files.ts'
import { BAD_RESULT_ADDRESS } from '../texts/answers.ts'
import { urlUnder } from './address.ts'
import { attemptWithin } from './attempt.ts'
import { type Exchanged, exchange } from './exchange.ts'
import { answeredIn, faultIn, isFailure, wordsIn } from './faults.ts'
import { assertAllowed } from './hosts.ts'
import { isCut, jsonIn } from './json.ts'
import { createPatience, MOST_ATTEMPTS, pauseFor } from './patience.ts'
import { type Relay, throughRelay } from './relay.ts'
import { assertSendable, secretsIn } from './secrets.ts'
import { brokenOff, undocumented } from './silence.ts'

// Longer than other files, so that nothing else in the plugin can reach the network.

/** The only way out of the plugin. It throws faults that never hold a key, a page or a picture. */
export interface Http {
  /** The account's: paths go under it. */
  readonly address: string
  get<T>(path: string, schema: Schema<T>): Promise<T>
  postForm<T>(path: string, form: FormData, schema: Schema<T>, terms?: Terms): Promise<T>
  postJson<T>(path: string, body: unknown, schema: Schema<T>, terms?: Terms): Promise<T>
  postFile<T>(path: string, file: Blob, schema: Schema<T>, terms?: Terms): Promise<T>
  remove(path: string): Promise<void>
  /** How far a job is: asked once, since whoever polls asks again. An `error` in it is the job's and not the answer's. */
  state<T>(path: string, schema: Schema<T>): Promise<T>
  /** A file at any address, asked for without the key. `limit`: bytes. */
  download(url: string, options: { limit: number }): Promise<Blob>
  /** A provider's own words for a failure, fit to be shown: the key is not in them. */
  wordsIn(failure: unknown): string
}

export type Schema<T> = z.ZodMiniType<T>

/**
 * A POST counts as paid unless it is `free`: what is said of a lost answer depends on it. `last`: with its answer the
 * provider has done its part.
 */
export interface Terms {
  free?: boolean
  last?: boolean
  /** Beside the key's. Each one has to be allowed by the CORS answer. */
  headers?: Record<string, string>
}

export interface HttpOptions {
  /** An origin, or a relay's address with a path: `https://relay.example.com/team`. */
  address: string
  /** They carry the key: sent under `address` and nowhere else. */
  headers: Record<string, string>
  signal: AbortSignal
  /** Whether this build's manifest lets the iframe reach a URL. */
  isAllowed?: ((url: string) => boolean) | undefined
  /** What passes every request on, files included. `address` then is the provider's own origin. */
  relay?: Relay | undefined
  onWait?: ((wait: Wait) => void) | undefined
  /** The last answer has begun: the provider has done its part. Awaited before the rest, which is still to come, is read. */
  onCome?: (() => void | Promise<void>) | undefined
  /** Awaited when a wait is over, before the request is made once more; what it throws ends the request. */
  beforeRepeat?: (() => Promise<void>) | undefined
  /** ms for one attempt, its answer read to the end. */
  timeout?: number | undefined
  /** ms before the first repeat, doubled with each one. */
  pause?: number | undefined
  fetch?: ((request: Request) => Promise<Response>) | undefined
}

/** Refill waits before it asks once more. */
export interface Wait {
  /** ms since 1970, as `Date.now()`. */
  until: number
  /** The attempt to come: 2 is the first repeat. */
  attempt: number
  /** What the provider answered; a file that did not arrive has none. */
  status?: number | undefined
}

interface Asked extends RequestInit {
  headers?: Record<string, string>
  url: string
  /** bytes */
  limit: number
  /** A lost answer may have been charged. */
  paid: boolean
  /** Asking again changes nothing, whatever became of the first time. */
  repeatable?: boolean
  once?: boolean
  /** ms; less than the usual. */
  timeout?: number
  /** Whether an `error` under 200 is a part of what was asked for. */
  keepsError?: boolean
  /** Whether the provider has done its part with this answer. */
  last?: boolean
  /** Asked again by itself: what it asks for is paid, and nobody may stop it. */
  quiet?: boolean
}

export function createHttp(options: HttpOptions): Http {
  const { address, signal, relay, isAllowed = () => true, onWait, onCome, beforeRepeat = async () => {} } = options
  const { timeout: usual = TIMEOUT, pause = PAUSE, fetch = (request) => globalThis.fetch(request) } = options
  const relayed = throughRelay(relay)
  const secrets = secretsIn({ ...options.headers, ...relayed.headers })

  async function ask(asked: Asked): Promise<Exchanged> {
    if (signal.aborted) throw stopped(signal.reason)
    const {
      limit,
      paid,
      repeatable = false,
      once = false,
      timeout = usual,
      last = false,
      quiet = false,
      ...given
    } = asked
    const url = relayed.urlFor(given.url)
    const init = { ...given, headers: { ...given.headers, ...relayed.headers } }
    assertSendable(init.headers)
    assertAllowed(url, isAllowed)
    const waitAfter = once ? () => undefined : createPatience({ pause, repeatable })
    const attempt = () =>
      attemptWithin({ timeout, signal, url, paid }, (signal) =>
        exchange(new Request(url, { ...init, ...PRIVATE, signal }), {
          ...{ fetch, url, limit, paid, secrets },
          onAnswer: last ? onCome : undefined,
        }),
      )
    const options: PRetryOptions = {
      retries: MOST_ATTEMPTS - 1,
      // How long to wait is for `patience` to say, and what happens meanwhile for whoever asked.
      minTimeout: 0,
      async onFailedAttempt({ error, attemptNumber }) {
        const ms = signal.aborted ? undefined : waitAfter(error)
        if (ms === undefined) throw error
        if (!quiet) onWait?.({ until: Date.now() + ms, attempt: attemptNumber + 1, status: answeredIn(error)?.status })
        await pauseFor(ms, signal)
        if (!quiet) await beforeRepeat()
      },
    }
    try {
      return await pRetry(attempt, options)
    } catch (thrown) {
      throw signal.aborted ? stopped(signal.reason) : thrown
    }
  }

  const withKey = (path: string, { headers, ...init }: Partial<Asked> & { paid: boolean }): Asked => ({
    ...init,
    url: urlUnder(address, path),
    headers: { ...options.headers, ...headers },
    limit: JSON_LIMIT,
    redirect: 'manual',
  })

  async function askJson<T>(path: string, schema: Schema<T>, init: Partial<Asked> & { paid: boolean }): Promise<T> {
    const asked = withKey(path, init)
    const { response, bytes } = await ask(asked)
    const body = jsonIn(bytes)
    if (body === undefined && isCut(bytes)) throw brokenOff(asked)
    if (body === undefined || (isFailure(body) && !init.keepsError)) throw faultIn(response, { body, secrets })
    const parsed = schema.safeParse(body)
    if (!parsed.success) throw undocumented(asked, parsed.error.issues[0]?.path.join('.') ?? '')
    return parsed.data
  }

  const post =
    <Body>(bodyOf: (value: Body) => FormData | Blob) =>
    <T>(path: string, value: Body, schema: Schema<T>, { free = false, last = false, headers = {} }: Terms = {}) =>
      askJson(path, schema, { method: 'post', body: bodyOf(value), headers, paid: !free, last })

  return {
    address,
    get: (path, schema) => askJson(path, schema, { paid: false }),
    postForm: post((form) => form),
    postJson: post(jsonBody),
    postFile: post((file) => file),
    async remove(path) {
      await ask(withKey(path, { method: 'delete', paid: false }))
    },
    state: (path, schema) =>
      askJson(path, schema, { paid: false, once: true, keepsError: true, timeout: Math.min(usual, STATE_TIMEOUT) }),
    wordsIn: (failure) => wordsIn(failure, secrets),
    async download(url, { limit }) {
      if (!/^https?:/.test(url) || !URL.canParse(url) || new URL(url).username) {
        throw new AppError('provider', BAD_RESULT_ADDRESS)
      }
      const { bytes } = await ask({
        ...{ url, limit, paid: true, repeatable: true, last: true, quiet: true },
        // The relay's token goes nowhere that it did not mean.
        ...(relay && { redirect: 'manual' }),
      })
      return fileOfAnswer(bytes)
    },
  }
}

/** A blob brings its content type along, so that no header has to be set. */
const jsonBody = (value: unknown) => new Blob([JSON.stringify(value)], { type: 'application/json' })

const PRIVATE = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const
/** ms, where the designer has set no other: most models take seconds, the slowest about seven minutes. */
const TIMEOUT = 300_000
/** ms: the state of a job is a small answer, and is soon asked for again. */
const STATE_TIMEOUT = 30_000
/** ms */
const PAUSE = 500
/** bytes: ten pictures of 7 MB, as base64 */
const JSON_LIMIT = 100_000_000
