import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { faultIn } from '../../../src/ui/providers/faults.ts'
import { createPatience, MOST_ATTEMPTS } from '../../../src/ui/providers/patience.ts'
import { noAnswer } from '../../../src/ui/providers/silence.ts'

afterEach(() => void vi.useRealTimers())

const patience = (repeatable = false) => createPatience({ pause: 1000, repeatable })

function answered(status: number, { code, retryAfter }: { code?: string; retryAfter?: string } = {}) {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  return faultIn(new Response(null, { status, headers }), { body: { error: { code } }, secrets: [] })
}

test.each([429, 502, 503, 504])('a %i is asked again, a limited number of times', (status) => {
  const waitAfter = patience()
  const waits = Array.from({ length: MOST_ATTEMPTS }, () => waitAfter(answered(status)))
  expect(waits.map((ms) => ms !== undefined)).toEqual([true, true, true, true, true, false])
})

test('the wait doubles, with up to half of it left to chance', () => {
  const waitAfter = patience()
  for (const longest of [1000, 2000, 4000, 8000, 16_000]) {
    const ms = waitAfter(answered(503))
    expect(ms).toBeGreaterThanOrEqual(longest / 2)
    expect(ms).toBeLessThanOrEqual(longest)
  }
})

test('a 500 is repeated at most twice, also between others', () => {
  const waitAfter = patience()
  const statuses = [500, 429, 500, 429, 500]
  expect(statuses.map((status) => waitAfter(answered(status)) !== undefined)).toEqual([true, true, true, true, false])
})

test.each([400, 401, 402, 403, 404, 408, 413, 422, 501, 524])('a %i is never repeated', (status) => {
  expect(patience()(answered(status))).toBeUndefined()
})

test.each([
  [429, 'insufficient_quota'],
  [502, 'CONTENT_POLICY_VIOLATION'],
  [500, 'CONTENT_POLICY_VIOLATION'],
  [503, 'AUTHENTICATION_FAILED'],
])('a %i is not repeated where its code says %s', (status, code) => {
  expect(patience()(answered(status, { code }))).toBeUndefined()
})

test('a lost connection is not asked again where that could pay twice', () => {
  const lost = noAnswer({ url: 'https://api.example/', paid: true }, new TypeError('fetch failed'))
  expect(patience()(lost)).toBeUndefined()
  const waitAfter = patience(true)
  expect([lost, lost, lost].map((failure) => waitAfter(failure) !== undefined)).toEqual([true, true, false])
})

test('what is no fault of an answer is never repeated', () => {
  expect(patience(true)(new Error('ours'))).toBeUndefined()
  expect(patience(true)(new AppError('provider', 'Too large.'))).toBeUndefined()
})

test('Retry-After is honoured in seconds and as a date, up to a minute', () => {
  vi.useFakeTimers({ now: Date.parse('2026-10-10T10:00:00Z') })
  const waitFor = (retryAfter: string) => patience()(answered(429, { retryAfter }))
  expect(waitFor('7')).toBe(7000)
  expect(waitFor('Sat, 10 Oct 2026 10:00:09 GMT')).toBe(9000)
  expect(waitFor('3600')).toBe(60_000)
})

test.each(['soon', '', '0', '-5', 'Sat, 10 Oct 2020 10:00:09 GMT'])(
  'a Retry-After of “%s” leaves the back-off',
  (retryAfter) => {
    expect(patience()(answered(429, { retryAfter }))).toBeGreaterThanOrEqual(500)
    expect(patience()(answered(429, { retryAfter }))).toBeLessThanOrEqual(1000)
  },
)
