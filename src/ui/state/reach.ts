import { computed } from '@preact/signals'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { ReachHooks, Way } from '../jobs/way.ts'
import { assertAddress } from '../providers/address.ts'
import { isAllowed } from '../providers/hosts.ts'
import { createHttp } from '../providers/http.ts'
import { isOver } from '../providers/open-job.ts'
import { inlineAddress, mayRefuseAddress, relayAddresses } from '../providers/pictures.ts'
import type { Context, Money, Provider } from '../providers/provider.ts'
import { tokenHeader } from '../providers/relay.ts'
import { noKeyText } from '../texts/provider.ts'
import { T } from '../texts.ts'
import { hasKey, keyedIn } from './keyed.ts'
import type { AddressName, SettingsModel } from './settings.ts'
import type { Account } from './stored-settings.ts'

export interface ReachServices {
  settings: SettingsModel
  providers: readonly Provider[]
  /** What this build's manifest allows. */
  hosts: readonly string[]
  /** Of the account that is chosen. */
  onBalance?(left: Money): void
}

export type Reach = ReturnType<typeof createReach>

/** The chosen provider and the way to it, as the settings stand. */
export function createReach({ settings, providers, hosts, onBalance }: ReachServices) {
  const current = computed(() => providers.find(({ id }) => id === settings.provider.value) ?? providers[0]!)
  const addressOf = ({ origin }: Provider, { address }: Account) => address || origin
  const allowed = (url: string) => isAllowed(url, hosts)

  /** What is missing, as a sentence. */
  function missingIn(provider: Provider, account: Account): string | undefined {
    if (!hasKey(provider, account)) return noKeyText(provider.label)
    const { relay, token } = account
    return !provider.direct && relay !== '' && token === '' ? T.noToken : undefined
  }

  /** Throws `settings` with what is missing. */
  function assertAccount() {
    const missing = settings.refusal.value ?? missingIn(current.value, settings.account.value)
    if (missing) throw new AppError('settings', missing)
  }

  function contextFor(
    provider: Provider,
    account: Account,
    { signal, onJob, assertWanted, ...hooks }: Pick<ReachHooks, 'signal'> & Partial<ReachHooks>,
  ): Context {
    const relay = account.relay === '' || provider.direct ? undefined : { address: account.relay, token: account.token }
    const timeLimit = settings.runs.peek().deadline * 60_000
    const http = createHttp({
      address: addressOf(provider, account),
      headers: provider.headers(account.key),
      signal,
      isAllowed: allowed,
      relay,
      timeout: timeLimit,
      ...hooks,
    })
    return {
      ...{ http, signal, timeLimit },
      ...(onJob && { onJob }),
      ...(assertWanted && { assertWanted }),
      onBalance: (left) => current.value === provider && onBalance?.(left),
      ...(relay && provider.callsBack && account.callback !== '' && { callback: account.callback }),
      ...(relay &&
        provider.takes === 'address' &&
        relayAddresses((signal) =>
          createHttp({ address: relay.address, headers: tokenHeader(relay), signal, isAllowed: allowed }),
        )),
    }
  }

  return {
    current,
    host: computed(() => {
      const address = addressOf(current.value, settings.account.value)
      return URL.canParse(address) ? new URL(address).host : address
    }),
    /** Those that have a key, where the chosen one has none. */
    others: computed(() => {
      const keyed = keyedIn(providers, settings.all.value)
      return keyed.includes(current.value) ? [] : keyed
    }),
    assertAccount,
    /** Whether the account may be used without being asked to. */
    isReady: () =>
      !settings.typing.value &&
      settings.refusal.value === undefined &&
      missingIn(current.value, settings.account.value) === undefined,
    reach(hooks: Pick<ReachHooks, 'signal'> & Partial<ReachHooks>): Way {
      assertAccount()
      const [provider, account] = [current.value, settings.account.value]
      const context = contextFor(provider, account, hooks)
      const { addressOf, forget } = context
      if (provider.takes === 'form') return { provider, context }
      /** As the account stands when a picture goes: an earlier one may have shown the way. */
      let travels = addressOf ? account.pictures : 'inline'
      const travelsNow = () => settings.all.value.accounts[provider.id]?.pictures ?? travels
      const byEither = addressOf && {
        forget,
        async addressOf(picture: Picture, options: { signal: AbortSignal }) {
          if (travels !== 'relay') travels = travelsNow()
          return travels === 'relay' ? addressOf(picture, options) : inlineAddress(picture)
        },
      }
      const way = { provider, context: { ...context, ...byEither } }
      return {
        ...way,
        /** Pictures that a provider does not take in the request go by the relay from now on. Without one, that is said. */
        otherwise(thrown) {
          if (travels === 'relay' || !mayRefuseAddress(thrown)) return undefined
          if (!addressOf) throw withAdvice(thrown, T.relayHelps)
          travels = 'relay'
          if (current.value === provider) settings.changePictures('relay')
          // A job that was begun may have been charged.
          if (isOver(thrown)) throw withAdvice(thrown, T.relayNext)
          return way
        },
      }
    },
    /** The way to the provider of a job that was begun before; undefined where its account is gone. */
    reachAgain(id: string, hooks: Pick<ReachHooks, 'signal'> & Partial<ReachHooks>): Way | undefined {
      const provider = providers.find((provider) => provider.id === id)
      const account = settings.all.value.accounts[id]
      if (!provider || !account || missingIn(provider, account) !== undefined) return undefined
      return { provider, context: contextFor(provider, account, hooks) }
    },
  }
}

function withAdvice(thrown: unknown, advice: string): AppError {
  const { fault, message, cause } = toAppError(thrown)
  return new AppError(fault, `${message} ${advice}`, cause)
}

/** Why an address cannot be used, as a sentence; an empty one is none. The panel itself does not call a callback's. */
export function refusalOf(
  address: string,
  hosts: readonly string[],
  name: AddressName = 'address',
): string | undefined {
  if (address.trim() === '') return undefined
  try {
    assertAddress(address, (url) => name === 'callback' || isAllowed(url, hosts))
    return undefined
  } catch (thrown) {
    return toAppError(thrown).message
  }
}
