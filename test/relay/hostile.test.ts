import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { RelayError } from '../../relay/src/errors.ts'
import { targetOf } from '../../relay/src/target.ts'
import { UPSTREAMS } from '../../relay/src/upstreams.ts'
import { EDIT, sendRaw } from './client.ts'
import { HOSTS, type Provider, startProvider } from './provider.ts'
import { ON_WORKERS, type RunningRelay, startRelay, TOKEN } from './running-relay.ts'

let provider: Provider
/** On this machine, and nobody's business. */
let secret: Provider
let relay: RunningRelay
beforeAll(async () => {
  provider = await startProvider()
  secret = await startProvider()
  relay = await startRelay({
    origins: provider.origins,
    limits: { perAddress: 1e6, perToken: 1e6, perStranger: 1e6, requestBytes: 100_000 },
  })
})
afterAll(async () => {
  await relay.stop()
  await provider.stop()
  await secret.stop()
})
beforeEach(() => {
  provider.requests.length = 0
})

/** One to six plain segments: none empty or of dots alone, none with a slash or a percent sign packed inside. */
const isPlain = (path: string) =>
  /^(\/[\w.~%!()*'-]+){1,6}(\?[\w=&%.+:-]*)?$/.test(path) && !/\/\.+([/?]|$)|%2e|%2f|%5c|%25|%0/i.test(path)

/** What can be reached of the hosts that get a key. */
const KEYED = [
  /^\/openai\/v1\/(images\/edits|models(\/.+)?)$/,
  /^\/v1\/(balance|requests(\/[^/]+)?|models\/.+)$/,
  /^\/api\/v1\/(models(\/[^/]+(\/(schema|run))?)?|jobs(\/[^/]+)?)$/,
  /^\/p-image(-upscale)?\/v1\/p-image-(edit|upscale)\/generate$/,
  /^\/v2\/requests\/status\/[^/]+$/,
]

const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '%5c',
    '\\',
    '%252e',
    '%00',
    '%0d%0a',
    '?',
    '#',
    '@',
    ':',
    ';',
    '%',
    '%zz',
  ),
  fc.constantFrom(...HOSTS, 'localhost', '127.1', '[::1]', '2130706433', '0x7f.1', '169.254.169.254', 'example.com'),
  fc.constantFrom(
    'pass',
    'files',
    'v1',
    'balance',
    'openai',
    'models',
    'http://localhost',
    'https:',
    'file:///etc/passwd',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('a.png', 'b', '/c', '%20', '~'),
)
const hostilePath = fc
  .tuple(
    fc.constantFrom('/', '/pass/', '/pass/api.lumenfall.ai/', '/pass/media.lumenfall.ai/', '//'),
    fc.array(piece, { maxLength: 5 }),
  )
  .map(([start, pieces]) => start + pieces.join(''))

test('no address whatever leads anywhere but to the list', () => {
  const url = fc.oneof(
    hostilePath.map((path) => `http://relay.example${path}`),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  )
  fc.assert(
    fc.property(url, fc.constantFrom('GET', 'POST', 'PUT'), (url, method) => {
      if (!URL.canParse(url)) return
      try {
        const target = targetOf({ method, url }, UPSTREAMS)
        const { origin, pathname, href } = new URL(target.url)
        expect(origin).toBe(target.upstream.origin)
        expect(href).toBe(target.url)
        expect(pathname).toSatisfy(isPlain)
        if (target.upstream.key) expect(KEYED.some((route) => route.test(pathname))).toBe(true)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(RelayError)
      }
    }),
    { numRuns: 3000 },
  )
})

const head = (line: string, headers: string[]) => [line, ...headers, 'connection: close', '', ''].join('\r\n')

test('a path sent as no browser would send it reaches nothing else, and breaks nothing', async () => {
  let reached = 0
  await fc.assert(
    fc.asyncProperty(
      hostilePath,
      fc.constantFrom('GET', 'POST', 'DELETE', 'CONNECT', 'TRACE'),
      async (path, method) => {
        const line = `${method} ${path} HTTP/1.1`
        await sendRaw(relay.url, head(line, ['host: relay', `x-refill-relay: ${TOKEN}`, 'content-length: 0']))
        for (const seen of provider.requests) expect(seen.path).toSatisfy(isPlain)
        reached += provider.requests.length
        provider.requests.length = 0
      },
    ),
    { numRuns: ON_WORKERS ? 50 : 200, examples: [['/pass/media.lumenfall.ai/a.png', 'GET']] },
  )
  expect(reached, 'harmless ones among them').toBeGreaterThan(0)
  expect((await fetch(`${relay.url}/healthz`)).status).toBe(200)
})

const OWN_HOSTS = [
  'localhost',
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '0.0.0.0',
  '127.0.0.1.nip.io',
  'localhost.',
  '127。0。0。1',
  '①②⑦.0.0.1',
  'api.lumenfall.ai@127.0.0.1',
  '127.0.0.1#api.lumenfall.ai',
]

test.each(OWN_HOSTS)('a request for %s does not reach this machine', async (host) => {
  const { port } = new URL(secret.url)
  for (const target of [
    `/pass/${host}:${port}/secret`,
    `/pass/${host}%3A${port}/secret`,
    `/pass/http://${host}:${port}/secret`,
    `/pass//${host}:${port}/secret`,
    `/pass/media.lumenfall.ai/http://${host}:${port}/secret`,
    `/pass/media.lumenfall.ai//${host}:${port}/secret`,
    `/pass/media.lumenfall.ai@${host}:${port}/secret`,
    `http://${host}:${port}/pass/${host}:${port}/secret`,
    `http://${host}:${port}/secret`,
  ]) {
    const headers = [`host: ${host}:${port}`, `x-refill-relay: ${TOKEN}`, `x-forwarded-host: ${host}:${port}`]
    const answer = await sendRaw(relay.url, head(`GET ${target} HTTP/1.1`, headers))
    expect(answer).not.toMatch(/^HTTP\/1.1 2/)
  }
  expect(secret.requests).toEqual([])
  for (const seen of provider.requests) expect(seen.path).toSatisfy(isPlain)
})

const PASSED_ON =
  /^(accept|accept-encoding|authorization|cf-.*|connection|content-length|content-type|host|transfer-encoding|user-agent)$/

test('whatever headers come, only the known ones go on', async () => {
  const name = fc.oneof(
    fc.constantFrom(
      'cookie',
      'origin',
      'referer',
      'x-forwarded-for',
      'forwarded',
      'via',
      'te',
      'trailer',
      'upgrade',
      'expect',
    ),
    fc.constantFrom(
      'proxy-authorization',
      'keep-alive',
      'x-webhook-url',
      'x-refill-relay',
      'x-real-ip',
      'range',
      'host',
    ),
    fc.stringMatching(/^[a-z!#$%&'*+.^_`|~-]{1,12}$/),
  )
  const value = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('\r\nx-injected: yes', '\nx-injected: yes', '\r', '\0', '🌧', 'a'.repeat(5000)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 6 }), async (pairs) => {
      const lines = pairs.map(([name, value]) => `${name}: ${value}`)
      const headers = ['host: relay', `x-refill-relay: ${TOKEN}`, 'authorization: Bearer key', ...lines]
      await sendRaw(relay.url, head('GET /pass/api.lumenfall.ai/v1/balance HTTP/1.1', headers))
      for (const seen of provider.requests) {
        for (const name of Object.keys(seen.headers)) expect(name).toMatch(PASSED_ON)
      }
      provider.requests.length = 0
    }),
    { numRuns: ON_WORKERS ? 40 : 100 },
  )
  expect((await fetch(`${relay.url}/healthz`)).status).toBe(200)
})

