import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seldom } from '../../../dev/host/seldom.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** Work that takes `ms`. */
function working(ms: number) {
  const work = vi.fn(() => void vi.advanceTimersByTime(ms))
  return { work, call: seldom(work) }
}

test('the first call works at once', () => {
  const { work, call } = working(0)
  call()
  expect(work).toHaveBeenCalledTimes(1)
})

test('calls that follow work that took long become one, after a pause that leaves the thread to others', () => {
  const { work, call } = working(4)
  call()
  for (let count = 0; count < 50; count++) call()
  vi.advanceTimersByTime(59)
  expect(work).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(10_000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('after the pause a call works at once again', () => {
  const { work, call } = working(4)
  call()
  vi.advanceTimersByTime(60)
  call()
  expect(work).toHaveBeenCalledTimes(2)
})
