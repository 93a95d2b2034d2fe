import { tooLate, type Unanswered } from './silence.ts'

export interface Attempt extends Unanswered {
  /** ms until the answer has to be here, read to its end. */
  timeout: number
  signal: AbortSignal
}

/** Does it with a signal of its own, which a clock aborts too. Throws `timeout`. */
export async function attemptWithin<T>(
  { timeout, signal, ...asked }: Attempt,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const abort = () => stop.abort(signal.reason)
  signal.addEventListener('abort', abort)
  let isLate = false
  const clock = setTimeout(() => {
    isLate = true
    stop.abort()
  }, timeout)
  try {
    return await work(stop.signal)
  } catch (thrown) {
    throw isLate && !signal.aborted ? tooLate(asked, timeout) : thrown
  } finally {
    clearTimeout(clock)
    signal.removeEventListener('abort', abort)
  }
}
