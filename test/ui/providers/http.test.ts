import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { HttpOptions, Wait } from '../../../src/ui/providers/http.ts'
import { MOST_ATTEMPTS } from '../../../src/ui/providers/patience.ts'
import { mayBeCharged } from '../../../src/ui/providers/silence.ts'
import { everythingIn, faultOf } from './faults-of.ts'
import { failure, httpFor, KEY, sendJson, startServer } from './server.ts'

const Answer = z.object({ value: z.number() })

function form() {
  const data = new FormData()
  data.set('prompt', 'night')
  return data
}

const post = (address: string, options?: Partial<HttpOptions>) =>
  httpFor(address, options).postForm('/v1/do', form(), Answer)

describe('what is sent', () => {
  test('a form goes out as multipart with the key, and with no header that a preflight would ask about', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { value: 1 }))
    const asked: Request[] = []
    const fetchSpy = (request: Request) => {
      asked.push(request)
      return fetch(request)
    }
    expect(await post(server.url, { fetch: fetchSpy })).toEqual({ value: 1 })
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'POST', path: '/v1/do', headers: { authorization: `Bearer ${KEY}` } })
    expect((await seen!.form()).get('prompt')).toBe('night')
    expect([...asked[0]!.headers.keys()].sort()).toEqual(['authorization', 'content-type'])
    expect(asked[0]!.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/)
  })

  test('JSON goes out as JSON', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { value: 2 }))
    expect(await httpFor(server.url).postJson('/v1/do', { prompt: 'night' }, Answer)).toEqual({ value: 2 })
    expect(server.seen[0]?.headers['content-type']).toBe('application/json')
    expect(JSON.parse(String(server.seen[0]?.body))).toEqual({ prompt: 'night' })
  })

  test.each(['/team', '/team/', '/team/a//'])('an address may have a path, such as %s', async (prefix) => {
    await using server = await startServer((response) => sendJson(response, 200, { value: 3 }))
    await httpFor(`${server.url}${prefix}`).get('/v1/balance?x=1', Answer)
    expect(server.seen[0]?.path).toBe(`${prefix.replace(/\/+$/, '')}/v1/balance?x=1`)
  })

  test.each([
    '',
    'api.example.com',
    'ftp://a.example.com',
    'https://name:word@a.example.com',
    'https://a.example.com?key=1',
  ])('“%s” is no address', async (address) => {
    expect(await faultOf(post(address))).toMatchObject({ fault: 'settings' })
  })

  test('a path cannot prolong the host', async () => {
    const asked = httpFor('https://api.example.com').get('.evil.example.com/', Answer)
    expect(await faultOf(asked)).toMatchObject({ fault: 'bug' })
  })

  test('a key with a line break is refused without being quoted', async () => {
    const thrown = await faultOf(post('http://127.0.0.1:9', { headers: { authorization: `Bearer ${KEY}\nx: y` } }))
    expect(thrown.fault).toBe('settings')
    expect(everythingIn(thrown)).not.toContain(KEY)
  })
})

