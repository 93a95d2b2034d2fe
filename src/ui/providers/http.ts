import ky, { isTimeoutError, type RetryOptions } from 'ky'
import type * as z from 'zod/mini'
import { AppError } from '../../shared/errors.ts'
import { urlUnder } from './address.ts'
import { exchange } from './exchange.ts'
import { answeredIn, faultIn, isFailure } from './faults.ts'
import { assertAllowed } from './hosts.ts'
import { isCut, jsonIn } from './json.ts'
import { createPatience, MOST_ATTEMPTS } from './patience.ts'
import { assertSendable, secretsIn } from './secrets.ts'
import { brokenOff, tooLate, undocumented } from './silence.ts'

/** The only way out of the plugin. It throws faults that never hold a key, a page or a picture. */
export interface Http {
  get<T>(path: string, schema: Schema<T>): Promise<T>
  postForm<T>(path: string, form: FormData, schema: Schema<T>, terms?: Terms): Promise<T>
  postJson<T>(path: string, body: unknown, schema: Schema<T>, terms?: Terms): Promise<T>
  /** A file at any address, asked for without the key. `limit`: bytes. */
  download(url: string, options: { limit: number }): Promise<Blob>
}

export type Schema<T> = z.ZodMiniType<T>

/** A POST counts as paid unless it is `free`: what is said of a lost answer depends on it. */
export interface Terms {
  free?: boolean
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
  json?: unknown
  url: string
  /** bytes */
  limit: number
  /** A lost answer may have been charged. */
  paid: boolean
  /** Asking again changes nothing, whatever became of the first time. */
  repeatable?: boolean
}

export function createHttp(options: HttpOptions): Http {
  const { address, headers, signal, isAllowed = () => true, onWait } = options
  const { timeout = TIMEOUT, pause = PAUSE, fetch = (request) => globalThis.fetch(request) } = options
  const secrets = secretsIn(headers)

  async function ask({ url, limit, paid, repeatable = false, ...init }: Asked): Promise<Response> {
    if (signal.aborted) throw new AppError('cancelled', 'Stopped.')
    assertAllowed(url, isAllowed)
    const waitAfter = createPatience({ pause, repeatable })
    let wait = 0
    const retry: RetryOptions = {
      limit: MOST_ATTEMPTS - 1,
      methods: ['get', 'post'],
      shouldRetry({ error, retryCount }) {
        const ms = waitAfter(error)
        if (ms === undefined) return false
        wait = ms
        onWait?.({ until: Date.now() + ms, attempt: retryCount + 1, status: answeredIn(error)?.status })
        return true
      },
      delay: () => wait,
    }
    // ky's clock runs until this returns, so it covers the body too.
    const attempt = (request: unknown) => exchange(request as Request, { fetch, url, limit, paid, secrets })
    try {
      return await ky(url, { ...init, ...PRIVATE, signal, timeout, retry, fetch: attempt })
    } catch (thrown) {
      if (signal.aborted) throw new AppError('cancelled', 'Stopped.', signal.reason)
      // ky's own error would carry the request along, and the key in it.
      throw isTimeoutError(thrown) ? tooLate({ url, paid }, timeout) : thrown
    }
  }

  async function askJson<T>(path: string, schema: Schema<T>, init: { paid: boolean } & Partial<Asked>): Promise<T> {
    assertSendable(headers)
    const asked: Asked = { ...init, url: urlUnder(address, path), headers, limit: JSON_LIMIT, redirect: 'manual' }
    const response = await ask(asked)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const body = jsonIn(bytes)
    if (body === undefined && isCut(bytes)) throw brokenOff(asked)
    if (body === undefined || isFailure(body)) throw faultIn(response, { body, secrets })
    const parsed = schema.safeParse(body)
    if (!parsed.success) throw undocumented(asked, parsed.error.issues[0]?.path.join('.') ?? '')
    return parsed.data
  }

  return {
    get: (path, schema) => askJson(path, schema, { paid: false }),
    postForm: (path, body, schema, { free = false } = {}) =>
      askJson(path, schema, { method: 'post', body, paid: !free }),
    postJson: (path, json, schema, { free = false } = {}) =>
      askJson(path, schema, { method: 'post', json, paid: !free }),
    async download(url, { limit }) {
      if (!/^https?:/.test(url) || !URL.canParse(url)) {
        throw new AppError('provider', 'The provider names a result at an address that cannot be called.')
      }
      const response = await ask({ url, limit, paid: true, repeatable: true })
      return new Blob([await response.arrayBuffer()])
    },
  }
}

const PRIVATE = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const
/** ms */
const TIMEOUT = 300_000
/** ms */
const PAUSE = 1000
/** bytes: ten pictures of 7 MB, as base64 */
const JSON_LIMIT = 100_000_000
