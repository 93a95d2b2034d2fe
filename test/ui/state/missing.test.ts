import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Listed, Provider } from '../../../src/ui/providers/provider.ts'
import type { Journal } from '../../../src/ui/state/journal.ts'
import { createMissing, type Journals } from '../../../src/ui/state/missing.ts'
import { contextWith, fakeProvider } from '../jobs/fakes.ts'

const NOW = 10_000_000
beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => void vi.useRealTimers())

const journal = (part: Partial<Journal> = {}): Journal => ({
  ...{ version: 1, provider: 'fake', since: NOW - 90_000, written: NOW - 60_000, open: 2, arrived: ['here'] },
  ...part,
})
const listed = (...ids: string[]): Listed[] => ids.map((id) => ({ id, cost: { amount: 0.01, unit: 'USD' } }))

interface Given {
  journals?: Record<string, unknown>
  requests?: Provider['requests']
  account?: boolean
}

function stage({ journals = { old: journal() }, requests, account = true }: Given) {
  const kept = { ...journals }
  const removed: string[] = []
  const missing = createMissing({
    read: async (): Promise<Journals> => ({ ...kept }),
    reach(signal) {
      if (!account) throw new AppError('settings', 'Paste your API key first.')
      return { provider: fakeProvider(requests && { requests }), context: contextWith(signal) }
    },
    remove: async (window) => void removed.push(window),
  })
  return { missing, kept, removed }
}

test('what was charged and never arrived is counted, and what arrived is not', async () => {
  const spans: unknown[] = []
  const { missing, removed } = stage({
    requests: async (span) => {
      spans.push(span)
      return [...listed('here', 'lost', 'lost too'), { id: 'refused', cost: undefined }]
    },
  })
  await missing.look()
  expect(missing.found.value).toEqual({ charged: 2, costs: [{ amount: 0.02, unit: 'USD' }] })
  expect(spans).toEqual([{ from: NOW - 120_000, to: NOW + 30_000 }])
  expect(removed).toEqual([])
  missing.dismiss()
  expect(missing.found.value).toBeUndefined()
  expect(removed).toEqual(['old'])
})

test('where everything arrived nothing is said, and the journal goes', async () => {
  const { missing, removed } = stage({ requests: async () => listed('here') })
  await missing.look()
  expect(missing.found.value).toBeUndefined()
  expect(removed).toEqual(['old'])
})

test.each<[string, Given]>([
  ['the provider keeps no list', {}],
  ['the provider does not answer', { requests: () => Promise.reject(new Error('no answer')) }],
  ['there is no account any more', { account: false }],
  ['it was another provider', { journals: { old: journal({ provider: 'other' }) }, requests: async () => [] }],
])('where %s, it is said that edits were open', async (_, given) => {
  const { missing } = stage(given)
  await missing.look()
  expect(missing.found.value).toEqual({ open: 2 })
})

test('a panel that is open in another window gives signs of life, and is left alone', async () => {
  const { missing, kept, removed } = stage({ journals: { alive: journal({ written: NOW - 1000 }) } })
  const looked = missing.look()
  await vi.advanceTimersByTimeAsync(5000)
  kept.alive = journal({ written: NOW + 5000 })
  await vi.advanceTimersByTimeAsync(10_000)
  await looked
  expect(missing.found.value).toBeUndefined()
  expect(removed).toEqual([])
})

test('a panel that was closed a moment ago is told of once it gives no more signs of life', async () => {
  const { missing } = stage({
    journals: { closed: journal({ written: NOW - 1000 }) },
    requests: async () => listed('lost'),
  })
  const looked = missing.look()
  await vi.advanceTimersByTimeAsync(15_000)
  await looked
  expect(missing.found.value).toMatchObject({ charged: 1 })
})

test('without a journal nothing is asked, and an unreadable one is none', async () => {
  const requests = vi.fn(async () => listed('lost'))
  for (const journals of [{}, { odd: 'text' }]) await stage({ journals, requests }).missing.look()
  expect(requests).not.toHaveBeenCalled()
})
