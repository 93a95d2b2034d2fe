import * as z from 'zod/mini'
import { SKEW } from './unsure.ts'

/** The requests that were open when the panel was last heard of, for the next start. No key, no words, no picture. */
export interface Journal {
  version: 1
  provider: string
  /** When the oldest of them was made, and when this was written; ms since 1970. */
  since: number
  written: number
  open: number
  /** The ids of those that were answered since then, and shortly before: the provider is asked for that time, too. */
  arrived: readonly string[]
}

/** What was stored, if it reads well. */
export function journalIn(stored: unknown): Journal | undefined {
  return z.safeParse(Stored, stored).data
}

export interface JournalServices {
  /** `undefined` once nothing is open. */
  save(journal: Journal | undefined): Promise<unknown>
}

/** Writes down which requests are open, not more often than storage likes, and once more now and then as a sign of life. */
export function createJournal({ save }: JournalServices) {
  const open = new Map<object, { provider: string; since: number }>()
  let arrived: { id: string; at: number }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function write() {
    clearTimeout(timer)
    const [oldest] = open.values()
    // Without storage a run goes on; only the next start will not know of it.
    save(
      oldest && { version: 1, ...oldest, written: Date.now(), open: open.size, arrived: arrived.map(({ id }) => id) },
    ).catch(() => {})
    if (oldest) timer = setTimeout(write, SIGN_OF_LIFE)
  }
  function writeSoon(wait: number) {
    clearTimeout(timer)
    timer = setTimeout(write, wait)
  }

  return {
    sent(request: object, provider: string) {
      open.set(request, { provider, since: Date.now() })
      if (open.size === 1) write()
      else writeSoon(PAUSE)
    },
    ended(request: object, id: string | undefined) {
      open.delete(request)
      if (id) arrived.push({ id, at: Date.now() })
      const [oldest] = open.values()
      arrived = arrived.filter(({ at }) => at >= (oldest?.since ?? Date.now()) - SKEW)
      writeSoon(oldest ? PAUSE : 0)
    },
  }
}

/** ms */
const PAUSE = 250
/** ms: a journal that is older belongs to a panel that was closed. */
export const SIGN_OF_LIFE = 5_000

const Stored = z.object({
  version: z.literal(1),
  provider: z.string(),
  since: z.number(),
  written: z.number(),
  open: z.number(),
  arrived: z.array(z.string()),
})
