import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { AUTHORIZED, EDIT, refusal } from './client.ts'
import { HOSTS, type Provider, R2, startProvider } from './provider.ts'
import { type RunningRelay, startRelay } from './running-relay.ts'

let provider: Provider
let relay: RunningRelay
const usual = (response: Parameters<Provider['answer']>[0]) => void response.end('{}')
beforeAll(async () => {
  provider = await startProvider()
  relay = await startRelay({ origins: provider.origins })
})
afterAll(async () => {
  await relay.stop()
  await provider.stop()
})
beforeEach(() => {
  provider.answer = usual
})
afterEach(() => {
  provider.requests.length = 0
})

const ask = (path: string, init: RequestInit = {}) =>
  fetch(relay.url + path, { ...init, headers: { ...AUTHORIZED, ...init.headers } })

test('an edit reaches the provider as it was sent, and the answer comes back as it was given', async () => {
  provider.answer = (response) =>
    response.writeHead(402, { 'content-type': 'application/json' }).end('{"error":{"code":"INSUFFICIENT_BALANCE"}}')
  const form = new FormData()
  form.set('prompt', 'winter')
  form.append('image[]', new Blob([new Uint8Array(300_000)], { type: 'image/png' }), 'main.png')
  const response = await ask(`${EDIT}?dryRun=true`, {
    method: 'POST',
    body: form,
    headers: { authorization: 'Bearer k' },
  })
  expect(response.status).toBe(402)
  expect(await response.json()).toEqual({ error: { code: 'INSUFFICIENT_BALANCE' } })
  const [{ method, path, headers, body } = {} as never] = provider.requests
  expect({ method, path }).toEqual({ method: 'POST', path: '/openai/v1/images/edits?dryRun=true' })
  expect(headers).toMatchObject({ authorization: 'Bearer k', 'content-length': String(body.length) })
  const sent = await new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type']! },
  }).formData()
  expect((sent.get('image[]') as File).size).toBe(300_000)
})

test.each([
  ['GET', 'api.lumenfall.ai', '/openai/v1/models'],
  ['GET', 'api.lumenfall.ai', '/openai/v1/models/replicate/p-image-edit'],
  ['GET', 'api.lumenfall.ai', '/v1/models/p-image-edit?schema=true'],
  ['GET', 'api.lumenfall.ai', '/v1/balance'],
  ['GET', 'api.lumenfall.ai', '/v1/requests?limit=1&created_after=2026-11-26T10:00:00Z'],
  ['GET', 'media.lumenfall.ai', '/abc123.png'],
  ['GET', 'pixeldojo.ai', '/api/v1/models?detailed=true'],
  ['GET', 'pixeldojo.ai', '/api/v1/models/p-image-edit/schema'],
  ['POST', 'pixeldojo.ai', '/api/v1/models/p-image-edit/run'],
  ['GET', 'pixeldojo.ai', '/api/v1/jobs/job_abc123'],
  ['GET', 'temp.pixeldojo.ai', '/pixeldojotemp/1705930123-456789.png'],
  ['POST', 'gateway.pixazo.ai', '/p-image/v1/p-image-edit/generate'],
  ['POST', 'gateway.pixazo.ai', '/p-image-upscale/v1/p-image-upscale/generate'],
  ['GET', 'gateway.pixazo.ai', '/v2/requests/status/p-image_019d42ce-8064'],
  ['GET', R2, '/v1/p-image_019d42ce-8064/output.jpg'],
])('%s %s%s is passed on', async (method, host, path) => {
  const response = await ask(`/pass/${host}${path}`, { method })
  expect(response.status).toBe(200)
  const [seen] = provider.requests
  expect(seen).toMatchObject({ method, headers: { host: new URL(provider.url).host } })
  expect(decodeURIComponent(seen!.path)).toBe(path)
})

test('a model’s name with signs arrives as one segment', async () => {
  await ask(`/pass/api.lumenfall.ai/openai/v1/models/${encodeURIComponent('prunaai:2@1')}`)
  expect(provider.requests.map(({ path }) => path)).toEqual(['/openai/v1/models/prunaai%3A2%401'])
})

