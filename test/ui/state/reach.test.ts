import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { Over } from '../../../src/ui/providers/open-job.ts'
import type { Provider } from '../../../src/ui/providers/provider.ts'
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
    expect(refusalOf(address, HOSTS)).toContain(`may not reach ${new URL(address).origin}. `)
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

function stage(part: Partial<Provider> = {}) {
  const provider = { ...fakeProvider(), ...part }
  const settings = createSettings({
    providers: [provider.id],
    save: async () => {},
    refusalOf: (address, name) => refusalOf(address, HOSTS, name),
  })
  return { settings, ...createReach({ settings, providers: [provider], hosts: HOSTS }) }
}

test('without a key nothing is reached, and the sentence says so', () => {
  const { reach, isReady, settings } = stage()
  expect(isReady()).toBe(false)
  expect(() => reach({ signal: new AbortController().signal })).toThrow(
    'There is no key for Fake yet. Paste one first.',
  )
  settings.changeKey('k')
  settings.settle()
  expect(isReady()).toBe(true)
})

test('with an address that is refused nothing is reached, not even the one that was stored', () => {
  const { reach, isReady, settings } = stage()
  settings.changeKey('k')
  settings.changeAddress('address', 'https://other.example')
  expect(isReady()).toBe(false)
  expect(() => reach({ signal: new AbortController().signal })).toThrow('may not reach https://other.example')
})

