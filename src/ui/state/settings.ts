import { computed, signal } from '@preact/signals'
import { type AppError, toAppError } from '../../shared/errors.ts'
import type { ExportChoice } from '../exports/choice.ts'
import { DEFAULT_CHOICE } from '../exports/presets.ts'
import {
  type Account,
  NO_ACCOUNT,
  RUNS,
  type RunSettings,
  type Settings,
  settingsIn,
  withinBounds,
} from './stored-settings.ts'

/** The boxes of an account that hold an address. */
export type AddressName = 'address' | 'relay' | 'callback'

export type SettingsModel = ReturnType<typeof createSettings>

export interface SettingsServices {
  /** The ids of the providers there are, the first one for a new designer. */
  providers: readonly string[]
  save(settings: Settings): Promise<void>
  /** Why an address cannot be used, as a sentence. */
  refusalOf(address: string, name: AddressName): string | undefined
}

/** The stored settings, and the verbs that change them. */
export function createSettings({ providers, save, refusalOf }: SettingsServices) {
  const first = providers[0] ?? ''
  const all = signal<Settings>({ version: 1, provider: first, accounts: {}, runs: RUNS })
  const account = computed(() => all.value.accounts[all.value.provider] ?? NO_ACCOUNT)
  /** What is in the boxes for addresses; it is kept only while it can be used. */
  const typed = signal<Partial<Record<AddressName, string>>>({})
  /** Whether someone is in the middle of a key or an address: half of one is not used unasked. */
  const typing = signal(false)
  /** Whether what was stored is known. */
  const isRead = signal(false)
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
    // What was said of an earlier one stands until it is known how this one went.
    save(all.peek()).then(
      () => {
        unsaved.value = undefined
      },
      (thrown) => {
        unsaved.value = toAppError(thrown)
      },
    )
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

  const addressIn = (name: AddressName) => typed.value[name] ?? account.value[name]
  const refusals = computed(() => ({
    address: refusalOf(addressIn('address'), 'address'),
    relay: refusalOf(addressIn('relay'), 'relay'),
    // Its box is there only with a relay.
    callback: addressIn('relay').trim() === '' ? undefined : refusalOf(addressIn('callback'), 'callback'),
  }))

  return {
    all,
    account,
    isRead,
    typing,
    unsaved,
    settle,
    provider: computed(() => all.value.provider),
    /** Takes what was stored; another version or shape counts as new rather than as a failure. */
    load(stored: unknown) {
      const read = settingsIn(stored, providers)
      if (read) all.value = read
      isRead.value = true
    },
    chooseProvider(provider: string) {
      typed.value = {}
      change({ ...all.value, provider })
      settle()
    },
    /** Another provider, with this account at once. */
    giveAccount(provider: string, part: Partial<Account>) {
      typed.value = {}
      const accounts = { ...all.value.accounts, [provider]: { ...NO_ACCOUNT, ...part } }
      change({ ...all.value, provider, accounts })
      settle()
    },
    runs: computed(() => all.value.runs),
    /** Numbers out of bounds are brought within them. */
    changeRuns(part: Partial<RunSettings>) {
      change({ ...all.value, runs: withinBounds({ ...all.value.runs, ...part }) })
    },
    exports: computed(() => all.value.exports ?? DEFAULT_CHOICE),
    changeExports: (exports: ExportChoice) => change({ ...all.value, exports }),
    changeKey: (key: string) => changeAccount({ key: key.trim() }),
    changeToken: (token: string) => changeAccount({ token: token.trim() }),
    /** What the designer chose, or what an answer showed to be the way. */
    changePictures(pictures: Account['pictures']) {
      const wasTyping = typing.value
      changeAccount({ pictures })
      typing.value = wasTyping
    },
    /** As it stands in its box, and why it cannot be used. */
    addressIn,
    refusals,
    /** The first of the addresses that cannot be used. */
    refusal: computed(() => refusals.value.address ?? refusals.value.relay ?? refusals.value.callback),
    changeAddress(name: AddressName, address: string) {
      typed.value = { ...typed.value, [name]: address }
      typing.value = true
      if (refusalOf(address, name) === undefined) changeAccount({ [name]: address.trim() })
    },
  }
}

/** ms */
const PAUSE = 600
