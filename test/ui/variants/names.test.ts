import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainProperty, plainValue, shortName, valuesIn } from '../../../src/ui/variants/names.ts'

test.each([
  ['Make it night. Keep the house.', 'Make it night'],
  ['starry night, moon over the roof', 'Starry night'],
  ['  ', ''],
  ['{Theme} light on {text:Title} {{1}}', 'Light on 1'],
  ['Replace the background with an even grey studio', 'Replace the background with'],
  ['夜にする。家はそのまま', '夜にする'],
  [`${'x'.repeat(40)} y`, 'X'.concat('x'.repeat(27))],
  ['a=b, c', 'A b'],
])('%j is called %j', (prompt, name) => {
  expect(shortName(prompt)).toBe(name)
})

test('what Figma’s names cannot hold goes, and the rest stays', () => {
  expect(plainValue(' Night = dark,\n blue / 🌙 ')).toBe('Night dark blue / 🌙')
  expect(plainProperty('Look/feel #2, more')).toBe('Look feel 2 more')
})

test('a column gives its name, without a list the designer does, and else the prompt', () => {
  const column = (id: string, name: string) => ({ prompt: `${id} light`, column: { id, name } })
  expect([...valuesIn([column('a', 'Night'), column('b', ''), column('a', 'Night')], 'Mine')]).toEqual([
    ['a', 'Night'],
    ['b', 'B light'],
  ])
  expect([...valuesIn([{ prompt: 'make it night' }], '')]).toEqual([['', 'Make it night']])
  expect([...valuesIn([{ prompt: 'make it night' }], 'Dusk')]).toEqual([['', 'Dusk']])
  expect([...valuesIn([{ prompt: '' }], ' ,')]).toEqual([['', 'New']])
})

test('every column has a value of its own that Figma can hold', () => {
  const columns = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }), name: fc.string(), prompt: fc.string() }),
    {
      selector: ({ id }) => id,
      maxLength: 20,
    },
  )
  fc.assert(
    fc.property(columns, fc.string(), (columns, name) => {
      const values = [
        ...valuesIn(
          columns.map(({ prompt, ...column }) => ({ prompt, column })),
          name,
        ).values(),
      ]
      expect(values).toHaveLength(columns.length)
      expect(new Set(values.map((value) => value.toLowerCase())).size).toBe(values.length)
      for (const value of values) {
        expect(value.trim()).toBe(value)
        expect(value).not.toBe('')
        expect(value).not.toMatch(/[=,\n]/)
      }
    }),
  )
})
