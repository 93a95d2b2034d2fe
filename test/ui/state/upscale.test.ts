import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import { createLocal } from '../../../src/ui/providers/local.ts'
import type { CanUpscale, Money, Provider, UpscaleRequest } from '../../../src/ui/providers/provider.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { createUpscale } from '../../../src/ui/state/upscale.ts'
import { createUpscalePrices } from '../../../src/ui/state/upscale-prices.ts'
import { createUpscalers } from '../../../src/ui/state/upscalers.ts'
import { CAN, editedTo, fakeProvider, hold, imageRow, lookRow, pictureOf } from '../jobs/fakes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const STEPS: Record<string, CanUpscale> = {
  any: { factor: { usual: 4, least: 1, most: 4 }, outputFormats: [] },
  four: { factor: { usual: 4, only: [4] }, outputFormats: [] },
}
const UPSCALES: Partial<Provider> = {
  upscalers: ['any', 'four'],
  can: (model) => ({ ...CAN, ...(STEPS[model] && { upscale: STEPS[model] }) }),
  upscale: async () => editedTo('larger'),
}
const CENT: Money = { amount: 0.01, unit: 'USD' }

interface Given {
  rows?: LayerRow[]
  provider?: Partial<Provider>
  listed?: string[]
  ask?: (request: UpscaleRequest) => Promise<Money | undefined>
  assertAccount?: () => void
}

function stage({ rows = [imageRow('a')], listed = [], ask = async () => CENT, ...given }: Given = {}) {
  const selection = createSelection()
  selection.follow({ rows })
  const provider = signal(fakeProvider(given.provider ?? UPSCALES))
  const busy = signal(false)
  const held = new Set<string>()
  const started: Job[] = []
  const asked: UpscaleRequest[] = []
  const notice = createNotice()
  const hasAccount = () => given.assertAccount === undefined
  const local = createLocal(async () => pictureOf('larger'))
  const prices = createUpscalePrices((request) => {
    asked.push(request)
    return ask(request)
  })
  const upscale = createUpscale({
    ...{ selection, notice, hasAccount, price: prices.create() },
    upscalers: createUpscalers({ local, hasAccount, provider: () => provider.value, listed: () => listed }),
    assertAccount: given.assertAccount ?? (() => {}),
    run: { busy, holds: (layer) => held.has(layer), start: async (jobs) => void started.push(...jobs) },
  })
  const pause = () => vi.advanceTimersByTimeAsync(1000)
  return { upscale, prices, selection, provider, busy, held, started, asked, notice, pause, row: rows[0]! }
}

test('images are offered to be made larger, by the panel itself where the provider does not; looks are not', () => {
  const { upscale, provider, row } = stage()
  expect(upscale.offer(imageRow('a'))).toBe('offered')
  expect(upscale.offer(lookRow('a'))).toBeUndefined()
  expect(upscale.offer(imageRow('a', { source: { kind: 'skipped', why: 'lost' } } as object))).toBeUndefined()
  provider.value = fakeProvider()
  expect(upscale.offer(row)).toBe('offered')
  upscale.open(row)
  expect(upscale.question.value?.models).toEqual(['local'])
})

test('an image that is large enough says so', () => {
  const { upscale } = stage()
  expect(upscale.offer(imageRow('a', { width: 4096 }))).toBe('limit')
  expect(upscale.offer(imageRow('a', { width: 4000 }))).toBe('gain')
})

test('while its layer is in a run an image is not offered, and afterwards it is, with its result', () => {
  const { upscale, busy, held } = stage()
  held.add('id of a')
  expect(upscale.offer(imageRow('a'))).toBe('offered')
  busy.value = true
  expect(upscale.offer(imageRow('a'))).toBe('running')
  expect(upscale.offer(imageRow('b'))).toBe('offered')
})

test('the question has the models and factors that fit, the new size and the price', async () => {
  const { upscale, row, asked, pause } = stage()
  upscale.open(row)
  expect(upscale.question.value).toMatchObject({
    models: ['any', 'four', 'local'],
    model: 'any',
    price: { at: 'asking' },
  })
  await pause()
  expect(upscale.question.value).toMatchObject({
    chosen: { factor: 4, size: { width: 3200, height: 2400 } },
    price: { at: 'known', sums: [CENT] },
  })
  expect(asked).toMatchObject([{ model: 'any', factor: 4, picture: { width: 800, height: 600 } }])
})

