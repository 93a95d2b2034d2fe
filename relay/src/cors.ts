import { UPSTREAMS, type Upstreams } from './upstreams.ts'

/** What a page of any origin, a plugin's `null` included, may read of every answer. */
export const READABLE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' }

/** Answers the browser's question for exactly what the address takes. It is never asked with credentials. */
export function preflight(url: string, upstreams: Upstreams = UPSTREAMS): Response {
  const [, first, host = ''] = new URL(url).pathname.split('/')
  const { methods, headers } =
    first === 'files' ? FILES : first === 'pass' ? toPass(host, upstreams) : { methods: ['GET'], headers: [] }
  return new Response(null, {
    status: 204,
    headers: {
      ...READABLE,
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': headers.join(', '),
      'access-control-max-age': '7200', // the longest that Chromium keeps it
    },
  })
}

/** A host that is not on the list is answered too: only so can the page read why it is refused. */
function toPass(host: string, upstreams: Upstreams) {
  const upstream = Object.hasOwn(upstreams, host) ? upstreams[host] : undefined
  const keys = upstream ? [upstream.key] : (['authorization', 'ocp-apim-subscription-key'] as const)
  const takesCallback = !upstream || upstream.routes.some(({ callback }) => callback)
  return {
    methods: ['GET', 'POST'],
    headers: [
      'x-refill-relay',
      'content-type',
      ...keys.filter((key) => key !== undefined),
      ...(takesCallback ? ['x-refill-callback'] : []),
    ],
  }
}

const FILES = { methods: ['GET', 'POST', 'DELETE'], headers: ['x-refill-relay', 'content-type'] }
