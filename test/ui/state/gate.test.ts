import { expect, test } from 'vitest'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import type { Money } from '../../../src/ui/providers/provider.ts'
import { createGate } from '../../../src/ui/state/gate.ts'
import { imageRow, jobOn, settled } from '../jobs/fakes.ts'

const usd = (amount: number): Money => ({ amount, unit: 'USD' })
const never = new AbortController().signal

interface Given {
  price?: Money
  ceiling?: number
}

/** Requests that come to the gate by name, and those that were let through. */
function stage(given: Given = {}) {
  const gate = createGate({ priceOf: () => given.price, ceiling: () => given.ceiling })
  const jobs = new Map<string, Job>()
  const through: string[] = []
  const jobOf = (name: string) => {
    const job = jobs.get(name) ?? jobOn(imageRow(name))
    jobs.set(name, job)
    return job
  }
  return {
    gate,
    come: (name: string, signal: AbortSignal = never) =>
      gate.mayAsk(jobOf(name), signal).then(() => void through.push(name)),
    end: (name: string, cost?: Money) => gate.ended(jobOf(name), cost),
    async through() {
      await settled()
      return through.join('')
    },
  }
}

test('without a ceiling all go through', async () => {
  const { come, through } = stage({ price: usd(1000) })
  for (const name of 'abc') void come(name)
  expect(await through()).toBe('abc')
})

test('a pause holds what has not been asked for, and resuming lets it go', async () => {
  const { gate, come, through } = stage()
  gate.hold({ why: 'paused' })
  void come('a')
  expect(await through()).toBe('')
  gate.resume()
  expect(await through()).toBe('a')
})

test('the ceiling holds what would exceed it, once nothing is under way that may yet cost nothing', async () => {
  const { gate, come, end, through } = stage({ price: usd(0.01), ceiling: 0.03 })
  for (const name of 'abcd') void come(name)
  expect(await through()).toBe('abc')
  expect(gate.held.value).toBeUndefined()
  end('a', usd(0.01))
  end('b', usd(0.01))
  expect(await through()).toBe('abc')
  end('c', usd(0.01))
  expect(await through()).toBe('abc')
  expect(gate.held.value).toEqual({ why: 'ceiling', ceiling: usd(0.03) })
})

test('a request that was refused leaves its money to another', async () => {
  const { gate, come, end, through } = stage({ price: usd(0.01), ceiling: 0.01 })
  void come('a')
  void come('b')
  expect(await through()).toBe('a')
  end('a')
  expect(await through()).toBe('ab')
  expect(gate.held.value).toBeUndefined()
})

test('going on after the ceiling means without it, for this run alone', async () => {
  const { gate, come, end, through } = stage({ price: usd(1), ceiling: 1 })
  void come('a')
  await through()
  end('a', usd(1))
  void come('b')
  await through()
  expect(gate.held.value?.why).toBe('ceiling')
  gate.resume()
  expect(await through()).toBe('ab')
  void come('c')
  expect(await through()).toBe('abc')
  end('b', usd(1))
  end('c', usd(1))
  gate.begin()
  void come('d')
  void come('e')
  expect(await through()).toBe('abcd')
})

test('where the price is not known, one request goes ahead and tells it', async () => {
  const { gate, come, end, through } = stage({ ceiling: 0.05 })
  for (const name of 'abcd') void come(name)
  expect(await through()).toBe('a')
  end('a', usd(0.02))
  expect(await through()).toBe('ab')
  end('b', usd(0.02))
  await through()
  expect(gate.held.value?.why).toBe('ceiling')
})

test('a request that is made once more is not counted twice', async () => {
  const { come, through } = stage({ price: usd(1), ceiling: 1 })
  await come('a')
  await come('a')
  expect(await through()).toBe('aa')
})

test('sums of cents do not exceed a ceiling by a rounding', async () => {
  const { come, end, through } = stage({ price: usd(0.1), ceiling: 0.3 })
  for (const name of 'abc') {
    await come(name)
    end(name, usd(0.1))
  }
  expect(await through()).toBe('abc')
})

test('who gives up waiting is cancelled', async () => {
  const { gate, come } = stage()
  gate.hold({ why: 'funds' })
  const stop = new AbortController()
  const waiting = come('a', stop.signal)
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ fault: 'cancelled' })
})
