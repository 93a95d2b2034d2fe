import type { MiddlewareHandler } from 'hono'
import type { HostEnv } from './host.ts'

export type CorsPolicy = 'always' | 'never' | 'not-on-errors'

interface Grants {
  /** The request headers that a page may send; in lower case. */
  headers: readonly string[]
  /** The answer's own headers that a page may read. */
  exposed?: () => string | undefined
  policy: (path: string) => CorsPolicy
}

/**
 * What a page of any origin, `null` included, may ask and read. Never with credentials, and no header beyond those that
 * a plugin needs: what the real services answer is not known, so this is the least that lets it work.
 */
export const grantCors =
  ({ headers, exposed, policy }: Grants): MiddlewareHandler<HostEnv> =>
  async (context, next) => {
    const asked = context.req.header('access-control-request-method')
    if (context.req.method === 'OPTIONS' && asked !== undefined) {
      const wanted = namesIn(context.req.header('access-control-request-headers') ?? '')
      const allowed = METHODS.includes(asked) && wanted.every((name) => headers.includes(name))
      if (policy(context.req.path) === 'never' || !allowed) return new Response('Not allowed', { status: 403 })
      return new Response(null, {
        status: 204,
        headers: { ...GRANT, 'access-control-allow-headers': headers.join(', ') },
      })
    }

    await next()
    const now = policy(context.req.path)
    const hidden = now === 'never' || (now === 'not-on-errors' && context.res.status >= 400)
    if (hidden || context.var.withoutCors) return
    context.res.headers.set('access-control-allow-origin', '*')
    const readable = exposed?.()
    if (readable) context.res.headers.set('access-control-expose-headers', readable)
  }

const namesIn = (headers: string) =>
  headers
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)

const METHODS = ['GET', 'POST', 'OPTIONS']
const GRANT = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': METHODS.join(', '),
  'access-control-max-age': '0', // every request asks anew, so that a change of settings shows at once
}
