import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EditRequest, Money } from '../../../src/ui/providers/provider.ts'
import { shapeKeyOf } from '../../../src/ui/providers/shape-key.ts'
import { createPrice } from '../../../src/ui/state/price.ts'
import { hold, imageRow, jobOn, pictureOf } from '../jobs/fakes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const WIDE = { width: 1365, height: 768 }
let requests = 0
const jobIn = (size: { width: number; height: number } | 'auto', prompt = 'night') =>
  jobOn(imageRow('a'), { size, prompt, share: `request ${++requests}` })
const CENT: Money = { amount: 0.01, unit: 'USD' }

function stage(answer: (request: EditRequest, signal: AbortSignal) => Promise<Money | undefined> = async () => CENT) {
  const asked: EditRequest[] = []
  const price = createPrice({
    keyOf: shapeKeyOf,
    ask(request, signal) {
      asked.push(request)
      return answer(request, signal)
    },
  })
  return { price, asked, pause: () => vi.advanceTimersByTimeAsync(1000) }
}

test('the price of a run is the sum of its jobs, and each shape of request is asked for once', async () => {
  const { price, asked, pause } = stage()
  price.follow([jobIn('auto'), jobIn('auto'), jobIn(WIDE)])
  await pause()
  expect(price.shown.value).toEqual({ at: 'known', sums: [{ amount: 0.03, unit: 'USD' }] })
  expect(asked.map(({ size }) => size)).toEqual(['auto', WIDE])
})

test('jobs that share a request are paid for once', async () => {
  const { price, pause } = stage()
  const job = jobIn('auto')
  price.follow([job, { ...job, row: imageRow('b') }])
  await pause()
  expect(price.shown.value).toEqual({ at: 'known', sums: [CENT] })
  expect(price.of(job)).toEqual(CENT)
})

test('the price of several pictures from one request is asked for as that', async () => {
  const { price, asked, pause } = stage()
  price.follow([{ ...jobIn('auto'), n: 3 }])
  await pause()
  expect(asked[0]?.n).toBe(3)
})

test('a price is asked for with one tiny picture and none of the designer’s words', async () => {
  const { price, asked, pause } = stage()
  price.follow([jobIn('auto', 'my secret plan')])
  await pause()
  expect(asked[0]?.pictures).toEqual([expect.objectContaining({ width: 64, height: 64 })])
  expect(JSON.stringify(asked)).not.toContain('secret')
})

test('the price is asked for as many pictures as are sent, and once for each number of them', async () => {
  const { price, asked, pause } = stage()
  const referred = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ picture: pictureOf('my secret lamp'), digest: String(index) }))
  const jobs = [0, 2, 2].map((count) => ({ ...jobIn('auto'), references: referred(count) }))
  price.follow(jobs)
  await pause()
  expect(asked.map(({ pictures }) => pictures.length)).toEqual([1, 3])
  expect(asked.flatMap(({ pictures }) => pictures).every(({ width }) => width === 64)).toBe(true)
  expect(price.of(jobs[2]!)).toEqual(CENT)
})

test('words that are typed ask for nothing, not even where the last price did not come', async () => {
  const { price, asked, pause } = stage(() => Promise.reject(new Error('offline')))
  for (const prompt of ['n', 'ni', 'nig']) {
    price.follow([jobIn('auto', prompt)])
    await pause()
  }
  expect(asked).toHaveLength(1)
})

test('while the form changes, nothing is asked', async () => {
  const { price, asked } = stage()
  for (let count = 1; count < 9; count++) {
    price.follow(Array.from({ length: count }, () => jobIn('auto')))
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(asked).toEqual([])
})

test('a price that did not come is no fault, and is asked for again when there is reason to', async () => {
  let up = false
  const { price, pause } = stage(() => (up ? Promise.resolve(CENT) : Promise.reject(new Error('offline'))))
  price.follow([jobIn('auto')])
  await pause()
  expect(price.shown.value).toEqual({ at: 'unknown' })
  up = true
  price.follow([jobIn('auto'), jobIn('auto')])
  await pause()
  expect(price.shown.value.at).toBe('known')
})

test('sums of different units stand side by side', async () => {
  const { price, pause } = stage(async ({ size }) => (size === 'auto' ? CENT : { amount: 2, unit: 'credits' }))
  price.follow([jobIn('auto'), jobIn(WIDE), jobIn(WIDE)])
  await pause()
  expect(price.shown.value).toEqual({ at: 'known', sums: [CENT, { amount: 4, unit: 'credits' }] })
})

test('a provider that tells only part of the price tells none', async () => {
  const { price, pause } = stage(async ({ size }) => (size === 'auto' ? CENT : undefined))
  price.follow([jobIn('auto'), jobIn(WIDE)])
  await pause()
  expect(price.shown.value).toEqual({ at: 'unknown' })
})

test('an answer to an earlier question is not shown', async () => {
  const first = hold<Money>()
  const { price, pause } = stage(({ size }) => (size === 'auto' ? first.promise : Promise.resolve(CENT)))
  price.follow([jobIn('auto')])
  await pause()
  price.follow([jobIn(WIDE)])
  await pause()
  first.resolve({ amount: 99, unit: 'USD' })
  await pause()
  expect(price.shown.value).toEqual({ at: 'known', sums: [CENT] })
})

test('another account is asked anew, and an answer of the last one is not taken for its own', async () => {
  const answers = [hold<Money>(), hold<Money>()]
  let turn = 0
  const { price, asked, pause } = stage(() => answers[turn++]!.promise)
  price.follow([jobIn('auto')])
  await pause()
  price.forget()
  answers[0]?.resolve({ amount: 99, unit: 'USD' })
  await pause()
  expect(price.shown.value).toEqual({ at: 'asking' })
  answers[1]?.resolve(CENT)
  await pause()
  expect(price.shown.value).toEqual({ at: 'known', sums: [CENT] })
  expect(asked).toHaveLength(2)
})

test('a price that was told for one account does not stand for the next', async () => {
  const { price, asked, pause } = stage()
  price.follow([jobIn('auto')])
  await pause()
  price.forget()
  expect(price.shown.value).toEqual({ at: 'asking' })
  await pause()
  expect(asked).toHaveLength(2)
})

test('nothing to run has no price', async () => {
  const { price, asked, pause } = stage()
  price.follow([jobIn('auto')])
  await pause()
  price.follow([])
  expect(price.shown.value).toEqual({ at: 'unknown' })
  price.forget()
  await pause()
  expect(asked).toHaveLength(1)
})

test('a shape alone is priced as it would be asked for', async () => {
  const { price, asked, pause } = stage()
  price.follow([jobOn(imageRow('a'), { size: undefined, aspectRatio: '16:9', resolution: '1K' })])
  await pause()
  expect(asked[0]).toMatchObject({ size: undefined, aspectRatio: '16:9', resolution: '1K' })
})

test('many prices are asked for six at a time, each once', async () => {
  const answers = hold<Money>()
  const { price, asked, pause } = stage(() => answers.promise)
  const sizes = Array.from({ length: 8 }, (_, index) => ({ width: 512 + 64 * index, height: 512 }))
  price.follow([...sizes, ...sizes].map((size) => jobIn(size)))
  await pause()
  expect(asked).toHaveLength(6)
  answers.resolve(CENT)
  await pause()
  expect(asked).toHaveLength(8)
  expect(price.shown.value).toMatchObject({ at: 'known', sums: [{ unit: 'USD' }] })
})
