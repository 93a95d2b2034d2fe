import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { edit, flat, send } from './client.ts'

let api: StandIn
beforeEach(async () => {
  api = await startApi()
})
afterEach(() => api.stop())

const preflight = (headers: string, method = 'POST', path = '/openai/v1/images/edits') =>
  fetch(api.url + path, {
    method: 'OPTIONS',
    headers: {
      origin: 'null',
      'access-control-request-method': method,
      ...(headers && { 'access-control-request-headers': headers }),
    },
  })

test.each(['authorization', 'authorization,content-type', 'Content-Type', ''])(
  'a preflight that asks for "%s" is granted to any origin, never with credentials',
  async (headers) => {
    const response = await preflight(headers)
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization, content-type')
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  },
)

test.each(['x-stainless-lang', 'authorization,x-lumenfall-replay', 'cache-control'])(
  'a preflight that asks for "%s" is not granted',
  async (headers) => {
    const response = await preflight(headers)
    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('a preflight for a method nobody needs is not granted', async () => {
  expect((await preflight('authorization', 'DELETE')).headers.get('access-control-allow-origin')).toBeNull()
})

test('an answer may be read by any origin, a refusal too, but not its own headers', async () => {
  for (const form of [{}, { model: 'trouble-busy' }]) {
    const response = await send(api, form)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-expose-headers')).toBeNull()
  }
})

test('its own headers may be read once they are exposed', async () => {
  api.settings.exposeHeaders = true
  const { headers } = await send(api)
  expect(headers.get('access-control-expose-headers')).toBe('Retry-After, X-Lumenfall-Request-Id')
})

test('CORS can be missing everywhere, or on errors only', async () => {
  api.settings.cors = 'never'
  expect((await preflight('authorization')).headers.get('access-control-allow-origin')).toBeNull()
  expect((await send(api)).headers.get('access-control-allow-origin')).toBeNull()
  api.settings.cors = 'not-on-errors'
  expect((await preflight('authorization')).headers.get('access-control-allow-origin')).toBe('*')
  expect((await send(api)).headers.get('access-control-allow-origin')).toBe('*')
  expect((await send(api, { prompt: '' })).headers.get('access-control-allow-origin')).toBeNull()
})

test('a file behind an address may be fetched by a page only when that is set', async () => {
  const { data } = await edit(api, { response_format: 'url', image: await flat(8, 8, 'red') })
  const url = data[0]!.url!
  expect((await fetch(url)).headers.get('access-control-allow-origin')).toBeNull()
  expect((await preflight('', 'GET', new URL(url).pathname)).status).toBe(403)
  api.settings.mediaCors = true
  expect((await fetch(url)).headers.get('access-control-allow-origin')).toBe('*')
})

test('it answers on 127.0.0.1 as on localhost, one request a connection', async () => {
  const response = await fetch(`http://127.0.0.1:${api.port}/openai/v1/models`)
  expect(response.status).toBe(401)
  expect(response.headers.get('connection')).toBe('close')
})

test('a port that is taken is refused', async () => {
  await expect(startApi({ port: api.port })).rejects.toThrow('EADDRINUSE')
})