test.each([
  ['GET', '/pass/api.lumenfall.ai/openai/v1/images/edits'],
  ['POST', '/pass/api.lumenfall.ai/v1/balance'],
  ['PUT', EDIT],
  ['DELETE', '/pass/api.lumenfall.ai/v1/requests/1/payloads'],
  ['GET', '/pass/api.lumenfall.ai/v1/webhooks/secret'],
  ['POST', '/pass/api.lumenfall.ai/openai/v1/chat/completions'],
  ['GET', '/pass/api.lumenfall.ai/'],
  ['GET', '/pass/api.lumenfall.ai'],
  ['POST', '/pass/media.lumenfall.ai/abc.png'],
  ['GET', '/pass/media.lumenfall.ai/a/b/c/d/e/f/g.png'],
  ['GET', '/pass/example.com/'],
  ['GET', '/pass/API.lumenfall.ai/v1/balance'],
  ['GET', '/pass/api.lumenfall.ai./v1/balance'],
  ['GET', '/pass/api.lumenfall.ai:443/v1/balance'],
  ['GET', '/pass/__proto__/v1/balance'],
  ['GET', '/pass/pub-00000000000000000000000000000000.r2.dev/v1/a.png'],
  ['GET', '/pass/api.lumenfall.ai/v1/balance?key=1'],
  ['GET', '/pass/api.lumenfall.ai/v1/requests?limit=1&limit=2'],
  ['GET', '/pass/api.lumenfall.ai/v1/requests?limit=%0d%0a'],
  ['POST', `${EDIT}?dryRun=true&model=x`],
])('%s %s is refused', async (method, path) => {
  expect(await refusal(ask(path, { method }))).toEqual({ status: 403, code: 'RELAY_REFUSED' })
  expect(provider.requests).toEqual([])
})

test('of the request’s headers only those that are needed go on', async () => {
  await ask('/pass/gateway.pixazo.ai/p-image/v1/p-image-edit/generate', {
    method: 'POST',
    body: '{}',
    headers: {
      'content-type': 'application/json',
      'ocp-apim-subscription-key': 'pixazo-key',
      authorization: 'Bearer of another provider',
      origin: 'null',
      referer: 'https://www.figma.com/file/secret',
      cookie: 'a=b',
      'x-forwarded-for': '10.0.0.1',
      forwarded: 'for=10.0.0.1',
      'x-webhook-url': 'https://evil.example/',
      'x-anything': 'else',
    },
  })
  const { host, connection, ...headers } = provider.requests[0]!.headers
  // Workers add these of their own accord.
  const {
    'accept-encoding': _packed,
    'cf-worker': _worker,
    'accept-language': _l,
    'sec-fetch-mode': _m,
    ...own
  } = headers
  expect(own).toEqual({
    accept: '*/*',
    'content-length': '2',
    'content-type': 'application/json',
    'ocp-apim-subscription-key': 'pixazo-key',
    'user-agent': 'refill-relay',
  })
})

test('no host of result files gets a key', async () => {
  for (const host of ['media.lumenfall.ai', 'temp.pixeldojo.ai', R2]) {
    const headers = { authorization: 'Bearer k', 'ocp-apim-subscription-key': 'k' }
    expect((await ask(`/pass/${host}/file.png`, { headers })).status).toBe(200)
  }
  expect(provider.requests).toHaveLength(3)
  for (const { headers } of provider.requests) {
    expect(Object.keys(headers)).not.toContain('authorization')
    expect(Object.keys(headers)).not.toContain('ocp-apim-subscription-key')
  }
})

test('of the answer’s headers only those that are needed come back', async () => {
  provider.answer = (response) =>
    response
      .writeHead(429, {
        'content-type': 'application/json',
        'retry-after': '7',
        'set-cookie': 'a=b',
        'access-control-allow-origin': 'https://elsewhere.example',
        'access-control-allow-credentials': 'true',
        'x-internal': 'yes',
        location: 'https://elsewhere.example',
      })
      .end('{}')
  const { status, headers } = await ask('/pass/api.lumenfall.ai/v1/balance')
  expect(status).toBe(429)
  // How the bytes are packed on the line is each runtime's own affair.
  const packing = ['connection', 'content-encoding', 'content-length', 'date', 'keep-alive', 'transfer-encoding']
  const own = Object.fromEntries([...headers].filter(([name]) => !packing.includes(name)))
  expect(own).toEqual({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Retry-After',
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'application/json',
    'referrer-policy': 'no-referrer',
    'retry-after': '7',
    'x-content-type-options': 'nosniff',
  })
})

