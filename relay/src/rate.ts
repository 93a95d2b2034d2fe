import { RelayError } from './errors.ts'

export type Rate = ReturnType<typeof createRate>

/** Counts what each key did in the running minute, in memory. */
export function createRate(most: number, now: () => number) {
  const windows = new Map<string, { count: number; ends: number }>()

  function windowOf(key: string) {
    const found = windows.get(key)
    if (found && found.ends > now()) return found
    windows.delete(key)
    if (windows.size >= MOST_KEYS) forget()
    const window = { count: 0, ends: now() + MINUTE }
    windows.set(key, window)
    return window
  }

  /** Those that are over; or, where somebody comes from ever new addresses, the oldest. */
  function forget() {
    for (const [key, { ends }] of windows) if (ends <= now()) windows.delete(key)
    for (const key of windows.keys()) {
      if (windows.size < MOST_KEYS) return
      windows.delete(key)
    }
  }

  function assertUnder(key: string) {
    const { count, ends } = windowOf(key)
    if (count < most) return
    const seconds = Math.max(1, Math.ceil((ends - now()) / 1000))
    throw new RelayError('RELAY_BUSY', `Too many requests to the relay: it takes more in ${seconds} s.`, {
      'retry-after': String(seconds),
    })
  }

  return {
    /** How many keys are remembered. */
    size: () => windows.size,
    assertUnder,
    count(key: string) {
      windowOf(key).count += 1
    },
    take(key: string) {
      assertUnder(key)
      windowOf(key).count += 1
    },
  }
}

const MINUTE = 60_000
const MOST_KEYS = 10_000
