import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDepartures } from '../../../src/ui/jobs/departures.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Notes when `over` settles. */
function stage() {
  const line = { isFree: false }
  const departures = createDepartures(line)
  let isOver = false
  const begin = () => void departures.over().then(() => (isOver = true))
  async function isOverAfter(ms: number) {
    await vi.advanceTimersByTimeAsync(ms)
    return isOver
  }
  return { line, departures, begin, isOverAfter }
}

test('what can wait waits while a request leaves, and no longer', async () => {
  const { departures, begin, isOverAfter } = stage()
  departures.leaves()
  begin()
  expect(await isOverAfter(50)).toBe(false)
  expect(await isOverAfter(100)).toBe(true)
})

test('it waits for a request that gets its slot in the same moment', async () => {
  const { departures, begin, isOverAfter } = stage()
  begin()
  await Promise.resolve()
  departures.leaves()
  expect(await isOverAfter(50)).toBe(false)
  expect(await isOverAfter(100)).toBe(true)
})

test('one that leaves meanwhile is waited for as well', async () => {
  const { departures, begin, isOverAfter } = stage()
  departures.leaves()
  begin()
  await vi.advanceTimersByTimeAsync(80)
  departures.leaves()
  expect(await isOverAfter(80)).toBe(false)
  expect(await isOverAfter(40)).toBe(true)
})

test('where one leaves after the other, it does not wait for all of them', async () => {
  const { departures, begin, isOverAfter } = stage()
  departures.leaves()
  begin()
  for (let time = 0; time < 4; time++) {
    expect(await isOverAfter(50)).toBe(false)
    departures.leaves()
  }
  expect(await isOverAfter(80)).toBe(true)
})

test('nothing waits where none leaves, or where a slot is free for the next', async () => {
  const still = stage()
  still.begin()
  expect(await still.isOverAfter(1)).toBe(true)

  const { line, departures, begin, isOverAfter } = stage()
  departures.leaves()
  begin()
  expect(await isOverAfter(20)).toBe(false)
  line.isFree = true
  expect(await isOverAfter(10)).toBe(true)
})
