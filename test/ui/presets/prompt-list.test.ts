import { expect, test } from 'vitest'
import { fromStored, toStored, withPrompt } from '../../../src/ui/presets/prompt-list.ts'

const many = (count: number) => Array.from({ length: count }, (_, index) => `prompt ${index}`)

test('the newest comes first, and none is there twice', () => {
  expect(withPrompt(['b', 'a'], 'c')).toEqual(['c', 'b', 'a'])
  expect(withPrompt(['b', 'a'], 'a')).toEqual(['a', 'b'])
})

test('fifty are kept, and fewer where they are very long', () => {
  expect(withPrompt(many(50), 'new')).toEqual(['new', ...many(49)])
  const long = many(50).map((prompt) => prompt.padEnd(30_000, '.'))
  expect(withPrompt(long, 'new')).toHaveLength(14)
  expect(withPrompt(['a'], 'x'.repeat(32_001))).toEqual(['a'])
})

test('what was stored is read, but for what is no prompt', () => {
  expect(fromStored(toStored(['b', 'a']))).toEqual(['b', 'a'])
  expect(fromStored({ version: 1, prompts: ['b', 5, null, ' ', 'b', { prompt: 'c' }, 'a'] })).toEqual(['b', 'a'])
})

test('nothing or junk is no list; that of a later version is not to be written over', () => {
  for (const stored of [undefined, null, 'junk', [], { version: 1 }]) expect(fromStored(stored)).toEqual([])
  expect(fromStored({ version: 2, prompts: ['a'] })).toBeUndefined()
})
