import { signal } from '@preact/signals'

/** When a run began and ended, and how much longer it may take. Times are ms since 1970. */
export function createClock() {
  const startedAt = signal<number | undefined>(undefined)
  const endedAt = signal<number | undefined>(undefined)
  let pausedAt: number | undefined
  let paused = 0

  return {
    startedAt,
    endedAt,
    begin() {
      startedAt.value = Date.now()
      endedAt.value = undefined
      pausedAt = undefined
      paused = 0
    },
    /** More was added to a run that had not ended, or to one whose rows are asked for again. */
    goOn() {
      const ended = endedAt.peek()
      if (ended !== undefined) paused += Date.now() - ended
      endedAt.value = undefined
      startedAt.value ??= Date.now()
    },
    end() {
      endedAt.value = Date.now()
    },
    pause() {
      pausedAt ??= Date.now()
    },
    resume() {
      if (pausedAt !== undefined) paused += Date.now() - pausedAt
      pausedAt = undefined
    },
    /** ms without the pauses. */
    elapsed(now: number): number {
      const started = startedAt.value
      if (started === undefined) return 0
      return Math.max(0, (endedAt.value ?? pausedAt ?? now) - started - paused)
    },
  }
}

/**
 * ms until the rest is done, if that goes as fast as what has ended; undefined while too little has ended to say. What
 * ended was not more than it took, so it says neither too little at the start nor too much at the end.
 */
export function timeLeft({
  elapsed,
  ended,
  left,
}: {
  elapsed: number
  ended: number
  left: number
}): number | undefined {
  if (left === 0 || ended < ENOUGH) return undefined
  return (elapsed / ended) * left
}

/** Rows. */
const ENOUGH = 3
