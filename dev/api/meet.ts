import { setTimeout as sleep } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { MiddlewareHandler } from 'hono'
import type { Course } from './course.ts'
import type { HostEnv, Line } from './host.ts'

/** Lets a request run its course, bent by the trouble it meets. */
export async function meet(trouble: Course, line: Line, run: () => Promise<Response>): Promise<Response> {
  if (trouble.withoutCors) line.set('withoutCors', true)
  if (trouble.drop === 'before') return dropLine(line)
  if (trouble.refuse) throw trouble.refuse()
  if (trouble.instead) return trouble.instead()
  await pause(trouble.wait ?? 0, line)
  const response = await run()
  if (trouble.drop === 'after') return dropLine(line)
  return trouble.half ? halved(response, trouble.half) : response
}

/** For the routes whose trouble can only be planned, not named by a model. */
export const meetPlanned =
  (take: () => Course | undefined): MiddlewareHandler<HostEnv> =>
  async (context, next) => {
    const trouble = take()
    if (!trouble) return next()
    const met = await meet(trouble, context, async () => {
      await next()
      return context.res
    })
    // Hono passes over what is returned where a later route has answered, and mixes the headers of one that is put in its place.
    if (context.finalized) {
      context.res = undefined
      context.res = met
    }
    return met
  }

/** ms; ends early when the server stops. */
export async function pause(time: number, line: Line): Promise<void> {
  if (time > 0) await sleep(time, undefined, { signal: line.var.stopping })
}

/** Gives what `work` gives, or throws what it throws, not before a moment of `performance.now()`. */
export async function heldBack<T>(until: number, line: Line, work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work()])
  await pause(until - performance.now(), line)
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

/**
 * Chromium sends a POST again, silently, when a kept-alive connection is reset; so no connection here is used twice unless
 * that is asked for (see `serve.ts`), and a dropped line reaches the page as the error it is.
 */
function dropLine(line: Line): Response {
  line.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

async function halved(response: Response, how: 'silently' | 'announced'): Promise<Response> {
  const whole = Buffer.from(await response.arrayBuffer())
  const half = whole.subarray(0, Math.floor(whole.length / 2))
  const headers = new Headers(response.headers)
  headers.set('content-length', String(how === 'announced' ? whole.length : half.length))
  return new Response(new Blob([half]).stream(), { status: response.status, headers })
}
