import { AppError } from '../../shared/errors.ts'
import { Answered, answeredIn } from './faults.ts'
import { isLost } from './silence.ts'

/**
 * How long to wait before asking once more, for one request: call it with each failure.
 * No image API takes an idempotency key, so a paid request is repeated only after an answer that says it was not done.
 */
export function createPatience({ pause, repeatable }: { pause: number; repeatable: boolean }) {
  let attempts = 0
  let unsure = 0

  function mayRepeat(failure: AppError) {
    const { fault, cause } = failure
    if (!(cause instanceof Answered)) return repeatable && isLost(failure) && ++unsure <= MOST_UNSURE
    if (cause.status !== 500) return BUSY.includes(cause.status) && fault === 'busy'
    return (fault === 'provider' || fault === 'busy') && ++unsure <= MOST_UNSURE
  }

  /** ms, or undefined where a repeat would not help or could pay twice. */
  return function waitAfter(failure: unknown): number | undefined {
    if (++attempts >= MOST_ATTEMPTS || !(failure instanceof AppError && mayRepeat(failure))) return undefined
    return retryAfterIn(failure) ?? Math.min(LONGEST_WAIT, backOff(pause, attempts))
  }
}

/** Rejects at once when the signal says so. */
export function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(end, ms)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}

/** ms that the provider asks to wait, within reason. */
export function retryAfterIn(thrown: unknown): number | undefined {
  const asked = askedFor(answeredIn(thrown)?.retryAfter)
  return asked && Math.min(LONGEST_WAIT, asked)
}

/** Retry-After holds seconds or a date (RFC 9110, 10.2.3). */
function askedFor(retryAfter = ''): number | undefined {
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now()
  return ms > 0 ? ms : undefined
}

/** Doubles each time; the random half keeps parallel jobs from coming back together. */
const backOff = (pause: number, attempts: number) => pause * 2 ** (attempts - 1) * (0.5 + Math.random() / 2)

const BUSY = [429, 502, 503, 504]
/** With a pause of 0.5 s, six attempts wait out some twelve seconds of overload, or as much as the provider asks for. */
export const MOST_ATTEMPTS = 6
/** Repeats after a 500, which says nothing about what was done, or of a file that did not arrive whole. */
const MOST_UNSURE = 2
/** ms */
const LONGEST_WAIT = 60_000