test('the host that is shown is the one that is asked', () => {
  const { host, settings } = stage()
  expect(host.value).toBe('fake.example')
  settings.changeAddress('address', 'http://localhost:8787')
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

const { signal } = new AbortController()

test('a server of one’s own needs no key where its kind may have none', () => {
  const { reach, isReady, settings } = stage({ keyless: true })
  expect(() => reach({ signal })).toThrow('There is no key for Fake')
  settings.changeAddress('address', 'http://localhost:8787')
  settings.settle()
  expect(isReady()).toBe(true)
  expect(() => reach({ signal })).not.toThrow()
})

test('a relay without its token is not used, and the sentence says so', () => {
  const { reach, isReady, settings } = stage()
  settings.changeKey('k')
  settings.changeAddress('relay', 'https://eu.relay.example/team/')
  settings.settle()
  expect(isReady()).toBe(false)
  expect(() => reach({ signal })).toThrow('Paste the token of your relay in Settings first.')
  settings.changeToken('t')
  expect(() => reach({ signal })).not.toThrow()
})

const picture = { bytes: new Uint8Array([1, 2, 3]), width: 1, height: 1, type: 'image/png' } as const

function byAddress(part: Partial<Provider> = {}) {
  const all = stage({ takes: 'address', ...part })
  all.settings.changeKey('k')
  all.settings.changeAddress('relay', 'https://eu.relay.example/team/')
  all.settings.changeToken('t')
  const uploads: string[] = []
  vi.stubGlobal('fetch', async ({ url }: Request) => {
    uploads.push(url)
    return Response.json({ url: 'https://eu.relay.example/team/files/abc.png' })
  })
  return { ...all, uploads }
}
afterEach(() => void vi.unstubAllGlobals())

const noUrl = new AppError('refused', 'The provider says: “invalid image url”.')

test('pictures travel in the request until a provider refuses them so; then by the relay, and that is remembered', async () => {
  const { reach, settings, uploads } = byAddress()
  const [way, later] = [reach({ signal }), reach({ signal })]
  expect(await way.context.addressOf!(picture, { signal })).toBe('data:image/png;base64,AQID')
  expect(way.otherwise!(new AppError('refused', 'The prompt is not allowed.'))).toBeUndefined()
  expect([settings.account.value.pictures, uploads]).toEqual(['inline', []])
  const other = way.otherwise!(noUrl)!
  expect(await other.context.addressOf!(picture, { signal })).toBe('https://eu.relay.example/team/files/abc.png')
  expect(settings.account.value.pictures).toBe('relay')
  // Requests that were begun before, and wait for their slot, go the new way, too.
  expect(await later.context.addressOf!(picture, { signal })).toContain('/files/')
  expect(way.otherwise!(noUrl)).toBeUndefined()
})

test('an account whose relay is gone sends pictures in the request again, and says what would help', () => {
  const { reach, settings } = byAddress()
  settings.changePictures('relay')
  settings.changeAddress('relay', '')
  const way = reach({ signal })
  expect(way.context.addressOf).toBeUndefined()
  expect(() => way.otherwise!(noUrl)).toThrow('It may not take images that travel in the request')
})

test('a job that was begun and then failed is not begun again unasked', () => {
  const { reach, settings } = byAddress()
  const way = reach({ signal })
  const over = new AppError('refused', 'The provider says: “Could not fetch the image”.', new Over())
  expect(() => way.otherwise!(over)).toThrow('Images now go by your relay: try again.')
  expect(settings.account.value.pictures).toBe('relay')
})

test('what is left on the account is told of the one that is chosen', () => {
  const told: unknown[] = []
  const one = { ...fakeProvider(), id: 'one' }
  const settings = createSettings({ providers: ['one', 'two'], save: async () => {}, refusalOf: () => undefined })
  settings.changeKey('k')
  const { reach } = createReach({
    ...{ settings, providers: [one, { ...one, id: 'two' }], hosts: HOSTS },
    onBalance: (left) => told.push(left),
  })
  const { context } = reach({ signal })
  context.onBalance!({ amount: 5, unit: 'credits' })
  settings.chooseProvider('two')
  context.onBalance!({ amount: 4, unit: 'credits' })
  expect(told).toEqual([{ amount: 5, unit: 'credits' }])
})

test('without a relay there is no other way, and bytes need none', () => {
  const { reach, settings } = stage({ takes: 'address' })
  settings.changeKey('k')
  const refusal = new AppError('refused', 'The provider says: “invalid image url”.')
  expect(() => reach({ signal }).otherwise!(refusal)).toThrow(`${refusal.message} It may not take images`)
  expect(reach({ signal }).otherwise!(new AppError('busy', 'Later.'))).toBeUndefined()
  const form = stage({ takes: 'form' })
  form.settings.changeKey('k')
  form.settings.changeAddress('relay', 'https://eu.relay.example/team/')
  form.settings.changeToken('t')
  expect(form.reach({ signal }).otherwise).toBeUndefined()
})

test('a provider that is asked straight has no use for a relay, nor for its token', () => {
  const { reach, isReady, settings } = stage({ direct: true })
  settings.changeKey('k')
  settings.changeAddress('relay', 'https://eu.relay.example/team/')
  settings.settle()
  expect(isReady()).toBe(true)
  expect(() => reach({ signal })).not.toThrow()
})

test('a callback address is told only where requests go by the relay', () => {
  const { reach, settings } = byAddress({ callsBack: true })
  settings.changeAddress('callback', 'https://hooks.example/done')
  expect(reach({ signal }).context.callback).toBe('https://hooks.example/done')
  settings.changeAddress('relay', '')
  expect(reach({ signal }).context.callback).toBeUndefined()
})

test('a callback address need not be one that the panel may reach, but an address it is', () => {
  expect(refusalOf('https://hooks.example/done', HOSTS, 'callback')).toBeUndefined()
  expect(refusalOf('hooks', HOSTS, 'callback')).toBeDefined()
})

test('the provider of an earlier job is reached with its own account, whichever is chosen now', () => {
  const { reachAgain, settings } = stage()
  expect(reachAgain('fake', { signal })).toBeUndefined()
  settings.changeKey('k')
  expect(reachAgain('fake', { signal })?.provider.id).toBe('fake')
  expect(reachAgain('gone', { signal })).toBeUndefined()
})
