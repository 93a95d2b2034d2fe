import type { Line } from './line.ts'

export type Departures = ReturnType<typeof createDepartures>

/**
 * Requests that are just leaving. The browser has work with each (a preflight, an upload), and whatever the panel does
 * meanwhile makes all of them late: what nobody waits for is done when they have left.
 */
export function createDepartures(line: Pick<Line, 'isFree'>) {
  /** ms */
  let last = -Infinity
  const areLeaving = () => !line.isFree && performance.now() - last < LEAVING

  return {
    leaves() {
      last = performance.now()
    },
    /**
     * Settles when they have left, those too that enter the line in this moment. While a slot is free nothing waits, and where
     * one after the other leaves, not for all of them.
     */
    async over(): Promise<void> {
      const until = performance.now() + PATIENCE
      await pause(0)
      while (areLeaving() && performance.now() < until) await pause(PAUSE)
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** ms */
const PAUSE = 10
/** ms that six of them take at once in the bench, and some more. */
const LEAVING = 100
/** ms after which what waits goes on. */
const PATIENCE = 250
