import { expect, test } from 'vitest'
import { shortened } from '../../src/code/shortened.ts'

test('a text that fits stays as it is', () => {
  expect(shortened('12 of 12 done', 13)).toBe('12 of 12 done')
})

test.each([
  ['at a word', '12 done, 3 failed and 1 beside', 20, '12 done, 3 failed…'],
  ['after a word that just fits', 'seven words', 6, 'seven…'],
  ['without the comma before', '12 done, 3 failed', 10, '12 done…'],
  ['on one line', '12 done\n3 failed', 12, '12 done 3…'],
  ['within a word that is too long for all of it', 'Donaudampfschiff', 6, 'Donau…'],
  ['within a long word after a short one', 'a Donaudampfschiff', 9, 'a Donaud…'],
  ['never within a character', '😀😀😀😀', 6, '😀😀…'],
])('a longer one is cut %s', (_, text, most, cut) => {
  expect(shortened(text, most)).toBe(cut)
  expect(cut.length).toBeLessThanOrEqual(most)
})
