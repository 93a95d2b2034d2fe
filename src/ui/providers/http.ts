import pRetry, { type Options as PRetryOptions } from 'p-retry'
import type * as z from 'zod/mini'
import { AppError } from '../../shared/errors.ts'
import { urlUnder } from './address.ts'
import { attemptWithin } from './attempt.ts'
import { type Exchanged, exchange } from './exchange.ts'
import { answeredIn, faultIn, isFailure } from './faults.ts'
import { assertAllowed } from './hosts.ts'
import { isCut, jsonIn } from './json.ts'
import { createPatience, MOST_ATTEMPTS, pauseFor } from './patience.ts'
import { assertSendable, secretsIn } from './secrets.ts'
import { brokenOff, undocumented } from './silence.ts'

/** The only way out of the plugin. It throws faults that never hold a key, a page or a picture. */
export interface Http {
  get<T>(path: string, schema: Schema<T>): Promise<T>
  postForm<T>(path: string, form: FormData, schema: Schema<T>, terms?: Terms): Promise<T>
  postJson<T>(path: string, body: unknown, schema: Schema<T>, terms?: Terms): Promise<T>
  /** A file at any address, asked for without the key. `limit`: bytes. */
  download(url: string, options: { limit: number }): Promise<Blob>
}

export type Schema<T> = z.ZodMiniType<T>

/**
 * A POST counts as paid unless it is `free`: what is said of a lost answer depends on it. `last`: with its answer the
 * provider has done its part.
 */
export interface Terms {
  free?: boolean
  last?: boolean
}

export interface HttpOptions {
  /** An origin, or a relay's address with a path: `https://relay.example.com/team`. */
  address: string
  /** They carry the key: sent under `address` and nowhere else. */
  headers: Record<string, string>
  signal: AbortSignal
  /** Whether this build's manifest lets the iframe reach a URL. */
  isAllowed?: ((url: string) => boolean) | undefined
  onWait?: ((wait: Wait) => void) | undefined
  /** The last answer is here to its end; it is still to be read. */
  onCome?: (() => void) | undefined
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
  url: string
  /** bytes */
  limit: number
  /** A lost answer may have been charged. */
  paid: boolean
  /** Asking again changes nothing, whatever became of the first time. */
  repeatable?: boolean
}

export function createHttp(options: HttpOptions): Http {
  const { address, headers, signal, isAllowed = () => true, onWait, onCome, beforeRepeat = async () => {} } = options
  const { timeout = TIMEOUT, pause = PAUSE, fetch = (request) => globalThis.fetch(request) } = options
  const secrets = secretsIn(headers)

  async function ask({ url, limit, paid, repeatable = false, ...init }: Asked): Promise<Exchanged> {
    if (signal.aborted) throw new AppError('cancelled', 'Stopped.')
    assertAllowed(url, isAllowed)
    const waitAfter = createPatience({ pause, repeatable })
    const attempt = () =>
      attemptWithin({ timeout, signal, url, paid }, (signal) =>
        exchange(new Request(url, { ...init, ...PRIVATE, signal }), { fetch, url, limit, paid, secrets }),
      )
    const options: PRetryOptions = {
      retries: MOST_ATTEMPTS - 1,
      // How long to wait is for `patience` to say, and what happens meanwhile for whoever asked.
      minTimeout: 0,
      async onFailedAttempt({ error, attemptNumber }) {
        const ms = signal.aborted ? undefined : waitAfter(error)
        if (ms === undefined) throw error
        onWait?.({ until: Date.now() + ms, attempt: attemptNumber + 1, status: answeredIn(error)?.status })
        await pauseFor(ms, signal)
        await beforeRepeat()
      },
    }
    try {
      return await pRetry(attempt, options)
    } catch (thrown) {
      throw signal.aborted ? new AppError('cancelled', 'Stopped.', signal.reason) : thrown
    }
  }

  interface Asking extends Partial<Asked> {
    paid: boolean
    last?: boolean
  }

  async function askJson<T>(path: string, schema: Schema<T>, { last = false, ...init }: Asking): Promise<T> {
    assertSendable(headers)
    const asked: Asked = { ...init, url: urlUnder(address, path), headers, limit: JSON_LIMIT, redirect: 'manual' }
    const { response, bytes } = await ask(asked)
    if (last) onCome?.()
    const body = jsonIn(bytes)
    if (body === undefined && isCut(bytes)) throw brokenOff(asked)
    if (body === undefined || isFailure(body)) throw faultIn(response, { body, secrets })
    const parsed = schema.safeParse(body)
    if (!parsed.success) throw undocumented(asked, parsed.error.issues[0]?.path.join('.') ?? '')
    return parsed.data
  }

  return {
    get: (path, schema) => askJson(path, schema, { paid: false }),
    postForm: (path, body, schema, { free = false, last = false } = {}) =>
      askJson(path, schema, { method: 'post', body, paid: !free, last }),
    postJson: (path, value, schema, { free = false, last = false } = {}) =>
      askJson(path, schema, { method: 'post', body: jsonBody(value), paid: !free, last }),
    async download(url, { limit }) {
      if (!/^https?:/.test(url) || !URL.canParse(url)) {
        throw new AppError('provider', 'The provider names a result at an address that cannot be called.')
      }
      const { bytes } = await ask({ url, limit, paid: true, repeatable: true })
      return new Blob([bytes])
    },
  }
}

/** A blob brings its content type along, so that no header has to be set. */
const jsonBody = (value: unknown) => new Blob([JSON.stringify(value)], { type: 'application/json' })

const PRIVATE = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const
/** ms: the slowest models that answer at all take about seven minutes; most take seconds. */
const TIMEOUT = 300_000
/** ms */
const PAUSE = 1000
/** bytes: ten pictures of 7 MB, as base64 */
const JSON_LIMIT = 100_000_000
