import { expect, test } from 'vitest'
import { BUILT_INS } from '../../../src/ui/presets/built-in.ts'
import { isFound } from '../../../src/ui/presets/found.ts'
import { shortened } from '../../../src/ui/presets/shortened.ts'
import { lengthAsSent } from '../../../src/ui/providers/limits.ts'
import { BUILT_IN_NAMES, PRESET_GROUPS } from '../../../src/ui/texts/presets.ts'

test('each has a name and a group of its own words, and there is one for each name', () => {
  expect(BUILT_INS.map(({ key }) => key)).toEqual(Object.keys(BUILT_IN_NAMES))
  expect([...new Set(BUILT_INS.map(({ group }) => group))]).toEqual(Object.keys(PRESET_GROUPS))
  expect(new Set(Object.values(BUILT_IN_NAMES)).size).toBe(BUILT_INS.length)
})

test.each(BUILT_INS)('$key says what stays, and fits the model that takes the shortest prompts', ({ prompt }) => {
  expect(prompt).toMatch(/keep|stay|change nothing else/i)
  expect(prompt).not.toMatch(/[{}]/)
  expect(lengthAsSent(prompt)).toBeLessThan(400)
  expect(prompt.match(/\.(?= |$)/g)!.length).toBeLessThanOrEqual(2)
})

test('all words that are typed have to be there, in whichever order and case', () => {
  expect(isFound('', ['Night'])).toBe(true)
  expect(isFound('SKY night', ['Night', 'a starry sky'])).toBe(true)
  expect(isFound('night rain', ['Night'])).toBe(false)
})

test('what is shortened is on one line, as long as it may be, and never ends in half a sign', () => {
  expect(shortened('a\n b', 10)).toBe('a b')
  expect(shortened('x'.repeat(1000), 120)).toHaveLength(120)
  expect(shortened(`${' '.repeat(50)}x`, 4)).toBe('…')
  expect(shortened('😀😀😀', 4)).toBe('😀…')
})
