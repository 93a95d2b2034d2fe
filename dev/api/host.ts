import type { HttpBindings } from '@hono/node-server'
import type { ErrorHandler, MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'
import type { Seen, SeenRequest } from './seen.ts'

/** What every host here carries through one request. */
export interface HostEnv {
  Bindings: HttpBindings
  Variables: {
    seen: SeenRequest
    /** Aborted when the host stops, so that no wait outlives it. */
    stopping: AbortSignal
    /** Leaves out the CORS headers of this one answer. */
    withoutCors?: boolean
  }
}

/** The part of any host's context that the course of a request needs. */
export interface Line {
  env: HttpBindings
  var: Pick<HostEnv['Variables'], 'stopping'>
  set(name: 'withoutCors', value: boolean): void
}

/** Notes each request as it comes, and what it was answered. */
export const watch =
  (seen: Seen, stopping: AbortSignal): MiddlewareHandler<HostEnv> =>
  async (context, next) => {
    const { incoming } = context.env
    const request = seen.open(incoming, new URL(context.req.url))
    context.set('seen', request)
    context.set('stopping', stopping)
    await next()
    request.status = incoming.socket.destroyed ? undefined : context.res.status
  }

/** Answers a refusal as it is, and anything else that was thrown with `internal`. */
export const answerErrors =
  (stopping: AbortSignal, internal: () => Refusal): ErrorHandler =>
  (error) => {
    if (error instanceof Refusal) return error.toResponse()
    if (!stopping.aborted) console.error(error)
    return internal().toResponse()
  }
