import type { Stopwatch } from './stopwatch.ts'

/** A slice is one stretch in which the plugin's code holds the thread. */
export interface Slices {
  /** Every way into the plugin's code from outside. What escapes `work` goes to `escaped`; it never throws. */
  enter(work: () => void): void
  /** For the machine's interrupt handler. */
  shouldStop(): boolean
  /** ms */
  readonly longest: number
  /** ms, without what Figma did for the code meanwhile */
  readonly longestOwn: number
  /** Measures anew. */
  forget(): void
}

/** Times slices, and stops one that is longer than `patience` ms. */
export function createSlices(options: {
  patience: number
  escaped(thrown: unknown): void
  /** At the end of each slice. */
  settle(): void
  stuck(): void
  stopwatch: Stopwatch
}): Slices {
  let depth = 0
  let startedAt = 0
  let longest = 0
  let longestOwn = 0
  let cut = false

  function guarded(work: () => void) {
    try {
      work()
    } catch (thrown) {
      options.escaped(thrown)
    }
  }

  return {
    enter(work) {
      if (depth === 0) {
        startedAt = performance.now()
        options.stopwatch.take()
      }
      depth++
      guarded(work)
      if (depth === 1) guarded(options.settle)
      depth--
      if (depth > 0) return
      longest = Math.max(longest, performance.now() - startedAt)
      longestOwn = Math.max(longestOwn, options.stopwatch.take())
      if (cut) options.stuck()
      cut = false
    },
    shouldStop() {
      cut ||= depth > 0 && performance.now() - startedAt > options.patience
      return cut
    },
    get longest() {
      return longest
    },
    get longestOwn() {
      return longestOwn
    },
    forget() {
      longest = 0
      longestOwn = 0
    },
  }
}