test('a body reaches the provider as long as it was announced, or not at all', async () => {
  const announced = fc.oneof(
    fc.nat({ max: 300 }).map(String),
    fc.constantFrom('-1', '+5', '1e3', '0x10', '5, 6', '5,5', '99999999999999999999', 'NaN', '', '100001'),
  )
  await fc.assert(
    fc.asyncProperty(announced, fc.nat({ max: 300 }), fc.boolean(), async (length, sent, chunkedToo) => {
      const headers = ['host: relay', `x-refill-relay: ${TOKEN}`, `content-length: ${length}`]
      if (chunkedToo) headers.push('transfer-encoding: chunked')
      const text = `${head(`POST ${EDIT} HTTP/1.1`, headers)}${'x'.repeat(sent)}`
      await sendRaw(relay.url, text, { close: sent < Number(length) })
      for (const { path, body } of provider.requests) {
        expect(path).toBe('/openai/v1/images/edits')
        expect(body.length).toBe(Number(length))
      }
      expect(provider.requests.length).toBeLessThanOrEqual(1)
      provider.requests.length = 0
    }),
    { numRuns: ON_WORKERS ? 40 : 100 },
  )
  expect((await fetch(`${relay.url}/healthz`)).status).toBe(200)
})

test('a second request hidden behind the first one’s body needs a token of its own', async () => {
  const inner = `GET /pass/api.lumenfall.ai/v1/balance HTTP/1.1\r\nhost: relay\r\n\r\n`
  const headers = ['host: relay', `x-refill-relay: ${TOKEN}`, 'content-length: 2']
  const text = [`POST ${EDIT} HTTP/1.1`, ...headers, '', `{}${inner}`].join('\r\n')
  await sendRaw(relay.url, text)
  expect(provider.requests.map(({ path }) => path)).toEqual(['/openai/v1/images/edits'])
})
