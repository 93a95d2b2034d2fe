/** Counts the time inside of what it runs, without the time in which that is outside again: one may hold the other. */
export interface Stopwatch {
  inside<T>(work: () => T): T
  outside<T>(work: () => T): T
  /** For what cannot be handed over as a function: from now on it is inside, or outside, until the next turn. */
  turn(inside: boolean): void
  /** ms counted since the last call */
  take(): number
}

export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  let running = false
  let since = 0
  let counted = 0

  function turn(on: boolean) {
    if (on === running) return
    const moment = now()
    if (running) counted += moment - since
    since = moment
    running = on
  }

  function runAs<T>(on: boolean, work: () => T): T {
    const before = running
    turn(on)
    try {
      return work()
    } finally {
      turn(before)
    }
  }

  return {
    inside: (work) => runAs(true, work),
    outside: (work) => runAs(false, work),
    turn,
    take() {
      const ms = counted
      counted = 0
      return ms
    },
  }
}
