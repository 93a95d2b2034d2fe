import { expect, test } from 'vitest'
import { createRelay } from '../../../relay/src/app.ts'
import { addressOf } from '../../../relay/src/node/address-of.ts'
import { nodeOptionsOf } from '../../../relay/src/node/options.ts'
import { createRate } from '../../../relay/src/rate.ts'
import { AUTHORIZED, picture, refusal } from '../client.ts'
import { TOKEN } from '../running-relay.ts'

const bare = { store: undefined as never, ask: undefined as never, addressOf: () => '', write: () => {} }

test('without a token there is no relay', () => {
  expect(() => nodeOptionsOf({})).toThrow('RELAY_TOKEN is not set')
  expect(() => nodeOptionsOf({ RELAY_TOKEN: ' , ' })).toThrow('RELAY_TOKEN is not set')
  expect(() => createRelay({ ...bare, tokens: [] })).toThrow('needs an access token')
})

test.each(['fifteen-letters', 'with spaces in it, and long', 'ünïcödé-ünïcödé-ünïcödé'])('%j is no token', (token) => {
  expect(() => createRelay({ ...bare, tokens: [token] })).toThrow('at least 16')
  expect(() => createRelay({ ...bare, tokens: [TOKEN, token] })).toThrow('at least 16')
})

test('the environment says the rest', () => {
  const env = {
    RELAY_TOKEN: `${TOKEN}, other`,
    PORT: '9000',
    RELAY_PUBLIC_URL: 'https://relay.example.com/team',
    RELAY_FILE_MB: '5',
  }
  expect(nodeOptionsOf(env)).toEqual({
    tokens: [TOKEN, 'other'],
    port: 9000,
    host: undefined,
    publicUrl: 'https://relay.example.com/team',
    behindProxy: false,
    folder: 'relay-files',
    limits: { fileBytes: 5_000_000 },
  })
})

test.each([
  { PORT: 'x' },
  { PORT: '99999' },
  { RELAY_FILE_MB: '1000' },
  { RELAY_PUBLIC_URL: 'http://relay.example.com' },
  { RELAY_PUBLIC_URL: 'relay.example.com' },
  { RELAY_PUBLIC_URL: 'https://me:word@relay.example.com' },
  { RELAY_PUBLIC_URL: 'https://relay.example.com/?a=b' },
])('%j is refused before anything starts', (env) => {
  expect(() => nodeOptionsOf({ RELAY_TOKEN: TOKEN, ...env })).toThrow(Object.keys(env)[0])
})

test('no picture is kept before the relay knows its public address', async () => {
  const app = createRelay({ ...bare, tokens: [TOKEN] })
  const response = app.request('/files', { method: 'POST', body: picture(), headers: AUTHORIZED })
  expect(await refusal(response)).toEqual({ status: 501, code: 'RELAY_NO_ADDRESS' })
})

const from = (remoteAddress: string, forwarded: string | undefined, behindProxy: boolean) =>
  addressOf(
    new Request('http://relay/', { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }),
    { incoming: { socket: { remoteAddress } } },
    behindProxy,
  )

test('only a proxy that was named is believed, and only what it wrote itself', () => {
  expect(from('9.9.9.9', '1.1.1.1', false)).toBe('9.9.9.9')
  expect(from('127.0.0.1', '6.6.6.6, 1.1.1.1', true)).toBe('1.1.1.1')
  expect(from('127.0.0.1', undefined, true)).toBe('127.0.0.1')
})

test('the addresses of one IPv6 network count as one', () => {
  expect(from('2a00:1450:1:2::1', undefined, false)).toBe(from('2a00:1450:1:2:ffff::9', undefined, false))
  expect(from('::ffff:9.9.9.9', undefined, false)).not.toBe(from('::ffff:9.9.9.8', undefined, false))
})

test('a rate starts anew each minute, and ever new addresses do not fill the memory', () => {
  let now = 0
  const rate = createRate(2, () => now)
  for (const _ of [1, 2]) rate.take('me')
  expect(() => rate.take('me')).toThrow('60 s')
  now = 60_000
  rate.take('me')
  for (let index = 0; index < 30_000; index += 1) rate.take(`stranger ${index}`)
  expect(rate.size()).toBeLessThanOrEqual(10_000)
})
