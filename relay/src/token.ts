import { RelayError } from './errors.ts'

/** Finds the token that a request carries among those that are let in. */
export type Gate = (sent: string | null) => Promise<string | undefined>

/** Throws where a token is so short that it could be guessed. */
export function createGate(tokens: readonly string[]): Gate {
  if (tokens.length === 0) throw new Error('The relay needs an access token.')
  if (tokens.some((token) => token.length < SHORTEST || !/^[\x21-\x7e]+$/.test(token))) {
    throw new Error(`An access token is at least ${SHORTEST} letters, digits and signs, without spaces.`)
  }

  return async (sent) => {
    if (!sent) return undefined
    const digest = await digestOf(sent)
    const known = await Promise.all(tokens.map(digestOf))
    // All are compared, and each to its end, so that the time taken tells nothing.
    const equal = known.map((one) => isSame(one, digest))
    return tokens[equal.indexOf(true)]
  }
}

export const unknownToken = (sent: string | null) =>
  new RelayError(
    'RELAY_TOKEN',
    sent === null
      ? 'This relay needs its access token: type it in Settings, under “Relay token”.'
      : 'The relay does not know this access token: compare “Relay token” in Settings with the one it was started with.',
  )

const digestOf = async (text: string) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

const isSame = (one: Uint8Array, other: Uint8Array) =>
  one.reduce((difference, byte, index) => difference | (byte ^ (other[index] ?? 0)), 0) === 0

const SHORTEST = 16