test('an answer that was packed arrives whole', async () => {
  provider.answer = (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(gzipSync(JSON.stringify({ data: 'x'.repeat(100_000) })))
  const { data } = (await (await ask('/pass/api.lumenfall.ai/openai/v1/models')).json()) as { data: string }
  expect(data).toHaveLength(100_000)
})

test('an answer without a body is passed back', async () => {
  provider.answer = (response) => response.writeHead(204).end()
  expect((await ask('/pass/api.lumenfall.ai/v1/balance')).status).toBe(204)
})

test.each([301, 302, 303, 307, 308])('a redirect with %d is not followed', async (status) => {
  provider.answer = (response) => response.writeHead(status, { location: `${provider.url}/elsewhere` }).end('secret')
  expect(await refusal(ask(EDIT, { method: 'POST', body: '{}' }))).toEqual({ status: 502, code: 'RELAY_REDIRECTED' })
  expect(provider.requests).toHaveLength(1)
})

test.each(['http://169.254.169.254/latest', 'http://localhost/', 'http://[::1]/', '//127.1/', 'file:///etc/passwd'])(
  'a redirect to %s leads nowhere',
  async (location) => {
    provider.answer = (response) => response.writeHead(302, { location }).end()
    expect(await refusal(ask('/pass/media.lumenfall.ai/a.png'))).toEqual({ status: 502, code: 'RELAY_REDIRECTED' })
  },
)

test('a callback address goes to Pixazo under Pixazo’s name', async () => {
  const headers = { 'x-refill-callback': 'https://me.example/hook?job=1' }
  await ask('/pass/gateway.pixazo.ai/p-image/v1/p-image-edit/generate', { method: 'POST', body: '{}', headers })
  expect(provider.requests[0]?.headers).toMatchObject({ 'x-webhook-url': 'https://me.example/hook?job=1' })
  expect(Object.keys(provider.requests[0]!.headers)).not.toContain('x-refill-callback')
})

test.each([
  'http://me.example/',
  'https://name:word@me.example/',
  'me.example',
  'javascript:1',
  `https://${'a'.repeat(2100)}.example/`,
])('the callback address %j is refused', async (address) => {
  const headers = { 'x-refill-callback': address }
  const path = '/pass/gateway.pixazo.ai/p-image/v1/p-image-edit/generate'
  expect(await refusal(ask(path, { method: 'POST', body: '{}', headers }))).toEqual({
    status: 400,
    code: 'RELAY_CALLBACK',
  })
  expect(provider.requests).toEqual([])
})

test('a callback address for a provider that takes none is refused', async () => {
  const headers = { 'x-refill-callback': 'https://me.example/' }
  expect(await refusal(ask(EDIT, { method: 'POST', body: '{}', headers }))).toMatchObject({ code: 'RELAY_CALLBACK' })
})

test('a provider that cannot be reached may be asked again', async () => {
  const closed = await startProvider()
  await closed.stop()
  const lonely = await startRelay({ origins: closed.origins })
  const response = fetch(`${lonely.url}/pass/api.lumenfall.ai/v1/balance`, { headers: AUTHORIZED })
  expect(await refusal(response)).toEqual({ status: 502, code: 'RELAY_UNREACHABLE' })
  await lonely.stop()
})

test('an edit whose answer is lost is not one to be sent again', async () => {
  provider.answer = (response) => response.destroy()
  expect(await refusal(ask(EDIT, { method: 'POST', body: '{}' }))).toEqual({ status: 424, code: 'RELAY_ANSWER_LOST' })
  expect(provider.requests).toHaveLength(1)
})

test('a file whose answer is lost may be asked for again', async () => {
  provider.answer = (response) => response.destroy()
  expect(await refusal(ask('/pass/media.lumenfall.ai/a.png'))).toEqual({ status: 502, code: 'RELAY_UNREACHABLE' })
})

test.each(HOSTS)('the preflight for %s allows what the host takes, and no more', async (host) => {
  const { status, headers } = await fetch(`${relay.url}/pass/${host}/x`, {
    method: 'OPTIONS',
    headers: {
      origin: 'null',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-refill-relay',
    },
  })
  expect(status).toBe(204)
  expect(Object.fromEntries(headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-max-age': '7200',
  })
  const keys: Record<string, string> = {
    'api.lumenfall.ai': ', authorization',
    'pixeldojo.ai': ', authorization',
    'gateway.pixazo.ai': ', ocp-apim-subscription-key, x-refill-callback',
  }
  expect(headers.get('access-control-allow-headers')).toBe(`x-refill-relay, content-type${keys[host] ?? ''}`)
  expect(provider.requests).toEqual([])
})
