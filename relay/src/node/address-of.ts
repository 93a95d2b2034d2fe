import type { HttpBindings } from '@hono/node-server'

/**
 * Where a request comes from. Behind a proxy that is what the proxy itself wrote down, the last in the list: what
 * stands before it came with the request and may be made up.
 */
export function addressOf(request: Request, bindings: object, behindProxy: boolean): string {
  const told = behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const { incoming } = bindings as HttpBindings
  return networkOf(told || incoming.socket.remoteAddress || '')
}

/** Of IPv6 one customer has 2^64 addresses: they count as one. */
const networkOf = (address: string) =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
