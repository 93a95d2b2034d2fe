import { AppError } from '../../shared/errors.ts'
import { NO_ADDRESS, PLAIN_ADDRESS } from '../texts/account.ts'
import { assertAllowed } from './hosts.ts'

/** Refuses an address as it is typed: fault `settings`. */
export function assertAddress(address: string, isAllowed: (url: string) => boolean) {
  assertAllowed(urlUnder(address, '/'), isAllowed)
}

/** A provider's full path under the account's address, which may have a path of its own (a relay's prefix). */
export function urlUnder(address: string, path: string): string {
  // Without its slash a path would prolong the host, and the key go to another one.
  if (!path.startsWith('/')) throw new Error('A path of a provider does not begin with a slash.')
  const { origin, pathname } = parsed(address)
  return `${origin}${pathname.replace(/\/+$/, '')}${path}`
}

function parsed(address: string): URL {
  const url = URL.canParse(address.trim()) && new URL(address.trim())
  // A name or key inside the address would travel to every log on the way.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search) {
    throw new AppError('settings', NO_ADDRESS)
  }
  if (url.protocol === 'https:' || THIS_MACHINE.includes(url.hostname)) return url
  throw new AppError('settings', PLAIN_ADDRESS)
}

/** Nothing leaves the machine for these, so there is nobody on the way. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]']