describe('the key goes to one origin', () => {
  test('a redirect is not followed, with the key or without', async () => {
    await using other = await startServer((response) => sendJson(response, 200, { value: 1 }))
    await using server = await startServer((response) =>
      response.writeHead(307, { location: `${other.url}/v1/do` }).end(),
    )
    expect(await faultOf(post(server.url))).toMatchObject({ fault: 'provider' })
    expect(other.seen).toHaveLength(0)
  })

  test('a download carries no key, on the origin of the account neither', async () => {
    await using server = await startServer((response) => response.end('bytes'))
    const file = await httpFor(server.url).download(`${server.url}/media/a.png`, { limit: 5 })
    expect(await file.text()).toBe('bytes')
    expect(server.seen[0]?.headers.authorization).toBeUndefined()
  })

  test('a download may be redirected, since it carries nothing', async () => {
    await using store = await startServer((response) => response.end('bytes'))
    await using server = await startServer((response) => response.writeHead(302, { location: `${store.url}/a` }).end())
    const file = await httpFor(server.url).download(`${server.url}/a`, { limit: 5 })
    expect(await file.text()).toBe('bytes')
  })

  test('a provider that repeats the key in its answer is not quoted with it', async () => {
    await using server = await startServer((response) =>
      sendJson(response, 401, failure('x', `Bad key Bearer ${KEY}, ${KEY}.`)),
    )
    const thrown = await faultOf(post(server.url))
    expect(thrown).toMatchObject({ fault: 'denied', message: 'The provider says: “Bad key [key], [key]”.' })
  })

  const troubles: [string, (response: Parameters<Parameters<typeof startServer>[0]>[0]) => unknown][] = [
    ['a refusal', (response) => sendJson(response, 400, failure('INVALID_REQUEST', KEY))],
    ['a refusal in a string', (response) => sendJson(response, 401, { error: `Bad key ${KEY}` })],
    ['a page', (response) => response.writeHead(403).end(`<p>${KEY}</p>`)],
    ['a lost connection', (response) => response.destroy()],
    ['a wrong shape', (response) => sendJson(response, 200, { value: KEY })],
    ['a slow answer', () => undefined],
  ]
  test.each(troubles)('nothing that is thrown for %s holds the key', async (_name, respond) => {
    await using server = await startServer(respond)
    const shown = everythingIn(await faultOf(post(server.url, { timeout: 100 })))
    expect(shown.toLowerCase()).not.toContain('secret')
  })
})

describe('what may be reached', () => {
  test('a host outside of the build’s list is refused before anything is sent', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { value: 1 }))
    const thrown = await faultOf(post(server.url, { isAllowed: () => false }))
    expect(thrown).toMatchObject({
      fault: 'settings',
      message: expect.stringContaining(`may not reach ${server.url}. `),
    })
    expect(server.seen).toHaveLength(0)
  })

  test('the list holds for files too', async () => {
    await using server = await startServer((response) => response.end('bytes'))
    const http = httpFor(server.url, { isAllowed: (url) => !url.includes('/media/') })
    expect(await faultOf(http.download(`${server.url}/media/a`, { limit: 5 }))).toMatchObject({ fault: 'settings' })
    expect(server.seen).toHaveLength(0)
  })

  test.each(['data:image/png;base64,AA==', 'file:///etc/hosts', '/media/a.png', 'https://a:b@c.example/', ''])(
    '“%s” is no file to download',
    async (url) => {
      expect(await faultOf(httpFor('https://a.example.com').download(url, { limit: 5 }))).toMatchObject({
        fault: 'provider',
      })
    },
  )
})

