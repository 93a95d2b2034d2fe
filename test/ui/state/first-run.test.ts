import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Checked, Provider } from '../../../src/ui/providers/provider.ts'
import { createAccount } from '../../../src/ui/state/account.ts'
import { createFirstRun } from '../../../src/ui/state/first-run.ts'
import { createSettings } from '../../../src/ui/state/settings.ts'
import { fakeProvider } from '../jobs/fakes.ts'

const account = (part = {}) => ({ key: '', address: '', relay: '', token: '', callback: '', ...part })

function stage(check: () => Promise<Checked> = async () => ({})) {
  const providers: Provider[] = [
    fakeProvider({ check }),
    fakeProvider({ id: 'own', label: 'Own', keyless: true, check }),
  ]
  const settings = createSettings({
    providers: providers.map(({ id }) => id),
    save: async () => {},
    refusalOf: () => undefined,
  })
  const said: string[] = []
  const firstRun = createFirstRun({
    ...{ settings, providers, say: (message: string) => said.push(message), model: () => 'paint' },
    account: createAccount({ reach: () => ({ provider: providers[0]!, context: {} as never }) }),
  })
  const load = (accounts: Record<string, unknown>) => settings.load({ version: 1, provider: 'fake', accounts })
  return { firstRun, settings, said, load }
}

test('nothing is shown of it before the stored settings are there', () => {
  const { firstRun, settings } = stage()
  expect(firstRun.isShown.value).toBe(false)
  settings.load(undefined)
  expect(firstRun.isShown.value).toBe(true)
})

test.each([
  ['no key', { fake: account() }, true],
  ['a key of a provider that is not chosen', { own: account({ key: 'k' }) }, false],
  ['a server of one’s own that may need none', { own: account({ address: 'http://localhost:1234' }) }, false],
  ['an address alone where a key is needed', { fake: account({ address: 'https://a.example' }) }, true],
  ['a key of a provider that this build lacks', { gone: account({ key: 'k' }) }, true],
])('with %s', (_, accounts, shown) => {
  const { firstRun, load } = stage()
  load(accounts)
  expect(firstRun.isShown.value).toBe(shown)
})

test('a key that is being typed does not end it, and Check does, with its answer', async () => {
  const { firstRun, settings, said, load } = stage(async () => ({ price: { amount: 0.01, unit: 'USD' } }))
  load({})
  firstRun.begin()
  settings.changeKey('k')
  settings.settle()
  expect(firstRun.isShown.value).toBe(true)
  expect(await firstRun.check()).toBe(true)
  expect(firstRun.isShown.value).toBe(false)
  expect(said).toEqual(['Refill is ready. It works. One edit costs $0.01.'])
})

test('a key that does not work leaves it there, and leaving it keeps the key', async () => {
  const { firstRun, settings, said, load } = stage(() => Promise.reject(new AppError('denied', 'No.')))
  load({})
  firstRun.begin()
  settings.changeKey('k')
  expect(await firstRun.check()).toBe(false)
  expect([firstRun.isShown.value, said]).toEqual([true, []])
  firstRun.end()
  expect([firstRun.isShown.value, settings.account.value.key]).toEqual([false, 'k'])
})

test('an account that is known is taken whole', async () => {
  const { firstRun, settings, load } = stage()
  load({ own: account({ key: 'old', relay: 'https://relay.example' }) })
  expect(await firstRun.checkWith('own', { key: 'k', address: 'http://localhost:8787' })).toBe(true)
  expect(settings.provider.value).toBe('own')
  expect(settings.account.value).toMatchObject({ key: 'k', address: 'http://localhost:8787', relay: '' })
})
