import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { STYLES } from '../../../dev/bench/peers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const [sequential, allOrNothing, pool] = Object.values(STYLES) as [Style, Style, Style]
type Style = (typeof STYLES)[string]

/** What the style makes of four jobs, of which each answers in turn what is given for it, and then 200. */
async function play(style: Style, answers: Record<number, number[]>) {
  const asked: number[] = []
  const done = style(4, async (job) => {
    asked.push(job)
    return answers[job]?.shift() ?? 200
  })
  await vi.runAllTimersAsync()
  return { done: await done, asked }
}

test('one after the other loses what fails', async () => {
  expect(await play(sequential, { 1: [429] })).toEqual({ done: 3, asked: [0, 1, 2, 3] })
})

test('all or nothing leaves the person with nothing of what was paid', async () => {
  expect(await play(allOrNothing, { 2: [503] })).toEqual({ done: 0, asked: [0, 1, 2] })
  expect((await play(allOrNothing, {})).done).toBe(4)
})

test('the pool repeats what fails, but for a 429', async () => {
  expect((await play(pool, { 0: [429], 1: [500, 500] })).done).toBe(3)
  expect((await play(pool, { 0: [400, 400, 400, 400] })).done).toBe(3)
})
