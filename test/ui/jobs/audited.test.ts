import { expect, test } from 'vitest'
import { countVerdicts, filtered, largestFirst, ordered } from '../../../src/ui/jobs/audited.ts'
import { type Judged, judge } from '../../../src/ui/jobs/verdict.ts'
import { bitmapOf, denseBitmap, useOn } from './audits.ts'

const all = [
  denseBitmap('Sharp 10', 1),
  denseBitmap('large', 5, { width: 4000, height: 3000 }),
  denseBitmap('Soft', 0.8, { width: 2000, height: 2000 }),
  bitmapOf('Small', { uses: [useOn('Small', { density: 0.5 }), useOn('card', { where: 'Feed, dark' })] }),
  denseBitmap('Sharp 9', 1.5),
].map((bitmap) => judge(bitmap, 1))

const names = (judged: readonly Judged[]) => judged.map(({ use }) => use.name)

test.each([
  ['worst', ['Small', 'Soft', 'Sharp 10', 'Sharp 9', 'large']],
  ['name', ['large', 'Sharp 9', 'Sharp 10', 'Small', 'Soft']],
  ['pixels', ['large', 'Soft', 'Small', 'Sharp 10', 'Sharp 9']],
  ['uses', ['Small', 'Soft', 'Sharp 10', 'Sharp 9', 'large']],
  ['verdict', ['Small', 'Soft', 'large', 'Sharp 10', 'Sharp 9']],
] as const)('ordered by %s', (order, expected) => {
  expect(names(ordered(all, order))).toEqual(expected)
})

test('what was ordered stays as it was', () => {
  const before = [...all]
  ordered(all, 'name')
  expect(all).toEqual(before)
})

test.each([
  ['', 'all', ['Sharp 10', 'large', 'Soft', 'Small', 'Sharp 9']],
  [' SHARP ', 'all', ['Sharp 10', 'Sharp 9']],
  ['card', 'all', ['Small']],
  ['dark', 'all', ['Small']],
  ['', 'large', ['large']],
  ['sharp', 'soft', []],
] as const)('“%s” and %s let through', (name, verdict, expected) => {
  expect(names(filtered(all, { name, verdict }))).toEqual(expected)
})

test('verdicts are counted', () => {
  expect(countVerdicts(all)).toEqual({ small: 1, soft: 1, sharp: 2, large: 1 })
  expect(countVerdicts([])).toEqual({ small: 0, soft: 0, sharp: 0, large: 0 })
})

test('the uses of a bitmap come in the order of how large they show it, and the audit stays as it was', () => {
  const uses = [useOn('small', { density: 4 }), useOn('large', { density: 0.5 }), useOn('middle', { density: 1 })]
  const bitmap = bitmapOf('a', { uses })
  expect(largestFirst(bitmap).uses.map(({ name }) => name)).toEqual(['large', 'middle', 'small'])
  expect(bitmap.uses).toEqual(uses)
})
