import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestWall, leastWall, type ScheduledJob } from '../../../dev/bench/schedule.ts'
import { jobs24, script24 } from '../../../dev/bench/twenty-four.ts'

const plain = (...durations: number[]): ScheduledJob[] => durations.map((duration) => [{ duration }])

test('equal jobs go in rounds', () => {
  expect(bestWall(plain(...Array(100).fill(1000)), 6)).toBe(17_000)
})

test('a slot that is free takes the next job, in their order', () => {
  expect(bestWall(plain(3, 1, 1, 1), 2)).toBe(3)
  expect(bestWall(plain(1, 1, 1, 3), 2)).toBe(4)
})

test('a job that waits holds no slot', () => {
  const waiting: ScheduledJob = [{ duration: 1, wait: 10 }, { duration: 1 }]
  expect(bestWall([waiting, ...plain(5, 5)], 1)).toBe(12)
})

test('a job that comes back goes before the new ones', () => {
  const again: ScheduledJob = [{ duration: 1, wait: 1 }, { duration: 5 }]
  expect(bestWall([again, ...plain(1, 1, 1)], 1)).toBe(9)
  expect(bestWall([again, ...plain(2, 2, 2, 2)], 2)).toBe(7)
})

test('with nothing else to do the pool waits for the job that waits', () => {
  expect(bestWall([[{ duration: 1, wait: 100 }, { duration: 1 }]], 6)).toBe(102)
})

test('no jobs take no time', () => {
  expect(bestWall([], 6)).toBe(0)
})

test('nothing beats the work spread evenly, nor the longest job', () => {
  expect(leastWall(plain(4, 4, 4), 2)).toBe(6)
  expect(leastWall([[{ duration: 1, wait: 9 }, { duration: 1 }], ...plain(4, 4)], 2)).toBe(11)
})

const jobs = fc.array(
  fc.array(fc.record({ duration: fc.integer({ min: 1, max: 99 }), wait: fc.integer({ min: 0, max: 99 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  { maxLength: 30 },
)

test('whatever the jobs, the schedule is within its bounds, and one slot wastes nothing where nobody waits', () => {
  fc.assert(
    fc.property(jobs, fc.integer({ min: 1, max: 8 }), (some, slots) => {
      const atOnce = some.map((job) => job.map(({ duration }) => ({ duration, wait: 0 })))
      const work = atOnce.flat().reduce((sum, { duration }) => sum + duration, 0)
      expect(bestWall(some, slots)).toBeGreaterThanOrEqual(
        leastWall(
          some.map((job) =>
            job.map((attempt, index) => (index < job.length - 1 ? attempt : { duration: attempt.duration })),
          ),
          slots,
        ),
      )
      expect(bestWall(atOnce, 1)).toBe(work)
    }),
  )
})

test('the 24 edits take 0.6 to 1.8 s, and only one cannot be done', () => {
  const last = jobs24().map((job) => job.at(-1)!.duration)
  const done = last.filter((duration) => duration >= 600)
  expect(done).toHaveLength(23)
  expect(Math.max(...done)).toBeLessThanOrEqual(1800)
})

test('their troubles are two 429, one 503, one job with two 500s and one refusal for good', () => {
  const troubles = jobs24().flatMap((_, index) =>
    [1, 2, 3].flatMap((attempt) => {
      const { trouble } = script24(index + 1, attempt)
      return trouble ? [typeof trouble === 'string' ? trouble : trouble.name] : []
    }),
  )
  expect(troubles.sort()).toEqual(['busy', 'busy', 'internal', 'internal', 'overloaded', 'policy', 'policy', 'policy'])
})

test('the script and the schedule speak of the same times', () => {
  for (const [index, job] of jobs24().entries()) {
    for (const [attempt, { duration }] of job.entries()) {
      expect(script24(index + 1, attempt + 1).latency).toBe(duration)
    }
  }
})
