import { RelayError } from './errors.ts'
import type { Route, Upstream, Upstreams } from './upstreams.ts'

/** Where a request goes on to, built anew from parts that were each found harmless. */
export interface Target {
  upstream: Upstream
  route: Route
  url: string
}

/** Reads `/pass/{host}{path}`. Throws unless host, method, path and query are on the list. */
export function targetOf({ method, url }: { method: string; url: string }, upstreams: Upstreams): Target {
  const { pathname, searchParams } = new URL(url)
  const [, pass, host = '', ...parts] = pathname.split('/')
  const upstream = pass === 'pass' && Object.hasOwn(upstreams, host) ? upstreams[host] : undefined
  if (!upstream) throw new RelayError('RELAY_REFUSED', 'The relay does not pass requests on to this host.')
  const segments = parts.map(toSegment)
  const route = upstream.routes.find((route) => route.method === method && fits(segments, route.path))
  if (!route) throw new RelayError('RELAY_REFUSED', 'The relay does not pass on this method and path of the host.')
  const path = segments.map((segment) => encodeURIComponent(segment)).join('/')
  return { upstream, route, url: `${upstream.origin}/${path}${queryOf(searchParams, route)}` }
}

/** Decoded once; a `%` that is left over, a slash or a dot segment would mean another path to somebody on the way. */
function toSegment(part: string): string {
  let text: string
  try {
    text = decodeURIComponent(part)
  } catch {
    throw unreadable()
  }
  if (!SEGMENT.test(text) || /^\.+$/.test(text)) throw unreadable()
  return text
}

function fits(segments: readonly string[], pattern: string): boolean {
  const wanted = pattern.slice(1).split('/')
  const open = wanted.at(-1) === '**'
  const head = open ? wanted.slice(0, -1) : wanted
  const rest = segments.length - head.length
  if (open ? rest < 1 || rest > DEEPEST : rest !== 0) return false
  return head.every((part, index) => part === '*' || part === segments[index])
}

function queryOf(sent: URLSearchParams, { query = [] }: Route): string {
  const pairs = [...sent]
  const known = pairs.every(([name, value]) => query.includes(name) && VALUE.test(value))
  if (!known || new Set(sent.keys()).size !== pairs.length) {
    throw new RelayError('RELAY_REFUSED', 'The relay does not pass on this query.')
  }
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

const unreadable = () => new RelayError('RELAY_REFUSED', 'The path holds characters that the relay does not pass on.')

const SEGMENT = /^[\w.~:@+=,() -]{1,200}$/
const VALUE = /^[\w.:+-]{0,100}$/
const DEEPEST = 6
