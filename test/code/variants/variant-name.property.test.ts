import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axesOf } from '../../../dev/figma/document/instances/variants.ts'
import { newRecord } from '../../../dev/figma/document/layer-record.ts'
import { ROOT, Tree } from '../../../dev/figma/document/tree.ts'
import { newValue, propertyName, type Values, variantName } from '../../../src/code/variants/variant-name.ts'

const wanted = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'grapheme', minLength: 90, maxLength: 300 }),
  fc.constantFrom('Day', ' night ', 'NIGHT', 'a=b, c', ',', '=', 'On/Off', '🌃', '\n\t', '__proto__', 'Day 2'),
)

/** What the simulated Figma reads from the names of a set: undefined for a set in conflict. */
function readBack(names: readonly string[]) {
  const tree = new Tree('Test', () => {})
  const set = tree.create(ROOT, newRecord({ id: '', type: 'COMPONENT_SET', name: 'Set' }))
  for (const name of names) tree.create(set.id, newRecord({ id: '', type: 'COMPONENT', name }))
  return axesOf(tree, tree.get(set.id))
}

test('however many values are wanted for a property, the set is never in conflict, and each is read as it was given', () => {
  const orders = fc.array(fc.tuple(wanted, fc.nat()), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.string(), orders, fc.boolean(), (name, all, hasSizes) => {
      const property = propertyName(name)
      const sizes = hasSizes && property !== 'Size' ? [{ Size: 'S' }, { Size: 'L' }] : [{}]
      const variants: Values[] = sizes.map((size) => ({ ...size, [property]: 'Default' }))
      for (const [value, which] of all) {
        const own = variants[which % variants.length]!
        variants.push({ ...own, [property]: newValue(value, { property, own, variants }) })
      }
      const read = readBack(variants.map(variantName))
      expect([...(read?.byVariant.values() ?? [])]).toEqual(variants)
    }),
  )
})

test('a value that is free is taken as it is, and one that others have is spelled as theirs', () => {
  const variants = [
    { Size: 'S', Theme: 'Day' },
    { Size: 'S', Theme: 'Night' },
    { Size: 'L', Theme: 'Day' },
  ]
  const valueFor = (value: string, own: Values) => newValue(value, { property: 'Theme', own, variants })
  expect(valueFor('Dawn', variants[0]!)).toBe('Dawn')
  expect(valueFor('night', variants[2]!)).toBe('Night')
  expect(valueFor('night', variants[0]!)).toBe('night 2')
  expect(valueFor('DAY', variants[1]!)).toBe('DAY 2')
})
