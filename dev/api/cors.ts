import type { MiddlewareHandler } from 'hono'
import type { Env } from './stand.ts'

/**
 * What a page of any origin, `null` included, may ask and read. Never with credentials, and no header beyond the two
 * that a plugin needs: the real service's answer is not known, so this is the least that lets it work.
 */
export const cors: MiddlewareHandler<Env> = async (context, next) => {
  const { settings } = context.var.stand
  const asked = context.req.header('access-control-request-method')
  if (context.req.method === 'OPTIONS' && asked !== undefined) {
    const headers = context.req.header('access-control-request-headers') ?? ''
    const granted = settings.cors !== 'never' && isAllowed(asked, headers) && readable(context.req.path, settings)
    return granted ? new Response(null, { status: 204, headers: GRANT }) : new Response('Not allowed', { status: 403 })
  }

  await next()
  const hidden = settings.cors === 'never' || (settings.cors === 'not-on-errors' && context.res.status >= 400)
  if (hidden || context.var.withoutCors || !readable(context.req.path, settings)) return
  context.res.headers.set('access-control-allow-origin', '*')
  if (settings.exposeHeaders) context.res.headers.set('access-control-expose-headers', EXPOSED)
}

const isAllowed = (method: string, headers: string) =>
  METHODS.includes(method) &&
  headers
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .every((name) => HEADERS.includes(name))

const readable = (path: string, { mediaCors }: { mediaCors: boolean }) => mediaCors || !path.startsWith('/media/')

const METHODS = ['GET', 'POST', 'OPTIONS']
const HEADERS = ['authorization', 'content-type']
const EXPOSED = 'Retry-After, X-Lumenfall-Request-Id'
const GRANT = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': METHODS.join(', '),
  'access-control-allow-headers': HEADERS.join(', '),
  'access-control-max-age': '0', // every request asks anew, so that a change of settings shows at once
}
