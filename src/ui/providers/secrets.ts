import { AppError } from '../../shared/errors.ts'
import { UNSENDABLE_KEY } from '../texts/account.ts'

/** What must never be shown: each header's value, and the key in `Bearer key`. */
export function secretsIn(headers: Record<string, string>): string[] {
  return Object.values(headers)
    .flatMap((value) => [value, ...value.split(/\s+/)])
    .filter((value) => value.length >= SHORTEST && value.toLowerCase() !== 'bearer')
}

/** The browser's own error for a header it cannot send quotes the header, and so the key. */
export function assertSendable(headers: Record<string, string>) {
  try {
    new Headers(headers)
  } catch {
    throw new AppError('settings', UNSENDABLE_KEY)
  }
}

/** Characters: replacing less would tear words apart, and is no key. */
const SHORTEST = 6
