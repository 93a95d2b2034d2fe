import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Remembered } from '../../../src/ui/jobs/remembered.ts'
import { aimAt, oneMachine, rememberedOn } from './one-machine.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

const job = rememberedOn([aimAt('Hero')])

test('a window that holds jobs gives signs of life, and none when it has no more', async () => {
  const { open, windows, jobs } = oneMachine()
  const { store } = open('a')
  await store.keep('job', job)
  expect(jobs.get('job')).toMatchObject({ owner: 'a' })
  expect(windows.get('a')).toBe(1_000_000)
  await pass(20_000)
  expect(windows.get('a')).toBeGreaterThan(1_010_000)
  await store.forget('job')
  await pass(6_000)
  expect([...windows, ...jobs]).toEqual([])
})

test('others’ jobs are told of, those of a living window as held; the marks of closed ones go', async () => {
  const { open, windows, jobs } = oneMachine()
  await open('alive').store.keep('one', job)
  jobs.set('two', job).set('odd', 'text')
  windows.set('closed', 900_000)
  const { store } = open('b')
  await store.keep('own', job)
  expect((await store.others()).map(({ id, isHeld }) => [id, isHeld])).toEqual([
    ['one', true],
    ['two', false],
  ])
  expect([...windows.keys()]).toEqual(['alive', 'b'])
})

test('of two windows that claim at the same moment one gets the job', async () => {
  const { open, jobs } = oneMachine()
  jobs.set('job', job)
  // Both read before either writes, which the sandbox cannot prevent.
  const late = {
    claimJob: ({ id, window, from }: { id: string; window: string; from: string }) =>
      from === window ? (jobs.get(id) as Remembered).owner === window : !!jobs.set(id, { ...job, owner: window }),
  }
  const [one, other] = [open('a', {}, late), open('b', {}, late)]
  const claims = Promise.all([one, other].map(({ store }) => store.claim('job', 'closed')))
  await pass(2_000)
  expect((await claims).filter(Boolean)).toHaveLength(1)
})

test('what cannot be kept is not this window’s', async () => {
  const { open, machine, windows } = oneMachine()
  machine.isFull = true
  const { store } = open('a', {}, { claimJob: () => Promise.reject(new AppError('bug', 'It is full.')) })
  await expect(store.keep('job', job)).rejects.toMatchObject({ fault: 'storage' })
  await expect(store.claim('job', 'closed')).rejects.toMatchObject({ fault: 'bug' })
  await pass(6_000)
  expect([...windows]).toEqual([])
})
