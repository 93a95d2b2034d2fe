import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJournal, type Journal, journalIn } from '../../../src/ui/state/journal.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function stage() {
  const saved: (Journal | undefined)[] = []
  const journal = createJournal({ save: async (written) => void saved.push(written) })
  return { saved, journal, last: () => saved.at(-1) }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const [a, b] = [{}, {}]

test('the first request is written down at once, and later ones soon after', async () => {
  const { journal, last, saved } = stage()
  journal.sent(a, 'lumenfall')
  expect(last()).toEqual({
    version: 1,
    provider: 'lumenfall',
    since: 1_000_000,
    written: 1_000_000,
    open: 1,
    arrived: [],
  })
  journal.sent(b, 'lumenfall')
  expect(saved).toHaveLength(1)
  await pass(300)
  expect(last()).toMatchObject({ open: 2 })
})

test('what was answered is named as long as an older request is open', async () => {
  const { journal, last } = stage()
  journal.sent(a, 'lumenfall')
  await pass(1000)
  journal.sent(b, 'lumenfall')
  journal.ended(b, 'request b')
  await pass(300)
  expect(last()).toMatchObject({ since: 1_000_000, open: 1, arrived: ['request b'] })
})

test('what was answered shortly before the oldest open request is named, too, and not for ever', async () => {
  const { journal, last } = stage()
  journal.sent(a, 'lumenfall')
  journal.ended(a, 'request a')
  await pass(10_000)
  journal.sent(b, 'lumenfall')
  expect(last()).toMatchObject({ open: 1, arrived: ['request a'] })
  journal.ended(b, 'request b')
  await pass(60_000)
  journal.sent(a, 'lumenfall')
  journal.ended(a, 'request c')
  journal.sent(b, 'lumenfall')
  expect(last()).toMatchObject({ open: 1, arrived: ['request c'] })
})

test('once nothing is open the journal goes', async () => {
  const { journal, last } = stage()
  journal.sent(a, 'lumenfall')
  journal.ended(a, 'request a')
  await pass(300)
  expect(last()).toBeUndefined()
})

test('while something is open it gives a sign of life, and afterwards is silent', async () => {
  const { journal, saved, last } = stage()
  journal.sent(a, 'lumenfall')
  await pass(16_000)
  expect(last()?.written).toBe(1_015_000)
  journal.ended(a, undefined)
  await pass(100)
  const { length } = saved
  await pass(60_000)
  expect(saved).toHaveLength(length)
})

test('what is stored and reads badly is no journal', () => {
  const journal: Journal = { version: 1, provider: 'x', since: 1, written: 2, open: 1, arrived: ['a'] }
  expect(journalIn(journal)).toEqual(journal)
  for (const odd of [undefined, null, 'text', { ...journal, version: 2 }, { ...journal, arrived: [1] }]) {
    expect(journalIn(odd)).toBeUndefined()
  }
})

test('requests that follow one another at once leave one sign of life, however many they were', async () => {
  const { journal, saved } = stage()
  for (let count = 0; count < 20; count++) {
    journal.sent(a, 'lumenfall')
    await pass(1000)
    journal.ended(a, `request ${count}`)
  }
  journal.sent(a, 'lumenfall')
  saved.length = 0
  await pass(30_000)
  expect(saved).toHaveLength(6)
})
