import { inspect } from 'node:util'
import { expect } from 'vitest'
import { type AppError, toAppError } from '../../../src/shared/errors.ts'

export const faultOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(() => expect.unreachable('It was answered.'), toAppError)

/** Everything that a console would show, causes included. */
export const everythingIn = (shown: unknown) => inspect(shown, { depth: 20, showHidden: true, getters: true })
