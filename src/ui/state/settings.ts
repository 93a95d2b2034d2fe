import { computed, signal } from '@preact/signals'
import * as z from 'zod/mini'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { orElse } from '../or-else.ts'
import type { RunSettings } from './run.ts'

/** Where one provider is reached, and with which key. An empty address is the provider's own. */
export interface Account {
  key: string
  address: string
}

export interface Settings {
  version: 1
  provider: string
  accounts: Record<string, Account>
  runs: RunSettings
}

export type SettingsModel = ReturnType<typeof createSettings>

export interface SettingsServices {
  /** The ids of the providers there are, the first one for a new designer. */
  providers: readonly string[]
  save(settings: Settings): Promise<void>
  /** Why an address cannot be used, as a sentence. */
  refusalOf(address: string): string | undefined
}

/** The stored settings, and the verbs that change them. */
export function createSettings({ providers, save, refusalOf }: SettingsServices) {
  const first = providers[0] ?? ''
  const all = signal<Settings>({ version: 1, provider: first, accounts: {}, runs: RUNS })
  const account = computed(() => all.value.accounts[all.value.provider] ?? NO_ACCOUNT)
  /** What is in the address box; it is kept only while it can be used. */
  const typedAddress = signal<string | undefined>(undefined)
  /** Whether someone is in the middle of a key or an address: half of one is not used unasked. */
  const typing = signal(false)
  /** Why the last change will not be there next time. */
  const unsaved = signal<AppError | undefined>(undefined)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Saves once typing pauses: each key is not a message. */
  function change(next: Settings) {
    all.value = next
    clearTimeout(timer)
    timer = setTimeout(saveNow, PAUSE)
  }

  function saveNow() {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    unsaved.value = undefined
    save(all.peek()).catch((thrown) => {
      unsaved.value = toAppError(thrown)
    })
  }

  /** What was typed is meant: its box was left, or something was pressed that uses it. */
  function settle() {
    saveNow()
    typing.value = false
  }

  function changeAccount(part: Partial<Account>) {
    const { provider, accounts } = all.value
    typing.value = true
    change({ ...all.value, accounts: { ...accounts, [provider]: { ...account.value, ...part } } })
  }

  return {
    all,
    account,
    typing,
    unsaved,
    settle,
    provider: computed(() => all.value.provider),
    /** Takes what was stored; another version or shape counts as new rather than as a failure. */
    load(stored: unknown) {
      const { success, data } = z.safeParse(Stored, stored)
      if (!success) return
      // A key goes to its own provider only: that of one which this build lacks is kept, and not used.
      const provider = providers.includes(data.provider) ? data.provider : first
      all.value = { ...data, provider, runs: within({ ...RUNS, ...data.runs }) }
    },
    chooseProvider(provider: string) {
      typedAddress.value = undefined
      change({ ...all.value, provider })
      settle()
    },
    runs: computed(() => all.value.runs),
    /** Numbers out of bounds are brought within them. */
    changeRuns(part: Partial<RunSettings>) {
      change({ ...all.value, runs: within({ ...all.value.runs, ...part }) })
    },
    changeKey: (key: string) => changeAccount({ key: key.trim() }),
    address: computed(() => typedAddress.value ?? account.value.address),
    addressRefusal: computed(() => refusalOf(typedAddress.value ?? account.value.address)),
    changeAddress(address: string) {
      typedAddress.value = address
      typing.value = true
      if (refusalOf(address) === undefined) changeAccount({ address: address.trim() })
    },
  }
}

const within = ({ parallel, deadline, ceiling }: RunSettings): RunSettings => ({
  parallel: clamped(parallel, BOUNDS.parallel),
  deadline: clamped(deadline, BOUNDS.deadline),
  ceiling: ceiling !== undefined && ceiling > 0 ? ceiling : undefined,
})

const clamped = (value: number, { least, most }: { least: number; most: number }) =>
  Math.min(most, Math.max(least, Math.round(value) || least))

/** Requests at once; minutes for one request: the slowest models take seven. */
export const BOUNDS = { parallel: { least: 1, most: 12 }, deadline: { least: 5, most: 60 } }
const RUNS: RunSettings = { parallel: 6, deadline: 5, ceiling: undefined }
/** ms */
const PAUSE = 600
const NO_ACCOUNT: Account = { key: '', address: '' }

const Stored = z.object({
  version: z.literal(1),
  provider: z.string(),
  accounts: z.record(z.string(), z.object({ key: z.string(), address: z.string() })),
  // An earlier version kept none of these.
  runs: orElse(z.object({ parallel: z.number(), deadline: z.number(), ceiling: z.optional(z.number()) }), RUNS),
})
