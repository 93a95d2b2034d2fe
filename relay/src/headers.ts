import { RelayError } from './errors.ts'
import type { Target } from './target.ts'

/** What goes on to the provider: the key, what the body is, and nothing else of the request. */
export function headersUp(sent: Headers, { upstream, route }: Target): Record<string, string> {
  const names = ['accept', ...(upstream.key ? [upstream.key] : [])]
  if (route.method === 'POST') names.push('content-type', 'content-length')
  const headers = Object.fromEntries(names.flatMap((name) => (sent.has(name) ? [[name, sent.get(name) ?? '']] : [])))
  return { ...headers, 'user-agent': 'refill-relay', ...callbackIn(sent, route) }
}

/** What comes back from the provider: what the body is, and when to ask again. */
export function headersDown(answered: Headers): Headers {
  const headers = new Headers()
  for (const name of ['content-type', 'content-encoding', 'content-length', 'retry-after']) {
    const value = answered.get(name)
    if (value !== null) headers.set(name, value)
  }
  // The length is that of the packed bytes, which Workers unpack and pack again.
  if (headers.has('content-encoding')) headers.delete('content-length')
  return headers
}

function callbackIn(sent: Headers, { callback }: Target['route']): Record<string, string> {
  const address = sent.get('x-refill-callback')
  if (address === null) return {}
  if (!callback) throw new RelayError('RELAY_CALLBACK', 'This provider takes no callback address.')
  const url = address.length <= LONGEST && URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:' || url.username || url.password) {
    throw new RelayError('RELAY_CALLBACK', 'The callback address is not one that begins with https:// and a host.')
  }
  return { [callback]: url.href }
}

/** Characters. */
const LONGEST = 2000