describe('a relay', () => {
  const relay = { token: ' a-token-for-the-relay ' }
  const relayed = (address: string, options: Partial<HttpOptions> = {}) =>
    httpFor('https://pixeldojo.ai', { relay: { address, ...relay }, ...options })

  test('passes every request on under the host that is meant, with its own token beside the key', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { value: 1 }))
    await relayed(`${server.url}/mine/`).get('/api/v1/jobs/1?a=b', Answer)
    expect(server.seen[0]).toMatchObject({
      path: '/mine/pass/pixeldojo.ai/api/v1/jobs/1?a=b',
      headers: { authorization: `Bearer ${KEY}`, 'x-refill-relay': 'a-token-for-the-relay' },
    })
  })

  test('fetches files too, without the key', async () => {
    await using server = await startServer((response) => response.end('bytes'))
    const file = await relayed(server.url).download('https://temp.pixeldojo.ai/a/1.png', { limit: 5 })
    expect(await file.text()).toBe('bytes')
    expect(server.seen[0]).toMatchObject({
      path: '/pass/temp.pixeldojo.ai/a/1.png',
      headers: { 'x-refill-relay': 'a-token-for-the-relay' },
    })
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization')
  })

  test('is what has to be allowed, and not the host behind it', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { value: 1 }))
    const isAllowed = (url: string) => url.startsWith(`${server.url}/`)
    expect(await relayed(server.url, { isAllowed }).get('/v1', Answer)).toEqual({ value: 1 })
    expect(await faultOf(relayed('https://other.example', { isAllowed }).get('/v1', Answer))).toMatchObject({
      fault: 'settings',
    })
  })

  test('that lost the answer leaves a charge in doubt, and is not asked again', async () => {
    const lost = failure('RELAY_ANSWER_LOST', 'The connection broke off. The request may have been charged.')
    await using server = await startServer((response) => sendJson(response, 424, lost))
    const thrown = await faultOf(relayed(server.url).postForm('/v1', form(), Answer))
    expect(thrown).toMatchObject({ fault: 'provider', message: expect.stringMatching(/^The relay says/) })
    expect(mayBeCharged(thrown)).toBe(true)
    expect(server.seen).toHaveLength(1)
    expect(mayBeCharged(await faultOf(relayed(server.url).postForm('/v1', form(), Answer, { free: true })))).toBe(false)
  })

  test.each([
    [401, 'RELAY_TOKEN', 'settings', 1],
    [403, 'RELAY_REFUSED', 'settings', 1],
    [502, 'RELAY_REDIRECTED', 'provider', 1],
    [502, 'RELAY_UNREACHABLE', 'busy', MOST_ATTEMPTS],
  ])('that answers %i %s is “%s”', async (status, code, fault, times) => {
    await using server = await startServer((response) => sendJson(response, status, failure(code)))
    expect(await faultOf(relayed(server.url).get('/v1', Answer))).toMatchObject({ fault })
    expect(server.seen).toHaveLength(times)
  })

  test('never shows its token', async () => {
    await using server = await startServer((response) =>
      sendJson(response, 400, failure('x', 'You sent a-token-for-the-relay')),
    )
    const thrown = await faultOf(relayed(server.url).get('/v1', Answer))
    expect(everythingIn(thrown)).not.toContain('a-token')
    const broken = httpFor('https://a.example', { relay: { address: server.url, token: 'secret\nx: y' } })
    expect(everythingIn(await faultOf(broken.get('/v1', Answer)))).not.toContain('secret\n')
  })
})

describe('a job', () => {
  const State = z.object({ status: z.string(), error: z.optional(z.unknown()) })

  test('that failed is an answer, and no fault of the request', async () => {
    const failed = { status: 'failed', error: { message: `No ${KEY}` } }
    await using server = await startServer((response) => sendJson(response, 200, failed))
    const http = httpFor(server.url)
    const state = await http.state('/jobs/1', State)
    expect(state).toEqual(failed)
    expect(http.wordsIn(state)).toBe('No [key]')
  })

  test('is asked about once: whoever polls asks again', async () => {
    await using server = await startServer((response) => sendJson(response, 503, failure('x')))
    const waits: Wait[] = []
    const http = httpFor(server.url, { onWait: (wait) => waits.push(wait) })
    expect(await faultOf(http.state('/jobs/1', State))).toMatchObject({ fault: 'busy' })
    expect(server.seen).toHaveLength(1)
    expect(waits).toEqual([])
  })
})

test('a file is sent as what it is, and removed', async () => {
  await using server = await startServer((response, { method }) =>
    method === 'DELETE' ? response.writeHead(204).end() : sendJson(response, 201, { value: 1 }),
  )
  const http = httpFor(server.url)
  await http.postFile('/files', new Blob(['abc'], { type: 'image/png' }), Answer, { headers: { 'x-more': '1' } })
  await http.remove('/files/1')
  expect(server.seen[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'image/png', 'x-more': '1' } })
  expect(String(server.seen[0]?.body)).toBe('abc')
  expect(server.seen[1]).toMatchObject({ method: 'DELETE', path: '/files/1' })
})

