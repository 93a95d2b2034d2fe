import { signal } from '@preact/signals'
import { createDepartures } from '../jobs/departures.ts'
import { createLine } from '../jobs/line.ts'
import { createTempo } from '../jobs/tempo.ts'

export type Slots = ReturnType<typeof createSlots>

/**
 * Slots for requests, as many as the designer set or the provider stands; as much room for what has come; and as much for
 * what is made ready, so that a slot has its next picture while its request is under way.
 */
export function createSlots() {
  const tempo = createTempo(FIRST)
  const ready = createLine(FIRST)
  const line = createLine(FIRST)
  const departures = createDepartures(line)
  const room = createLine(FIRST)
  const parallel = signal({ now: FIRST, most: FIRST })

  function follow(most: number) {
    line.parallel = tempo.allowed
    const { now, ...before } = parallel.peek()
    if (now !== tempo.allowed || before.most !== most) parallel.value = { now: tempo.allowed, most }
  }

  return {
    ready,
    line,
    room,
    departures,
    /** How many requests may be under way, and how many were set. */
    parallel,
    set(most: number) {
      tempo.set(most)
      room.parallel = most
      ready.parallel = most
      follow(most)
    },
    /** The provider answered that it is too much, or with some other status. */
    refused(status: number | undefined) {
      if (status !== 429 && status !== 503) return
      tempo.refused(Date.now())
      follow(parallel.peek().most)
    },
    answered() {
      tempo.answered()
      follow(parallel.peek().most)
    },
  }
}

/** Until the settings are known. */
const FIRST = 6
