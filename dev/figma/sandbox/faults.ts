import { placed } from '../errors.ts'
import { Foreign } from './remote.ts'

/** Runs a use of the API; what it throws gets Figma's prefix. */
export function placedBy<T>(place: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw placed(thrown, place)
  }
}

/** A promise of Figma's rejects with the same prefix that a call would throw. */
export function located(place: string, returned: unknown): unknown {
  if (!(returned instanceof Promise)) return returned
  return returned.catch((thrown) => {
    throw placed(thrown, place)
  })
}

/** Figma rejects with plain strings at times; everything else crosses as an error. */
export function faultOf(thrown: unknown): { text: string } | { name: string; message: string } {
  if (typeof thrown === 'string') return { text: thrown }
  const { name, message } = described(thrown)
  return { name, message }
}

export function described(thrown: unknown): { name: string; message: string; stack: string } {
  if (!(thrown instanceof Error)) {
    return { name: 'Error', message: thrown instanceof Foreign ? thrown.type : String(thrown), stack: '' }
  }
  const { name, message, stack = '' } = thrown
  return { name, message, stack }
}