describe('asking again', () => {
  test('a busy provider is asked again with the same form, and the wait is told', async () => {
    await using server = await startServer((response, _seen, index) =>
      index < 2 ? sendJson(response, 503, failure('RATE_LIMITED')) : sendJson(response, 200, { value: 4 }),
    )
    const waits: Wait[] = []
    const before = Date.now()
    expect(await post(server.url, { onWait: (wait) => waits.push(wait) })).toEqual({ value: 4 })
    expect(waits).toMatchObject([
      { attempt: 2, status: 503 },
      { attempt: 3, status: 503 },
    ])
    expect(waits[0]?.until).toBeGreaterThanOrEqual(before)
    for (const seen of server.seen) expect((await seen.form()).get('prompt')).toBe('night')
  })

  test('a provider that stays busy is given up', async () => {
    await using server = await startServer((response) => sendJson(response, 429, failure('RATE_LIMITED', 'Slow down')))
    expect(await faultOf(post(server.url))).toMatchObject({ fault: 'busy', message: 'The provider says: “Slow down”.' })
    expect(server.seen).toHaveLength(MOST_ATTEMPTS)
  })

  test('a 500 is repeated twice and no more', async () => {
    await using server = await startServer((response) => sendJson(response, 500, failure('INTERNAL_ERROR')))
    expect(await faultOf(post(server.url))).toMatchObject({ fault: 'provider' })
    expect(server.seen).toHaveLength(3)
  })

  test.each([400, 401, 402, 403, 404])('a %i is asked once', async (status) => {
    await using server = await startServer((response) => sendJson(response, status, failure('X')))
    await faultOf(post(server.url))
    expect(server.seen).toHaveLength(1)
  })

  test('a connection lost after the body was sent is not sent again', async () => {
    await using server = await startServer((response) => response.destroy())
    const thrown = await faultOf(post(server.url))
    expect(thrown).toMatchObject({ fault: 'offline', message: expect.stringContaining('may have been charged') })
    expect(server.seen).toHaveLength(1)
  })

  test('a file that breaks off is fetched again: it is paid for, and costs nothing to read', async () => {
    await using server = await startServer((response, _seen, index) => {
      response.writeHead(200, { 'content-length': '10' })
      if (index > 0) return void response.end('0123456789')
      response.write('01234')
      setTimeout(() => response.destroy(), 20)
    })
    const told: unknown[] = []
    const http = httpFor(server.url, {
      onWait: (wait) => told.push(wait),
      beforeRepeat: async () => void told.push('asked'),
    })
    const file = await http.download(`${server.url}/a.png`, { limit: 10 })
    expect(await file.text()).toBe('0123456789')
    // Whoever stops or pauses what waits must not stop what is paid.
    expect(told).toEqual([])
  })

  test('Retry-After sets the moment of the next attempt', async () => {
    await using server = await startServer((response) => sendJson(response, 429, failure('X'), { 'retry-after': '30' }))
    const stop = new AbortController()
    const waits: Wait[] = []
    const now = Date.now()
    function onWait(wait: Wait) {
      waits.push(wait)
      stop.abort()
    }
    expect(await faultOf(post(server.url, { signal: stop.signal, onWait }))).toMatchObject({ fault: 'cancelled' })
    expect(waits[0]?.until).toBeGreaterThanOrEqual(now + 30_000)
    expect(waits[0]?.until).toBeLessThan(now + 60_000)
  })
})

describe('stopping', () => {
  test('what was stopped before is not sent', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { value: 1 }))
    expect(await faultOf(post(server.url, { signal: AbortSignal.abort() }))).toMatchObject({ fault: 'cancelled' })
    expect(server.seen).toHaveLength(0)
  })

  test.each([
    ['before the answer', () => undefined],
    ['inside the answer', (response: { write(text: string): unknown }) => response.write('{"value":')],
  ])('a request is stopped %s', async (_name, begin) => {
    const stop = new AbortController()
    await using server = await startServer((response) => {
      begin(response)
      setTimeout(() => stop.abort(), 20)
    })
    expect(await faultOf(post(server.url, { signal: stop.signal }))).toMatchObject({ fault: 'cancelled' })
  })

  test('a file that is stopped is not waited for', async () => {
    const stop = new AbortController()
    await using server = await startServer(() => stop.abort())
    const waits: Wait[] = []
    const http = httpFor(server.url, { signal: stop.signal, onWait: (wait) => waits.push(wait) })
    expect(await faultOf(http.download(`${server.url}/a.png`, { limit: 5 }))).toMatchObject({ fault: 'cancelled' })
    expect(waits).toEqual([])
  })

  test('a wait of a minute is stopped at once', async () => {
    await using server = await startServer((response) => sendJson(response, 503, failure('X')))
    const stop = new AbortController()
    const asked = faultOf(
      post(server.url, { signal: stop.signal, pause: 60_000, onWait: () => setTimeout(() => stop.abort(), 5) }),
    )
    expect(await asked).toMatchObject({ fault: 'cancelled' })
    expect(server.seen).toHaveLength(1)
  })
})

