import { AppError, type Fault, stopped } from '../../shared/errors.ts'
import { goesOnText, NOT_DONE } from '../texts/answers.ts'
import { answeredIn } from './faults.ts'
import { pauseFor, retryAfterIn } from './patience.ts'
import type { PollingPace } from './provider.ts'
import { Unheard } from './silence.ts'

export interface Polling<T> {
  /** Asks once; undefined while the job goes on. */
  ask(): Promise<T | undefined>
  pace: PollingPace
  signal: AbortSignal
  /** ms since 1970 */
  deadline: number
}

/**
 * Asks until there is an answer. Asking is free and changes nothing, so that a bad moment of the provider or of the
 * network does not lose a job that is paid for. Throws `cancelled` at once when stopped, in whatever state.
 */
export async function poll<T>({ ask, pace, signal, deadline }: Polling<T>): Promise<T> {
  let pause = pace.first
  let unheard = 0
  let isKnown = false
  const steps = growing(pace)
  for (;;) {
    await waitFor(Math.min(pause, Math.max(0, deadline - Date.now())), signal)
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
      isKnown = true
      unheard = 0
      pause = steps.next().value
    } catch (thrown) {
      if (signal.aborted) throw stopped(signal.reason)
      unheard += 1
      // Right after it was accepted, a job may not be known everywhere yet.
      const isEarly = !isKnown && answeredIn(thrown)?.status === 404 && unheard <= MOST_EARLY
      if (!isEarly && !isPassing(thrown)) throw thrown
      if (unheard > MOST_UNHEARD) throw goneOn(thrown as AppError)
      pause = Math.max(steps.next().value, retryAfterIn(thrown) ?? 0)
    }
    if (Date.now() >= deadline) throw tooLong()
  }
}

function* growing({ least, most }: PollingPace): Generator<number, never> {
  for (let pause = least; ; pause = Math.min(most, pause * GROWTH)) yield Math.min(most, pause)
}

const waitFor = (ms: number, signal: AbortSignal) =>
  pauseFor(ms, signal).catch(() => {
    throw stopped(signal.reason)
  })

/** Whether the next time may be better: a busy or broken provider, or an answer that did not arrive or was none. */
const isPassing = (thrown: unknown) =>
  thrown instanceof AppError && thrown.cause !== undefined && PASSING.includes(thrown.fault)

/** The job is not lost with the connection: whoever reads this may ask for it later. */
const goneOn = ({ fault, message, cause }: AppError) =>
  new AppError(fault, goesOnText(message), new Unheard(true, cause))

const tooLong = () => new AppError('timeout', NOT_DONE, new Unheard(true))

const PASSING: readonly Fault[] = ['offline', 'timeout', 'busy', 'provider']
const GROWTH = 1.25
/** In a row. With pauses of 5–10 s, about a minute. */
const MOST_UNHEARD = 10
const MOST_EARLY = 2
