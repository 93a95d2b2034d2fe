import { expect, test } from 'vitest'
import { createReach, refusalOf } from '../../../src/ui/state/reach.ts'
import { createSettings } from '../../../src/ui/state/settings.ts'
import { fakeProvider } from '../jobs/fakes.ts'

const HOSTS = ['https://api.example.com/', 'https://*.relay.example/team/', 'http://localhost:8787']

test.each(['', '  ', 'https://api.example.com', 'https://eu.relay.example/team', ' http://localhost:8787/v1 '])(
  'this address may be used: “%s”',
  (address) => {
    expect(refusalOf(address, HOSTS)).toBeUndefined()
  },
)

test.each([
  'api.example.com',
  'ftp://api.example.com',
  'https://',
  'https://me:key@api.example.com',
  'https://api.example.com/?key=1',
])('“%s” is not an address, and says how to write one', (address) => {
  expect(refusalOf(address, HOSTS)).toMatch(/write it as https:\/\/host\.$/)
})

test.each(['https://other.example', 'https://eu.relay.example/other', 'http://localhost:9000'])(
  '%s is not of this build, and says how to build one',
  (address) => {
    expect(refusalOf(address, HOSTS)).toContain(`npm run build -- --allow ${new URL(address).origin}/`)
  },
)

test.each(['http://api.example.com', 'http://localhost.example.com', 'http://10.0.0.1:8787'])(
  'over http the key would be readable on the way: %s is refused',
  (address) => {
    expect(refusalOf(address, ['*'])).toBe(
      'Over http anyone on the way could read the key: write the address with https://.',
    )
  },
)

test.each(['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1'])(
  'this machine may be reached: %s',
  (address) => {
    expect(refusalOf(address, ['*'])).toBeUndefined()
  },
)

function stage() {
  const provider = fakeProvider()
  const settings = createSettings({
    providers: [provider.id],
    save: async () => {},
    refusalOf: (address) => refusalOf(address, HOSTS),
  })
  return { settings, ...createReach({ settings, providers: [provider], hosts: HOSTS }) }
}

test('without a key nothing is reached, and the sentence says so', () => {
  const { reach, isReady, settings } = stage()
  expect(isReady()).toBe(false)
  expect(() => reach({ signal: new AbortController().signal })).toThrow('Paste your API key in Settings first.')
  settings.changeKey('k')
  settings.settle()
  expect(isReady()).toBe(true)
})

test('with an address that is refused nothing is reached, not even the one that was stored', () => {
  const { reach, isReady, settings } = stage()
  settings.changeKey('k')
  settings.changeAddress('https://other.example')
  expect(isReady()).toBe(false)
  expect(() => reach({ signal: new AbortController().signal })).toThrow('may not reach https://other.example')
})

test('the host that is shown is the one that is asked', () => {
  const { host, settings } = stage()
  expect(host.value).toBe('fake.example')
  settings.changeAddress('http://localhost:8787')
  expect(host.value).toBe('localhost:8787')
})

test('half a key is not used unasked, and is used by what asks for it', () => {
  const { reach, isReady, settings } = stage()
  settings.changeKey('half')
  expect(isReady()).toBe(false)
  expect(() => reach({ signal: new AbortController().signal })).not.toThrow()
  settings.settle()
  expect(isReady()).toBe(true)
  settings.changeKey('half and more')
  expect(isReady()).toBe(false)
})
