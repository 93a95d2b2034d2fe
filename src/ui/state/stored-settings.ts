import * as z from 'zod/mini'
import type { ExportChoice } from '../exports/choice.ts'
import { choiceOf, StoredChoice } from '../exports/stored-choice.ts'
import { orElse } from '../or-else.ts'

/** Where one provider is reached, and with which key. Of what is empty there is none. */
export interface Account {
  key: string
  /** Empty: the provider's own. */
  address: string
  /** A relay of one's own, which passes the requests on, and its access token. */
  relay: string
  token: string
  /** Where the provider calls back when it is done; the panel itself asks for results. */
  callback: string
  /** How pictures reach a provider that takes their addresses alone: in the request itself, or by the relay. */
  pictures: 'inline' | 'relay'
}

/** What a designer set for runs. */
export interface RunSettings {
  /** Requests at once. */
  parallel: number
  /** Minutes for one request. */
  deadline: number
  /** What a run may cost at the most, in the provider's unit. */
  ceiling: number | undefined
}

export interface Settings {
  version: 1
  provider: string
  accounts: Record<string, Account>
  runs: RunSettings
  /** An earlier version kept none. */
  exports?: ExportChoice | undefined
}

/** Numbers out of bounds are brought within them. */
export const withinBounds = ({ parallel, deadline, ceiling }: RunSettings): RunSettings => ({
  parallel: clamped(parallel, BOUNDS.parallel),
  deadline: clamped(deadline, BOUNDS.deadline),
  ceiling: ceiling !== undefined && ceiling > 0 ? ceiling : undefined,
})

const clamped = (value: number, { least, most }: { least: number; most: number }) =>
  Math.min(most, Math.max(least, Math.round(value) || least))

/** Requests at once; minutes for one request: the slowest models take seven. */
const BOUNDS = { parallel: { least: 1, most: 12 }, deadline: { least: 5, most: 60 } }

export const RUNS: RunSettings = { parallel: 6, deadline: 5, ceiling: undefined }

export const NO_ACCOUNT: Account = { key: '', address: '', relay: '', token: '', callback: '', pictures: 'inline' }

const text = orElse(z.string(), '')

const Stored = z.object({
  version: z.literal(1),
  provider: z.string(),
  // `z.record` and `z.enum` say the same and weigh 5 kB more.
  accounts: z.catchall(
    z.object({}),
    z.object({
      ...{ key: z.string(), address: z.string(), relay: text, token: text, callback: text },
      pictures: orElse(z.literal(['inline', 'relay']), 'inline'),
    }),
  ),
  // An earlier version kept none of these.
  runs: orElse(z.object({ parallel: z.number(), deadline: z.number(), ceiling: z.optional(z.number()) }), RUNS),
  exports: orElse(z.optional(StoredChoice), undefined),
})

/** What was stored; undefined where that is of another version or shape, which counts as new rather than as a failure. */
export function settingsIn(stored: unknown, providers: readonly string[]): Settings | undefined {
  const { success, data } = z.safeParse(Stored, stored)
  if (!success) return undefined
  // A key goes to its own provider only: that of one which this build lacks is kept, and not used.
  const provider = providers.includes(data.provider) ? data.provider : (providers[0] ?? '')
  const exports = data.exports && choiceOf(data.exports)
  return { ...data, provider, runs: withinBounds({ ...RUNS, ...data.runs }), exports }
}
