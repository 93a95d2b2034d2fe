import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClock, timeLeft } from '../../../src/ui/state/clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (ms: number) => vi.advanceTimersByTime(ms)

test('what has passed is counted without the pauses', () => {
  const clock = createClock()
  clock.begin()
  pass(1000)
  clock.pause()
  pass(5000)
  expect(clock.elapsed(Date.now())).toBe(1000)
  clock.resume()
  pass(500)
  expect(clock.elapsed(Date.now())).toBe(1500)
  clock.end()
  pass(9000)
  expect(clock.elapsed(Date.now())).toBe(1500)
})

test('a run that goes on after its end does not count the time between', () => {
  const clock = createClock()
  clock.begin()
  pass(1000)
  clock.end()
  pass(60_000)
  clock.goOn()
  pass(1000)
  expect(clock.elapsed(Date.now())).toBe(2000)
})

test('what is left takes as long as what has ended, and is not guessed from less than three', () => {
  expect(timeLeft({ elapsed: 10_000, ended: 2, left: 5 })).toBeUndefined()
  expect(timeLeft({ elapsed: 10_000, ended: 5, left: 20 })).toBe(40_000)
  expect(timeLeft({ elapsed: 10_000, ended: 5, left: 0 })).toBeUndefined()
})
