import { expect, test } from 'vitest'
import { LONGEST } from '../../../src/ui/presets/preset.ts'
import { isNumbered, nameFor, uniqueName } from '../../../src/ui/presets/unique-name.ts'

test.each([
  ['Night', [], 'Night'],
  ['  Night \n shop ', [], 'Night shop'],
  ['Night', ['night'], 'Night 2'],
  ['Night', ['Night', 'Night 2', 'NIGHT 3'], 'Night 4'],
  ['Night 2', ['Night', 'Night 2'], 'Night 3'],
  ['2', ['2'], '2 2'],
  ['Café', ['Cafe\u0301'], 'Café 2'],
])('“%s” beside %j is called %s', (wanted, taken, name) => {
  expect(uniqueName(wanted, taken)).toBe(name)
})

test('a long name stays within what a name may have, number and all', () => {
  const long = 'x'.repeat(LONGEST.name)
  expect(uniqueName(`${long}yz`, [])).toBe(long)
  expect(uniqueName(long, [long])).toBe(`${'x'.repeat(LONGEST.name - 2)} 2`)
  expect(uniqueName('😀'.repeat(50), ['😀'.repeat(40)])).toBe(`${'😀'.repeat(39)} 2`)
})

test('a name with a number behind it is known', () => {
  expect(isNumbered('Night 12', 'Night')).toBe(true)
  expect(isNumbered('Night', 'Night')).toBe(true)
  expect(isNumbered('Night shop', 'Night')).toBe(false)
  expect(isNumbered('Nights', 'Night')).toBe(false)
})

test('a prompt’s beginning is offered as a name', () => {
  expect(nameFor('Make it night, and keep the text as it is.')).toBe('Make it night, and keep the text')
  expect(nameFor('Night.')).toBe('Night')
  expect(nameFor('x'.repeat(100))).toHaveLength(32)
})
