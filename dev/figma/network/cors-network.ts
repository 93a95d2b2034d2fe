import { failedToFetch, type Network, type NetworkRequest } from './network.ts'

/** A network for where there is no browser: it asks and checks as one would for a page without an origin. */
export const corsNetwork: Network = async (request) => {
  const { url, method, headers, body, redirect } = request
  if (needsPreflight(request)) await preflight(request)
  const init = { method, redirect, headers: { ...headers, origin: 'null' } }
  const response = await fetch(url, body === undefined ? init : { ...init, body: body as BodyInit }).catch(() => {
    throw failedToFetch()
  })
  if (!isOpen(response)) throw failedToFetch()
  return {
    status: response.status,
    statusText: response.statusText,
    headers: readable(response.headers),
    redirected: response.redirected,
    url: response.url,
    type: 'cors',
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

async function preflight({ url, method, headers }: NetworkRequest): Promise<void> {
  const asked = namesOf(headers).filter((name) => !isSafe(name, headers))
  const response = await fetch(url, {
    method: 'OPTIONS',
    redirect: 'error',
    headers: {
      origin: 'null',
      'access-control-request-method': method,
      ...(asked.length > 0 && { 'access-control-request-headers': asked.sort().join(',') }),
    },
  }).catch(() => {
    throw failedToFetch()
  })
  await response.body?.cancel()
  const allowed = listIn(response, 'access-control-allow-headers')
  const mayAsk =
    SIMPLE_METHODS.has(method) || ['*', method.toLowerCase()].some((one) => methodsOf(response).includes(one))
  // Fetch standard: `*` never stands for Authorization.
  const mayTell = asked.every((name) => allowed.includes(name) || (allowed.includes('*') && name !== 'authorization'))
  if (!response.ok || !isOpen(response) || !mayAsk || !mayTell) throw failedToFetch()
}

const needsPreflight = ({ method, headers }: NetworkRequest) =>
  !SIMPLE_METHODS.has(method) || namesOf(headers).some((name) => !isSafe(name, headers))

const isOpen = ({ headers }: Response) => ['*', 'null'].includes(headers.get('access-control-allow-origin') ?? '')

/** What a page may see of another origin's headers. */
function readable(headers: Headers): Record<string, string> {
  const exposed = listFrom(headers.get('access-control-expose-headers'))
  const isSeen = (name: string) => SEEN.has(name) || exposed.includes(name) || exposed.includes('*')
  return Object.fromEntries([...headers].filter(([name]) => isSeen(name)))
}

const namesOf = (headers: NetworkRequest['headers']) => Object.keys(headers).map((name) => name.toLowerCase())

function isSafe(name: string, headers: NetworkRequest['headers']): boolean {
  if (name !== 'content-type') return SAFE_HEADERS.has(name)
  const [, value = ''] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? []
  return SIMPLE_TYPES.has(value.split(';')[0]!.trim().toLowerCase())
}

const listFrom = (value: string | null) => (value ?? '').split(',').map((item) => item.trim().toLowerCase())
const listIn = ({ headers }: Response, name: string) => listFrom(headers.get(name))
const methodsOf = (response: Response) => listIn(response, 'access-control-allow-methods')

const SIMPLE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])
const SAFE_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language'])
const SIMPLE_TYPES: ReadonlySet<string> = new Set([
  ...['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'],
])
const SEEN: ReadonlySet<string> = new Set([
  ...['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma'],
])
