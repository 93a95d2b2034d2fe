import * as z from 'zod'
import { notSimulated } from '../errors.ts'
import { validated } from './validated.ts'

/** For a list that is not simulated but where it is empty. */
export function assertEmpty(value: unknown, what: string): void {
  if (validated(z.array(z.unknown()), value, what).length > 0) throw notSimulated(`a layer with ${what}`)
}