describe('answers that are none', () => {
  test('no server: one sentence names every reason that it may have', async () => {
    const server = await startServer(() => undefined)
    await server.stop()
    const thrown = await faultOf(httpFor(server.url).get('/v1/balance', Answer))
    expect(thrown.fault).toBe('offline')
    for (const reason of ['connection', 'failed', 'plugin']) expect(thrown.message).toContain(reason)
    expect(thrown.message).not.toContain('charged')
    expect(thrown.message).not.toContain('offline')
  })

  test.each([
    ['at all', () => undefined],
    ['to the end', (response: { write(text: string): unknown }) => response.write('{"value":')],
  ])('a provider that does not answer %s is too late', async (_name, begin) => {
    await using server = await startServer((response) => void begin(response))
    const thrown = await faultOf(post(server.url, { timeout: 150 }))
    expect(thrown).toMatchObject({
      fault: 'timeout',
      message: expect.stringMatching(/within 0.15 s\. It may .* charged/),
    })
    await delay(20)
    expect(server.seen).toHaveLength(1)
  })

  test('a page with a 200 is a failure, and is not shown', async () => {
    await using server = await startServer((response) => response.end('<html>Sign in to the hotel</html>'))
    const thrown = await faultOf(post(server.url))
    expect(thrown.fault).toBe('provider')
    expect(everythingIn(thrown)).not.toContain('hotel')
  })

  test('a page with a 502 is a busy provider', async () => {
    await using server = await startServer((response) => response.writeHead(502).end('<html>Bad gateway</html>'))
    expect(await faultOf(post(server.url))).toMatchObject({
      fault: 'busy',
      message: 'The provider does not say why: what came may be a web page.',
    })
  })

  test('a 200 that carries an error is a failure, and is not repeated', async () => {
    await using server = await startServer((response) =>
      sendJson(response, 200, { value: 1, ...failure('RATE_LIMITED', 'Later') }),
    )
    expect(await faultOf(post(server.url))).toMatchObject({ fault: 'busy', message: 'The provider says: “Later”.' })
    expect(server.seen).toHaveLength(1)
  })

  test('a connection that drops inside the answer may have been charged', async () => {
    await using server = await startServer((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"value":')
      setTimeout(() => response.destroy(), 20)
    })
    const message = expect.stringMatching(/broke off before its end\. It may have been charged\.$/)
    expect(await faultOf(post(server.url))).toMatchObject({ fault: 'provider', message })
    expect(server.seen).toHaveLength(1)
  })

  test('an answer that ends too early is recognised without a broken connection', async () => {
    await using server = await startServer((response) => response.end('{"value":'))
    expect((await faultOf(post(server.url))).message).toMatch(/broke off .* charged/)
    const free = httpFor(server.url).postForm('/v1/do', form(), Answer, { free: true })
    expect((await faultOf(free)).message).toMatch(/broke off before its end\.$/)
  })

  test.each(['{}', '{"value":"7"}', '[]', 'null', ''])('“%s” is not the answer that is documented', async (body) => {
    await using server = await startServer((response) => response.end(body))
    expect(await faultOf(post(server.url))).toMatchObject({
      fault: 'provider',
      message: expect.stringContaining('does not understand the answer'),
    })
  })

  test('a file past its limit is given up on the way', async () => {
    await using server = await startServer((response) => {
      const more = () => response.write(new Uint8Array(65_536), () => response.destroyed || setImmediate(more))
      more()
    })
    const thrown = await faultOf(httpFor(server.url).download(`${server.url}/endless`, { limit: 1_000_000 }))
    expect(thrown).toMatchObject({ fault: 'provider', message: expect.stringContaining('1 MB') })
  })
})
