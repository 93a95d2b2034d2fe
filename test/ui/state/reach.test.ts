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

test.each([
  'https://other.example',
  'http://api.example.com',
  'https://eu.relay.example/other',
  'http://localhost:9000',
])('%s is not of this build, and says how to build one', (address) => {
  expect(refusalOf(address, HOSTS)).toContain(`npm run build -- --allow ${new URL(address).origin}/`)
})

function stage() {
  const provider = fakeProvider()
  const settings = createSettings({
    providers: [provider.id],
    save: async () => {},
    refusalOf: (address) => refusalOf(address, HOSTS),
  })
  return { settings, ...createReach(settings, [provider], HOSTS) }
}

test('without a key nothing is reached, and the sentence says so', () => {
  const { reach, isReady, settings } = stage()
  expect(isReady()).toBe(false)
  expect(() => reach({ signal: new AbortController().signal })).toThrow('Paste your API key in Settings first.')
  settings.changeKey('k')
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
