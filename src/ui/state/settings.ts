import { computed, signal } from '@preact/signals'
import * as z from 'zod/mini'

/** Where one provider is reached, and with which key. An empty address is the provider's own. */
export interface Account {
  key: string
  address: string
}

export interface Settings {
  version: 1
  provider: string
  accounts: Record<string, Account>
}

export type SettingsModel = ReturnType<typeof createSettings>

export interface SettingsServices {
  save(settings: Settings): void
  /** Why an address cannot be used, as a sentence. */
  refusalOf(address: string): string | undefined
}

/** The stored settings, and the verbs that change them. */
export function createSettings({ save, refusalOf }: SettingsServices) {
  const all = signal<Settings>(NEW)
  const account = computed(() => all.value.accounts[all.value.provider] ?? NO_ACCOUNT)
  /** What is in the address box; it is kept only while it can be used. */
  const typedAddress = signal<string | undefined>(undefined)

  function change(next: Settings) {
    all.value = next
    save(next)
  }

  function changeAccount(part: Partial<Account>) {
    const { provider, accounts } = all.value
    change({ ...all.value, accounts: { ...accounts, [provider]: { ...account.value, ...part } } })
  }

  return {
    all,
    account,
    provider: computed(() => all.value.provider),
    /** Takes what was stored; another version or shape counts as new rather than as a failure. */
    load(stored: unknown) {
      const parsed = z.safeParse(Stored, stored)
      if (parsed.success) all.value = parsed.data
    },
    chooseProvider(provider: string) {
      typedAddress.value = undefined
      change({ ...all.value, provider })
    },
    changeKey: (key: string) => changeAccount({ key: key.trim() }),
    address: computed(() => typedAddress.value ?? account.value.address),
    addressRefusal: computed(() => refusalOf(typedAddress.value ?? account.value.address)),
    changeAddress(address: string) {
      typedAddress.value = address
      if (refusalOf(address) === undefined) changeAccount({ address: address.trim() })
    },
  }
}

const NO_ACCOUNT: Account = { key: '', address: '' }
const NEW: Settings = { version: 1, provider: 'lumenfall', accounts: {} }

const Stored = z.object({
  version: z.literal(1),
  provider: z.string(),
  accounts: z.record(z.string(), z.object({ key: z.string(), address: z.string() })),
})
