import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { NOT_KEPT } from '../../../src/shared/texts/storage.ts'
import type { ExportChoice } from '../../../src/ui/exports/choice.ts'
import { DEFAULT_CHOICE } from '../../../src/ui/exports/presets.ts'
import { createSettings } from '../../../src/ui/state/settings.ts'
import type { Account, Settings } from '../../../src/ui/state/stored-settings.ts'

afterEach(() => void vi.useRealTimers())

function stage(stored?: unknown) {
  const saved: Settings[] = []
  const settings = createSettings({
    providers: ['first', 'second'],
    save: async (all) => void saved.push(all),
    refusalOf: (address) => (address.includes('evil') ? 'Not there.' : undefined),
  })
  settings.load(stored)
  return { settings, saved }
}

const account = (key: string, address: string, more: Partial<Account> = {}): Account => ({
  ...{ key, address, relay: '', token: '', callback: '', pictures: 'inline' },
  ...more,
})

const STORED: Settings = {
  version: 1,
  provider: 'second',
  accounts: { first: account('k1', ''), second: account('k2', 'https://relay.example/') },
  runs: { parallel: 3, deadline: 10, ceiling: 0.5 },
}

test('what was stored is taken up', () => {
  const { settings, saved } = stage(STORED)
  expect(settings.provider.value).toBe('second')
  expect(settings.account.value).toEqual(account('k2', 'https://relay.example/'))
  expect(saved).toEqual([])
})

test.each([
  undefined,
  null,
  'junk',
  [],
  { version: 2, provider: 'second', accounts: {} },
  { ...STORED, accounts: { first: { key: 5 } } },
])('stored settings of another version or shape count as new: %j', (stored) => {
  const { settings } = stage(stored)
  expect(settings.provider.value).toBe('first')
  expect(settings.account.value).toEqual(account('', ''))
})

test('the key of a provider that this build lacks goes to no other, and is not lost', () => {
  const { settings, saved } = stage({ ...STORED, provider: 'gone', accounts: { gone: account('k', '') } })
  expect(settings.provider.value).toBe('first')
  expect(settings.account.value.key).toBe('')
  settings.changeKey('k1')
  settings.settle()
  expect(saved.at(-1)?.accounts).toEqual({ gone: account('k', ''), first: account('k1', '') })
})

test('each provider has an account of its own', () => {
  const { settings, saved } = stage(STORED)
  settings.chooseProvider('first')
  expect(settings.account.value.key).toBe('k1')
  settings.changeKey('k3')
  settings.settle()
  expect(saved.at(-1)).toEqual({
    version: 1,
    provider: 'first',
    accounts: { first: account('k3', ''), second: STORED.accounts.second },
    runs: STORED.runs,
  })
})

test('what was set for runs is taken up, and kept within bounds', () => {
  const { settings, saved } = stage(STORED)
  expect(settings.runs.value).toEqual({ parallel: 3, deadline: 10, ceiling: 0.5 })
  settings.changeRuns({ parallel: 99, deadline: 1, ceiling: undefined })
  expect(settings.runs.value).toEqual({ parallel: 12, deadline: 5, ceiling: undefined })
  settings.changeRuns({ parallel: Number.NaN, ceiling: -3 })
  expect(settings.runs.value).toMatchObject({ parallel: 1, ceiling: undefined })
  settings.settle()
  expect(saved.at(-1)?.runs).toEqual(settings.runs.value)
})

test.each([undefined, 'junk', { parallel: 'many' }])(
  'settings of before, or odd ones for runs, keep the account: %j',
  (runs) => {
    const { settings } = stage({ ...STORED, runs })
    expect(settings.account.value.key).toBe('k2')
    expect(settings.runs.value).toEqual({ parallel: 6, deadline: 5, ceiling: undefined })
  },
)

test('a key is kept without the spaces that came with it', () => {
  const { settings, saved } = stage()
  settings.changeKey('  lum_1\n')
  settings.settle()
  expect(saved.at(-1)?.accounts.first?.key).toBe('lum_1')
})

test('an address that is refused stays in its box and is not stored', () => {
  const { settings, saved } = stage(STORED)
  settings.changeAddress('address', 'https://evil.example/')
  expect(settings.addressIn('address')).toBe('https://evil.example/')
  expect(settings.refusals.value.address).toBe('Not there.')
  expect(settings.account.value.address).toBe('https://relay.example/')
  expect(saved).toEqual([])
})

test('an address that can be used is stored without its spaces', () => {
  const { settings, saved } = stage()
  settings.changeAddress('address', 'https://evil.example/')
  settings.changeAddress('address', ' https://good.example/ ')
  settings.settle()
  expect(settings.refusals.value.address).toBeUndefined()
  expect(saved.map(({ accounts }) => accounts.first?.address)).toEqual(['https://good.example/'])
})

test('a refused address does not follow to another provider', () => {
  const { settings } = stage(STORED)
  settings.changeAddress('address', 'https://evil.example/')
  settings.chooseProvider('first')
  expect(settings.addressIn('address')).toBe('')
  expect(settings.refusals.value.address).toBeUndefined()
})

