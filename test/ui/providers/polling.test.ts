import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError, toAppError } from '../../../src/shared/errors.ts'
import { Answered } from '../../../src/ui/providers/faults.ts'
import { poll } from '../../../src/ui/providers/polling.ts'
import { mayBeCharged, Unheard } from '../../../src/ui/providers/silence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pace = { first: 1000, least: 2000, most: 5000 }
const answered = (status: number, headers: Record<string, string> = {}) =>
  new AppError(status === 404 ? 'refused' : 'busy', 'No.', new Answered(new Response(null, { status, headers })))
const lost = () => new AppError('offline', 'Nothing came.', new Unheard(false, new TypeError('Failed to fetch')))

/** Polls what answers in turn with these; an error is thrown. Notes when it was asked, in ms from the start. */
function begin(answers: readonly unknown[], { deadline = 600_000, signal = new AbortController().signal } = {}) {
  const start = Date.now()
  const asked: number[] = []
  const ended = poll({
    async ask() {
      const answer = answers[Math.min(asked.push(Date.now() - start), answers.length) - 1]
      if (answer instanceof Error) throw answer
      return answer
    },
    pace,
    signal,
    deadline: start + deadline,
  }).catch(toAppError)
  return { asked, ended }
}

async function toTheEnd({ asked, ended }: ReturnType<typeof begin>) {
  await vi.runAllTimersAsync()
  return { asked, outcome: await ended }
}

test('the pauses grow from the least to the most', async () => {
  const { asked, outcome } = await toTheEnd(begin([...Array(8).fill(undefined), 'done']))
  expect(outcome).toBe('done')
  expect(asked.slice(0, 4)).toEqual([1000, 3000, 5500, 8625])
  expect(asked[8]! - asked[7]!).toBe(5000)
})

describe('a bad moment is waited out', () => {
  test.each([
    ['429', answered(429)],
    ['500', answered(500)],
    ['503', answered(503)],
    ['a lost answer', lost()],
    ['a late answer', new AppError('timeout', 'Late.', new Unheard(false))],
    ['an answer that broke off', new AppError('provider', 'Broke off.', new Unheard(false))],
    ['a job that is not known everywhere yet', answered(404)],
  ])('%s', async (_name, error) => {
    expect((await toTheEnd(begin([error, undefined, 'done']))).outcome).toBe('done')
  })

  test('as long as the provider asks', async () => {
    const { asked } = await toTheEnd(begin([answered(429, { 'retry-after': '30' }), 'done']))
    expect(asked).toEqual([1000, 31_000])
  })

  test('but not for ever, and what is said leaves the job open', async () => {
    const { asked, outcome } = await toTheEnd(begin([lost()]))
    expect(asked).toHaveLength(11)
    expect(outcome).toMatchObject({ fault: 'offline', message: expect.stringContaining('goes on without Refill') })
    expect(mayBeCharged(outcome)).toBe(true)
  })

  test('and each good answer begins the count anew', async () => {
    const bad = Array(8).fill(lost())
    expect((await toTheEnd(begin([...bad, undefined, ...bad, 'done']))).outcome).toBe('done')
  })
})

test.each([
  ['a refused key', new AppError('denied', 'No.', new Answered(new Response(null, { status: 401 })))],
  ['a redirect', new AppError('provider', 'Elsewhere.')],
  ['a fault of ours', new AppError('bug', 'Ours.')],
])('%s ends it at once', async (_name, error) => {
  const { asked, outcome } = await toTheEnd(begin([error]))
  expect(outcome).toBe(error)
  expect(asked).toHaveLength(1)
})

test('a job that was known and no longer is, is lost at once', async () => {
  const { asked } = await toTheEnd(begin([undefined, answered(404)]))
  expect(asked).toHaveLength(2)
})

test('when its time is over it is asked a last time, and may be charged', async () => {
  const { asked, outcome } = await toTheEnd(begin([undefined], { deadline: 6000 }))
  expect(asked).toEqual([1000, 3000, 5500, 6000])
  expect(outcome).toMatchObject({ fault: 'timeout' })
  expect(mayBeCharged(outcome)).toBe(true)
})

describe('stopping', () => {
  test.each([
    ['before the first time', 0],
    ['between two times', 2500],
  ])('%s is heard at once', async (_name, after) => {
    const stop = new AbortController()
    const { asked, ended } = begin([undefined], { signal: stop.signal })
    await vi.advanceTimersByTimeAsync(after)
    const before = asked.length
    stop.abort()
    expect(await ended).toMatchObject({ fault: 'cancelled' })
    expect(asked).toHaveLength(before)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('wins over whatever the answer was', async () => {
    const stop = new AbortController()
    const ended = poll({
      ask: async () => {
        stop.abort()
        throw lost()
      },
      pace,
      signal: stop.signal,
      deadline: Date.now() + 60_000,
    }).catch(toAppError)
    await vi.runAllTimersAsync()
    expect(await ended).toMatchObject({ fault: 'cancelled' })
  })
})
