import { expect, test } from 'vitest'
import type { Money } from '../../src/ui/providers/provider.ts'
import type { Price } from '../../src/ui/state/price.ts'
import { priceText, spentText } from '../../src/ui/texts/money.ts'
import { refusedTexts } from '../../src/ui/texts/references.ts'
import { sharpeningTexts, upscaleAllText } from '../../src/ui/texts/upscale.ts'
import { T } from '../../src/ui/texts.ts'

const FREE: Money = { amount: 0, unit: 'USD' }
const CREDITS: Money = { amount: 2, unit: 'credits' }

test('what the panel does for nothing is not added to a price in another unit', () => {
  expect(priceText([CREDITS, FREE], { pictures: 1 })).toBe('2 credits for 1 result')
  expect(priceText([FREE], { pictures: 1 })).toBe('$0.00 for 1 result')
  expect(priceText(undefined, { pictures: 3, layers: 5 })).toBe('3 results, shared by 5 layers')
})

test('of a run that costs nothing no estimate is told', () => {
  expect(spentText([], [FREE])).toBe('')
  expect(spentText([CREDITS], [CREDITS, FREE])).toBe('2 credits of about 2 credits')
})

test('what is added to a run of upscales reads as a sentence', () => {
  const price: Price = { at: 'known', sums: [{ amount: 0.016, unit: 'USD' }] }
  expect(upscaleAllText(T.alsoUpscale, { pictures: 8, price })).toBe('Also upscale 8 images for $0.016')
})

test('a model that has no step for a picture is not said to lack the room', () => {
  expect(sharpeningTexts({ why: 'steps' })).toEqual(['This model cannot make it larger'])
})

test('a folder of files that cannot be used is told in a few lines', () => {
  const names = Array.from({ length: 30 }, (_, index) => `${index + 1}.txt`)
  const told = refusedTexts([
    ...names.map((name) => ({ name, why: 'kind' as const, kind: 'TXT' })),
    ...names.slice(0, 6).map((name) => ({ name, why: 'many' as const, most: 4 })),
  ])
  expect(told).toHaveLength(6)
  expect(told.slice(4)).toEqual([
    '26 more were left out.',
    '“1.txt”, “2.txt”, “3.txt”, “4.txt” and 2 more were left out: the model takes 5 images in all.',
  ])
})
