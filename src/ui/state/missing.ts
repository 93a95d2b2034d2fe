import { signal } from '@preact/signals'
import type { Context, Money, Provider } from '../providers/provider.ts'
import { type Journal, journalIn, SIGN_OF_LIFE } from './journal.ts'
import { askUnsure } from './unsure.ts'

/** What was under way when a panel was closed: charged and never arrived, or only open as far as is known. */
export type Missing = { charged: number; costs: readonly Money[] } | { open: number }

/** The journals that are kept, each by the window that wrote it. */
export type Journals = Readonly<Record<string, unknown>>

export interface MissingServices {
  read(): Promise<Journals>
  /** Throws `settings` where there is no account. */
  reach(signal: AbortSignal): { provider: Provider; context: Context }
  remove(window: string): Promise<unknown>
}

export type MissingModel = ReturnType<typeof createMissing>

/** Says at the start what the last panel left open. A panel that is open elsewhere gives a sign of life, and is left alone. */
export function createMissing({ read, reach, remove }: MissingServices) {
  const found = signal<Missing | undefined>(undefined)
  const looked: string[] = []

  async function look() {
    const before = await read()
    const names = Object.keys(before).filter((name) => journalIn(before[name]))
    if (names.length === 0) return
    if (names.some((name) => isFresh(journalIn(before[name])!)))
      await new Promise((resolve) => setTimeout(resolve, LISTEN))
    const now = await read()
    const left = names.flatMap((name) => {
      const journal = journalIn(now[name])
      return journal && !isFresh(journal) ? [{ name, journal }] : []
    })
    const told = await Promise.all(left.map(({ journal }) => ask(journal)))
    looked.push(...left.map(({ name }) => name))
    found.value = told.reduce<Missing | undefined>(joined, undefined)
    if (!found.value) dismiss()
  }

  async function ask({ provider: id, since, open, arrived }: Journal): Promise<Missing | undefined> {
    try {
      const { provider, context } = reach(new AbortController().signal)
      if (provider.id !== id) return { open }
      const unsure = await askUnsure(
        { from: since, to: Date.now() },
        { provider, context },
        { isHere: (id) => arrived.includes(id) },
      )
      if (unsure.at === 'charged') return { charged: unsure.count, costs: unsure.costs }
      return unsure.at === 'none' ? undefined : { open }
    } catch {
      return { open }
    }
  }

  function dismiss() {
    found.value = undefined
    for (const name of looked.splice(0)) void remove(name).catch(() => {})
  }

  return {
    found,
    /** To be called once, when the account is known. */
    look: () => look().catch(() => {}),
    dismiss,
  }
}

function joined(one: Missing | undefined, other: Missing | undefined): Missing | undefined {
  if (!one || !other) return one ?? other
  if ('open' in one && 'open' in other) return { open: one.open + other.open }
  if ('charged' in one && 'charged' in other) {
    return { charged: one.charged + other.charged, costs: [...one.costs, ...other.costs] }
  }
  return 'charged' in one ? one : other
}

const isFresh = ({ written }: Journal) => Date.now() - written < LISTEN

/** ms: two signs of life, and a little. */
export const LISTEN = 2 * SIGN_OF_LIFE + 1_000
