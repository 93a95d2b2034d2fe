import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { AuditedBitmap } from '../../../src/shared/protocol.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import { type Judged, judge, type Target } from '../../../src/ui/jobs/verdict.ts'
import type { CanUpscale } from '../../../src/ui/providers/provider.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createSharpen } from '../../../src/ui/state/sharpen.ts'
import { createUpscalePrices } from '../../../src/ui/state/upscale-prices.ts'
import { denseBitmap, useOn } from '../jobs/audits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const STEPS: Record<string, CanUpscale> = {
  any: { factor: { usual: 2, least: 1, most: 4 }, outputFormats: [] },
  four: { factor: { usual: 4, only: [4] }, outputFormats: [] },
  local: { factor: { usual: 2, least: 1, most: 16 }, outputFormats: [] },
}

function stage(bitmaps: AuditedBitmap[], { isReady = true } = {}) {
  const target = signal<Target>(2)
  const anyGains = signal(true)
  const ticked = signal<Judged[]>(bitmaps.map((bitmap) => judge(bitmap, 2)))
  const stale = signal<'document' | undefined>(undefined)
  const notice = createNotice()
  const busy = signal(false)
  const held = new Set<string>()
  const owed = signal<readonly string[]>([])
  const started: Job[][] = []
  const priced: string[] = []
  const prices = createUpscalePrices(async ({ model }) => {
    priced.push(model)
    return { amount: model === 'local' ? 0 : 0.01, unit: 'USD' }
  })
  const sharpen = createSharpen({
    audit: { anyGains, target, ticked, stale, notice },
    upscalers: { models: signal(['any', 'four', 'local']), canOf: (model) => STEPS[model] },
    run: {
      busy,
      holds: (layer) => held.has(layer),
      owes: (layer) => owed.value.includes(layer),
      start: async (jobs) => void started.push([...jobs]),
    },
    price: prices.create(),
    hasAccount: () => isReady,
    assertAccount() {
      if (!isReady) throw new AppError('settings', 'Paste your API key first.')
    },
  })
  return {
    sharpen,
    owed,
    priced,
    anyGains,
    ticked,
    stale,
    notice,
    busy,
    held,
    started,
    pause: () => vi.advanceTimersByTimeAsync(1000),
  }
}

const twice = (name: string) =>
  denseBitmap(name, 1, { uses: [useOn(`${name} 1`, { density: 1 }), useOn(`${name} 2`, { density: 1.5 })] })

test('each image is asked for once, for all layers that show it, and the price is that of the requests', async () => {
  const { sharpen, started, pause } = stage([twice('a'), denseBitmap('b', 1)])
  await pause()
  expect(sharpen.counts.value).toEqual({ pictures: 2, capped: 0, refused: 0 })
  expect(sharpen.layers.value).toBe(3)
  expect(sharpen.price.value).toEqual({ at: 'known', sums: [{ amount: 0.02, unit: 'USD' }] })
  await sharpen.start()
  expect(started[0]!.map(({ row, model, enlarging }) => [row.name, model, enlarging])).toEqual([
    ['a 1', 'any', { factor: 2 }],
    ['a 2', 'any', { factor: 2 }],
    ['b', 'any', { factor: 2 }],
  ])
  expect(new Set(started[0]!.map(({ share }) => share)).size).toBe(2)
})

test('what a model cannot bring far enough, or not at all, is said image by image', () => {
  const { sharpen, ticked } = stage([denseBitmap('a', 1), denseBitmap('b', 0.25), denseBitmap('c', 1, { width: 4096 })])
  expect(ticked.value.map((judged) => sharpen.of(judged))).toMatchObject([
    { isEnough: true },
    { isEnough: false, size: { width: 4092 } },
    { why: 'limit' },
  ])
  expect(sharpen.counts.value).toEqual({ pictures: 2, capped: 1, refused: 1 })
  sharpen.chooseModel('four')
  expect(sharpen.of(ticked.value[0]!)).toEqual({ why: 'steps' })
})

test('without an account the panel itself still works, and another model asks for the key', async () => {
  const { sharpen, started, notice, pause } = stage([denseBitmap('a', 1)], { isReady: false })
  await sharpen.start()
  expect(notice.shown.value).toMatchObject({ fault: 'settings' })
  expect(started).toEqual([])
  sharpen.chooseModel('local')
  await pause()
  expect(sharpen.price.value).toEqual({ at: 'known', sums: [{ amount: 0, unit: 'USD' }] })
  await sharpen.start()
  expect(started[0]).toMatchObject([{ model: 'local' }])
})

test('for a list that may be old no price is asked', async () => {
  const { sharpen, priced, stale, pause } = stage([denseBitmap('a', 1)])
  stale.value = 'document'
  await pause()
  expect(priced).toEqual([])
  stale.value = undefined
  await pause()
  expect(priced).toEqual(['any'])
  expect(sharpen.price.value).toMatchObject({ at: 'known' })
})

test('what a run works on already is not asked for again, and nothing is offered of a list that may be old', () => {
  const { sharpen, busy, held, stale, ticked, anyGains } = stage([twice('a')])
  held.add('id of a 1')
  busy.value = true
  expect(sharpen.layers.value).toBe(1)
  busy.value = false
  expect(sharpen.isOffered.value).toBe(true)
  stale.value = 'document'
  expect(sharpen.isOffered.value).toBe(false)
  stale.value = undefined
  ticked.value = []
  expect([sharpen.isOffered.value, sharpen.isAnyTicked.value]).toEqual([true, false])
  anyGains.value = false
  expect(sharpen.isOffered.value).toBe(false)
})

test('an image whose picture has come and waits to be placed is not paid for again', () => {
  const { sharpen, owed } = stage([denseBitmap('a', 1), denseBitmap('b', 1)])
  owed.value = ['id of a']
  expect(sharpen.layers.value).toBe(1)
  expect(sharpen.counts.value.pictures).toBe(1)
})
