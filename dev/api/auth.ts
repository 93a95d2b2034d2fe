import type { Context } from 'hono'
import { ApiError } from './errors.ts'
import type { Env } from './stand.ts'

/** Throws AUTHENTICATION_FAILED unless the request carries the one key there is. */
export function authenticate(context: Context<Env>): void {
  const sent = context.req.header('authorization')
  if (sent === undefined) throw new ApiError('AUTHENTICATION_FAILED', 'No API key provided')
  if (sent !== `Bearer ${context.var.stand.key}`)
    throw new ApiError('AUTHENTICATION_FAILED', 'Invalid API key provided')
}