test('an address that an older build stored is refused by one that may not reach it', () => {
  const { settings } = stage({ ...STORED, accounts: { second: account('k', 'https://evil.example/') } })
  expect(settings.refusals.value.address).toBe('Not there.')
})

test('a key that is typed is saved once typing pauses, and not letter by letter', () => {
  vi.useFakeTimers()
  const { settings, saved } = stage()
  for (const key of ['l', 'lu', 'lum']) settings.changeKey(key)
  expect(saved).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(saved.map(({ accounts }) => accounts.first?.key)).toEqual(['lum'])
  settings.settle()
  expect(saved).toHaveLength(1)
})

test('a box that is left, as with a panel that is closed, is saved at once', () => {
  const { settings, saved } = stage()
  settings.changeKey('lum')
  expect(settings.typing.value).toBe(true)
  settings.settle()
  expect(saved).toHaveLength(1)
  expect(settings.typing.value).toBe(false)
})

test('what could not be saved is told', async () => {
  const settings = createSettings({
    providers: ['first'],
    save: () => Promise.reject(new AppError('storage', NOT_KEPT)),
    refusalOf: () => undefined,
  })
  settings.changeKey('lum')
  settings.settle()
  await vi.waitUntil(() => settings.unsaved.value)
  expect(settings.unsaved.value?.message).toBe(NOT_KEPT)
})

test('that a change is not kept is said until one is, and does not come and go with each', async () => {
  const saves: { done(): void; fail(): void }[] = []
  const settings = createSettings({
    providers: ['first'],
    refusalOf: () => undefined,
    save: () =>
      new Promise((resolve, reject) => {
        saves.push({ done: resolve, fail: () => reject(new Error('full')) })
      }),
  })
  const change = async (key: string, end: 'done' | 'fail') => {
    settings.changeKey(key)
    settings.settle()
    const before = settings.unsaved.value !== undefined
    saves.at(-1)![end]()
    await new Promise((resolve) => setTimeout(resolve))
    return [before, settings.unsaved.value !== undefined]
  }
  expect(await change('a', 'fail')).toEqual([false, true])
  expect(await change('ab', 'fail')).toEqual([true, true])
  expect(await change('abc', 'done')).toEqual([true, false])
})

test('an account of an earlier version has no relay, and its pictures travel in the request', () => {
  const stored = { ...STORED, accounts: { second: { key: 'k', address: '' } } }
  const { settings } = stage(stored as unknown as Settings)
  expect(settings.account.value).toEqual(account('k', ''))
})

test('how pictures travel is kept with the account, and is no typing', () => {
  const { settings } = stage(STORED)
  settings.changePictures('relay')
  expect([settings.account.value.pictures, settings.typing.value]).toEqual(['relay', false])
  settings.chooseProvider('first')
  expect(settings.account.value.pictures).toBe('inline')
})

test('a relay that cannot be used stays in its box, and says so', () => {
  const { settings } = stage(STORED)
  settings.changeAddress('relay', 'https://evil.example/')
  expect([settings.addressIn('relay'), settings.account.value.relay]).toEqual(['https://evil.example/', ''])
  expect([settings.refusals.value.relay, settings.refusal.value]).toEqual(['Not there.', 'Not there.'])
})

const CHOSEN: ExportChoice = {
  from: 'rules',
  rules: [{ size: { by: 'width', value: 512 }, format: 'WEBP', suffix: '-w', quality: 70 }],
  template: '{page}/{layer}',
  caseStyle: 'kebab',
  ground: '#1e90ff',
  pictures: 'all',
  upscale: 'export',
}

test('what was chosen for exports is kept with the settings, and taken up again', () => {
  const { settings, saved } = stage(STORED)
  expect(settings.exports.value).toEqual(DEFAULT_CHOICE)
  settings.changeExports(CHOSEN)
  settings.settle()
  const again = stage(JSON.parse(JSON.stringify(saved.at(-1))))
  expect(again.settings.exports.value).toEqual(CHOSEN)
  expect(again.settings.account.value.key).toBe('k2')
})

test('of a broken choice for exports each part falls back by itself, and the account stays', () => {
  const [rule] = CHOSEN.rules
  const exports = {
    ...CHOSEN,
    from: 'elsewhere',
    rules: [
      { ...rule, size: { by: 'depth', value: 3 }, quality: 900 },
      { ...rule, size: { by: 'scale', value: -2 }, format: 'BMP', suffix: 7 },
    ],
    caseStyle: 5,
    ground: 'url(x)',
  }
  const { settings } = stage({ ...STORED, exports })
  expect(settings.account.value.key).toBe('k2')
  expect(settings.exports.value).toEqual({
    ...CHOSEN,
    from: DEFAULT_CHOICE.from,
    rules: [
      { ...rule, size: { by: 'scale', value: 1 }, quality: 100 },
      { ...rule, size: { by: 'scale', value: 1 }, format: 'PNG', suffix: '' },
    ],
    caseStyle: 'as-is',
    ground: '#ffffff',
  })
})

test.each([null, 'junk', 5, { rules: 'many' }])('a choice for exports that is none counts as new: %j', (exports) => {
  const { settings } = stage({ ...STORED, exports })
  expect(settings.account.value.key).toBe('k2')
  expect(settings.exports.value).toEqual(DEFAULT_CHOICE)
})
