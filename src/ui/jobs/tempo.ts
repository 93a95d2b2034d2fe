/**
 * How many requests may be under way at once: what the designer set, and less for a while when the provider says again
 * and again that this is too much. Times are ms of any one clock.
 */
export function createTempo(most: number) {
  let allowed = most
  let set = most
  let refusals: number[] = []
  let good = 0

  return {
    get allowed() {
      return allowed
    },
    /** The designer's number; what was lowered starts anew from it. */
    set(most: number) {
      set = most
      allowed = most
      refusals = []
    },
    /** An answer of 429 or 503. Many in a short time are no accident: half as many from now on. */
    refused(now: number) {
      good = 0
      refusals = [...refusals.filter((at) => now - at < WITHIN), now]
      if (refusals.length < REFUSALS) return
      refusals = []
      allowed = Math.max(1, Math.floor(allowed / 2))
    },
    answered() {
      if (allowed === set || ++good < GOOD) return
      good = 0
      allowed++
    },
  }
}

/** A single refusal says little: a provider refuses one request in many even when it is idle. */
const REFUSALS = 5
/** ms */
const WITHIN = 10_000
/** Good answers after which one more is tried. */
const GOOD = 10