test('another choice is another price, and one that was asked for is known at once', async () => {
  const ask = async ({ factor }: UpscaleRequest) => ({ amount: factor!, unit: 'USD' })
  const { upscale, row, asked, pause } = stage({ ask })
  const price = () => upscale.question.value?.price
  upscale.open(row)
  await pause()
  upscale.chooseStep(1)
  expect(price()).toEqual({ at: 'asking' })
  await pause()
  expect(price()).toEqual({ at: 'known', sums: [{ amount: 2, unit: 'USD' }] })
  upscale.chooseStep(3)
  expect(price()).toEqual({ at: 'known', sums: [{ amount: 4, unit: 'USD' }] })
  expect(asked).toHaveLength(2)
})

test('another model begins with what is usual of it', () => {
  const { upscale, row } = stage()
  upscale.open(row)
  upscale.chooseStep(0)
  upscale.chooseModel('four')
  expect(upscale.question.value).toMatchObject({ model: 'four', chosen: { factor: 4 } })
  expect(upscale.question.value?.offered).toHaveLength(1)
})

test('models that fit no step are left out, and so are those that the account lacks, if its list names any', () => {
  const large = imageRow('a', { width: 1500 })
  const { upscale } = stage({ rows: [large] })
  upscale.open(large)
  expect(upscale.question.value?.models).toEqual(['any', 'local'])
  const listing = stage({ listed: ['four', 'other'] })
  listing.upscale.open(listing.row)
  expect(listing.upscale.question.value?.models).toEqual(['four', 'local'])
  const silent = stage({ listed: ['other'] })
  silent.upscale.open(silent.row)
  expect(silent.upscale.question.value?.models).toEqual(['any', 'four', 'local'])
})

test('a price that is not told, or cannot be asked, is unknown and no obstacle', async () => {
  for (const ask of [async () => undefined, async () => Promise.reject(new AppError('offline', 'No.'))]) {
    const { upscale, row, pause, started } = stage({ ask })
    upscale.open(row)
    await pause()
    expect(upscale.question.value?.price).toEqual({ at: 'unknown' })
    await upscale.start()
    expect(started).toHaveLength(1)
  }
})

test('starting runs the one job, closes the question, and the run knows the price', async () => {
  const { upscale, prices, row, pause, started } = stage()
  upscale.open(row)
  await pause()
  await upscale.start()
  expect(started).toMatchObject([
    { row: { name: 'a' }, model: 'any', enlarging: { factor: 4 }, prompt: '', place: 'layer' },
  ])
  expect(upscale.question.value).toBeUndefined()
  expect(prices.of(started[0]!)).toEqual(CENT)
  await upscale.start()
  expect(started).toHaveLength(1)
})

test('without an account the panel itself is offered first, and asks for no key', async () => {
  const assertAccount = () => {
    throw new AppError('settings', 'Paste your API key first.')
  }
  const { upscale, row, pause, started } = stage({ assertAccount, ask: async () => ({ amount: 0, unit: 'USD' }) })
  upscale.open(row)
  await pause()
  expect(upscale.question.value).toMatchObject({ model: 'local', price: { at: 'known', sums: [{ amount: 0 }] } })
  await upscale.start()
  expect(started).toMatchObject([{ model: 'local', enlarging: { factor: 2 } }])
})

test('without an account nothing is begun, the reason is told, and the question stays', async () => {
  const assertAccount = () => {
    throw new AppError('settings', 'Paste your API key first.')
  }
  const { upscale, row, notice, started } = stage({ assertAccount })
  upscale.open(row)
  upscale.chooseModel('any')
  expect(upscale.question.value?.price).toEqual({ at: 'unknown' })
  await upscale.start()
  expect(notice.shown.value).toMatchObject({ fault: 'settings' })
  expect(upscale.question.value).toBeDefined()
  expect(started).toEqual([])
})

test('the question goes with its row, and with a run; it does not come back by itself', () => {
  const { upscale, row, selection, busy, held } = stage()
  upscale.open(row)
  selection.follow({ rows: [] })
  selection.follow({ rows: [row] })
  expect(upscale.question.value).toBeUndefined()
  upscale.open(row)
  held.add(row.id)
  busy.value = true
  busy.value = false
  expect(upscale.question.value).toBeUndefined()
})

test('another account has other prices', async () => {
  const { upscale, prices, row, asked, pause } = stage()
  upscale.open(row)
  await pause()
  prices.forget()
  await pause()
  expect(asked).toHaveLength(2)
})

test('a price that comes after the account was changed is not shown', async () => {
  const first = hold<Money>()
  let asks = 0
  const { upscale, prices, row, pause } = stage({ ask: () => (asks++ === 0 ? first.promise : Promise.resolve(CENT)) })
  upscale.open(row)
  await pause()
  prices.forget()
  first.resolve({ amount: 9, unit: 'USD' })
  await pause()
  expect(upscale.question.value?.price).toEqual({ at: 'known', sums: [CENT] })
})
