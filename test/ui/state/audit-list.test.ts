import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { AuditedBitmap } from '../../../src/shared/protocol.ts'
import { createRush } from '../../../src/ui/jobs/rush.ts'
import type { Judged } from '../../../src/ui/jobs/verdict.ts'
import { createAuditList } from '../../../src/ui/state/audit-list.ts'
import { bitmapOf, denseBitmap, useOn } from '../jobs/audits.ts'
import { fakeCode, hold, settled } from '../jobs/fakes.ts'

function stage(bitmaps: AuditedBitmap[], answers: Parameters<typeof fakeCode>[0] = {}) {
  const code = fakeCode({ weighImage: () => 1_000_000, ...answers })
  const rush = createRush()
  const found = signal<readonly AuditedBitmap[]>(bitmaps)
  const list = createAuditList({ code, rush, bitmaps: () => found.value })
  return {
    ...list,
    code,
    rush,
    found,
    one: (name: string) => list.shown.value.find(({ use }) => use.name === name)!,
  }
}

const names = (judged: readonly Judged[]) => judged.map(({ use }) => use.name)
const three = () => [denseBitmap('sharp', 2), denseBitmap('soft', 1.5), denseBitmap('small', 1)]
const huge = (name: string, part: Partial<AuditedBitmap> = {}) =>
  denseBitmap(name, 8, { width: 4000, height: 4000, ...part })

test('at first those at 2× are judged, the worst first', () => {
  const { shown, counts, uses } = stage(three())
  expect(shown.value.map(({ use, verdict }) => [use.name, verdict])).toEqual([
    ['small', 'small'],
    ['soft', 'soft'],
    ['sharp', 'sharp'],
  ])
  expect(counts.value).toEqual({ small: 1, soft: 1, sharp: 1, large: 0 })
  expect(uses.value).toBe(3)
})

test('another scale judges anew', () => {
  const { target, shown } = stage(three())
  target.value = 3
  expect(shown.value.map(({ verdict }) => verdict)).toEqual(['small', 'small', 'soft'])
  expect(names(shown.value)).toEqual(['small', 'soft', 'sharp'])
})

test('order and filter decide what is listed', () => {
  const { order, filter, shown } = stage(three())
  order.value = 'name'
  expect(names(shown.value)).toEqual(['sharp', 'small', 'soft'])
  filter.value = { name: 's', verdict: 'soft' }
  expect(names(shown.value)).toEqual(['soft'])
})

test('what gains is ticked, but for what cannot be changed', () => {
  const locked = bitmapOf('locked', { uses: [useOn('locked', { density: 0.5, skipped: 'library' })] })
  const { ticked, tally } = stage([...three(), locked])
  expect(names(ticked.value)).toEqual(['small', 'soft'])
  expect(tally.value).toEqual({ gaining: 2, ticked: 2 })
})

test('what was left out stays so under another filter, order and scale, and in a new audit', () => {
  const { one, tick, ticked, filter, order, target, found } = stage(three())
  tick(one('small'), false)
  expect(names(ticked.value)).toEqual(['soft'])
  filter.value = { name: 'small', verdict: 'all' }
  order.value = 'name'
  expect(names(ticked.value)).toEqual(['soft'])
  target.value = 3
  expect(names(ticked.value)).toEqual(['soft', 'sharp'])
  found.value = [...three(), denseBitmap('new', 0.1)]
  expect(names(ticked.value)).toEqual(['new', 'soft', 'sharp'])
  filter.value = { name: '', verdict: 'all' }
  tick(one('small'), true)
  expect(names(ticked.value)).toEqual(['new', 'small', 'soft', 'sharp'])
})

test('all or none of those that are listed are ticked at once', () => {
  const { filter, tickShown, ticked, tally } = stage(three())
  filter.value = { name: 'soft', verdict: 'all' }
  tickShown(false)
  expect(tally.value).toEqual({ gaining: 1, ticked: 0 })
  expect(names(ticked.value)).toEqual(['small'])
  tickShown(true)
  expect(names(ticked.value)).toEqual(['small', 'soft'])
})

test('the files of those that are too large are weighed one after the other, those with the most to win first', async () => {
  const first = hold<number>()
  const { code, unused, unusedOf, one } = stage([...three(), huge('large'), huge('larger', { width: 5000 })], {
    weighImage: ({ hash }) => (hash === 'hash of larger' ? first.promise : 2_000_000),
  })
  await settled()
  expect(code.inputs('weighImage')).toEqual([{ hash: 'hash of larger' }])
  expect(unused.value).toEqual({ bytes: 0, isAll: false })
  first.resolve(1_600_000)
  await settled()
  expect(code.inputs('weighImage')).toEqual([{ hash: 'hash of larger' }, { hash: 'hash of large' }])
  // A quarter of the edge, a sixteenth of the pixels.
  expect(unusedOf(one('larger'))).toBe(1_500_000)
  expect(unusedOf(one('large'))).toBe(1_875_000)
  expect(unused.value).toEqual({ bytes: 3_375_000, isAll: true })
})

test('each file is weighed once, and one that is lost or cannot be read weighs nothing', async () => {
  const { code, found, unused } = stage([huge('lost'), huge('closed')], {
    weighImage: ({ hash }) => (hash === 'hash of lost' ? undefined : Promise.reject(new Error('no'))),
  })
  await settled()
  found.value = [huge('lost'), huge('closed')]
  await settled()
  expect(code.inputs('weighImage')).toHaveLength(2)
  expect(unused.value).toEqual({ bytes: 0, isAll: true })
})

test('a new list ends the weighing of the last one', async () => {
  const never = hold<number>()
  const { code, found } = stage([huge('a'), huge('b')], {
    weighImage: ({ hash }) => (hash === 'hash of a' ? never.promise : 1),
  })
  await settled()
  found.value = [huge('c')]
  await settled()
  expect(code.inputs('weighImage')).toEqual([{ hash: 'hash of a' }, { hash: 'hash of c' }])
})

test('of many only the 200 with the most to win are weighed, and that is known', async () => {
  const { code, unused } = stage(Array.from({ length: 201 }, (_, index) => huge(`${index}`)))
  await expect.poll(() => code.inputs('weighImage').length).toBe(200)
  await settled()
  expect(unused.value.isAll).toBe(false)
})

test('weighing waits while a run needs the sandbox', async () => {
  const { code, rush, found } = stage([])
  const end = rush.begin()
  found.value = [huge('a')]
  await settled()
  expect(code.calls).toEqual([])
  end()
  await expect.poll(() => code.names()).toEqual(['weighImage'])
})

test('the file holds all of them, the worst first, whatever is listed', async () => {
  const { csv, filter, order, target } = stage(three())
  filter.value = { name: 'soft', verdict: 'all' }
  order.value = 'name'
  expect(csv.value.name).toBe('refill-audit-2x.csv')
  expect(csv.value.file.type).toBe('text/csv;charset=utf-8')
  const lines = (await csv.value.file.text()).trimEnd().split('\r\n')
  expect(lines.map((line) => line.split(',')[1])).toEqual(['Layer', 'small', 'soft', 'sharp'])
  target.value = 'exports'
  expect(csv.value.name).toBe('refill-audit-exports.csv')
})
