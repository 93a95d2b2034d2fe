import type { Provider } from '../providers/provider.ts'
import type { Account, Settings } from './stored-settings.ts'

/** A server of one's own may go without. */
export const hasKey = ({ keyless }: Provider, { key, address }: Account) => key !== '' || (keyless && address !== '')

/** The providers that have a key, in their order. */
export const keyedIn = (providers: readonly Provider[], { accounts }: Pick<Settings, 'accounts'>) =>
  providers.filter((provider) => {
    const account = accounts[provider.id]
    return account !== undefined && hasKey(provider, account)
  })
