import { computed } from '@preact/signals'
import { AppError, toAppError } from '../../shared/errors.ts'
import { assertAddress } from '../providers/address.ts'
import { isAllowed } from '../providers/hosts.ts'
import { createHttp, type HttpOptions } from '../providers/http.ts'
import type { Context, Provider } from '../providers/provider.ts'
import { T } from '../texts.ts'
import type { SettingsModel } from './settings.ts'

export interface ReachServices {
  settings: SettingsModel
  providers: readonly Provider[]
  /** What this build's manifest allows. */
  hosts: readonly string[]
}

export type Reach = ReturnType<typeof createReach>

/** The chosen provider and the way to it, as the settings stand. */
export function createReach({ settings, providers, hosts }: ReachServices) {
  const current = computed(() => providers.find(({ id }) => id === settings.provider.value) ?? providers[0]!)
  const address = () => settings.account.value.address || current.value.origin

  /** Throws `settings` with what is missing. */
  function assertAccount() {
    const refusal = settings.addressRefusal.value
    if (refusal) throw new AppError('settings', refusal)
    if (settings.account.value.key === '') throw new AppError('settings', T.noKey)
  }

  return {
    current,
    host: computed(() => (URL.canParse(address()) ? new URL(address()).host : address())),
    assertAccount,
    /** Whether the account may be used without being asked to. */
    isReady: () =>
      !settings.typing.value && settings.addressRefusal.value === undefined && settings.account.value.key !== '',
    reach({ signal, ...hooks }: Pick<HttpOptions, 'signal' | 'onWait' | 'onCome' | 'beforeRepeat'>): {
      provider: Provider
      context: Context
    } {
      assertAccount()
      const provider = current.value
      const http = createHttp({
        address: address(),
        headers: provider.headers(settings.account.value.key),
        signal,
        isAllowed: (url) => isAllowed(url, hosts),
        timeout: settings.runs.peek().deadline * 60_000,
        ...hooks,
      })
      return { provider, context: { http, signal } }
    },
  }
}

/** Why an address cannot be used, as a sentence; an empty one means the provider's own. */
export function refusalOf(address: string, hosts: readonly string[]): string | undefined {
  if (address.trim() === '') return undefined
  try {
    assertAddress(address, (url) => isAllowed(url, hosts))
    return undefined
  } catch (thrown) {
    return toAppError(thrown).message
  }
}
