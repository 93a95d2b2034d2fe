/** A host that requests are passed on to. The list is all there is: no address is ever taken from a request. */
export interface Upstream {
  origin: string
  /** The header that carries the provider's key; a host of result files gets none. */
  key?: 'authorization' | 'ocp-apim-subscription-key'
  routes: readonly Route[]
}

export interface Route {
  /** What the log calls it. */
  name: string
  method: 'GET' | 'POST'
  /** `*` is one segment, `**` one to six. */
  path: string
  /** Names that may stand in the query. */
  query?: readonly string[]
  /** The header in which the provider takes a callback address. */
  callback?: 'x-webhook-url'
}

/** By the host's name as it stands in `/pass/{host}`. */
export type Upstreams = Readonly<Record<string, Upstream>>

export const UPSTREAMS: Upstreams = {
  'api.lumenfall.ai': {
    origin: 'https://api.lumenfall.ai',
    key: 'authorization',
    routes: [
      { name: 'lumenfall edit', method: 'POST', path: '/openai/v1/images/edits', query: ['dryRun'] },
      { name: 'lumenfall models', method: 'GET', path: '/openai/v1/models' },
      { name: 'lumenfall model', method: 'GET', path: '/openai/v1/models/**' },
      { name: 'lumenfall model', method: 'GET', path: '/v1/models/**', query: ['schema'] },
      { name: 'lumenfall balance', method: 'GET', path: '/v1/balance' },
      {
        name: 'lumenfall requests',
        method: 'GET',
        path: '/v1/requests',
        query: ['limit', 'status', 'created_after', 'created_before', 'key_id', 'summary'],
      },
      { name: 'lumenfall request', method: 'GET', path: '/v1/requests/*' },
    ],
  },
  'media.lumenfall.ai': { origin: 'https://media.lumenfall.ai', routes: [results('lumenfall result')] },
  'pixeldojo.ai': {
    origin: 'https://pixeldojo.ai',
    key: 'authorization',
    routes: [
      { name: 'pixeldojo run', method: 'POST', path: '/api/v1/models/*/run' },
      { name: 'pixeldojo models', method: 'GET', path: '/api/v1/models', query: ['detailed'] },
      { name: 'pixeldojo model', method: 'GET', path: '/api/v1/models/*' },
      { name: 'pixeldojo schema', method: 'GET', path: '/api/v1/models/*/schema' },
      { name: 'pixeldojo jobs', method: 'GET', path: '/api/v1/jobs' },
      { name: 'pixeldojo job', method: 'GET', path: '/api/v1/jobs/*' },
    ],
  },
  'temp.pixeldojo.ai': { origin: 'https://temp.pixeldojo.ai', routes: [results('pixeldojo result')] },
  'gateway.pixazo.ai': {
    origin: 'https://gateway.pixazo.ai',
    key: 'ocp-apim-subscription-key',
    routes: [
      {
        name: 'pixazo edit',
        method: 'POST',
        path: '/p-image/v1/p-image-edit/generate',
        callback: 'x-webhook-url',
      },
      {
        name: 'pixazo upscale',
        method: 'POST',
        path: '/p-image-upscale/v1/p-image-upscale/generate',
        callback: 'x-webhook-url',
      },
      { name: 'pixazo status', method: 'GET', path: '/v2/requests/status/*' },
    ],
  },
  // The one bucket that Pixazo's documents name.
  'pub-582b7213209642b9b995c96c95a30381.r2.dev': {
    origin: 'https://pub-582b7213209642b9b995c96c95a30381.r2.dev',
    routes: [results('pixazo result')],
  },
}

/** The same list with some hosts answered elsewhere: for tests and for stand-ins on this machine. */
export function upstreamsAt(origins: Readonly<Record<string, string>>, upstreams: Upstreams = UPSTREAMS): Upstreams {
  return Object.fromEntries(
    Object.entries(upstreams).map(([host, upstream]) => [
      host,
      { ...upstream, origin: origins[host] ?? upstream.origin },
    ]),
  )
}

function results(name: string): Route {
  return { name, method: 'GET', path: '/**' }
}
