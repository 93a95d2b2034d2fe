import { expect, test } from 'vitest'
import { comingText } from '../../../src/ui/texts/new-variants.ts'
import { comingOf } from '../../../src/ui/variants/coming.ts'
import { originsOf, propertyOf, type SourceComponent } from '../../../src/ui/variants/origins.ts'

const SET = { id: 'set', name: 'Card', properties: { Tone: ['Light', 'Dark'], Size: ['S', 'M', 'L'] } }
const variant = (Tone: string, Size: string): SourceComponent => ({
  ...{ kind: 'variant', id: `${Tone} ${Size}`, name: `Tone=${Tone}, Size=${Size}`, set: SET, values: { Tone, Size } },
})
const plain: SourceComponent = { kind: 'layer', id: 'hero', name: 'Hero' }
const NOTHING = { fills: new Map<string, string>(), property: '' }

const origins = (components: readonly SourceComponent[]) => originsOf(components, (component) => component)
const coming = (components: readonly SourceComponent[], values = ['Night', 'Dawn'], filling = NOTHING) =>
  comingOf(origins(components), { ...filling, valuesOf: () => values })

test('rows come together by their component, and those that have none are left out', () => {
  const rows = ['a', 'b', 'x', 'c']
  const sources = { a: plain, b: variant('Light', 'S'), x: { kind: 'none', why: 'instance' }, c: plain } as const
  const found = originsOf(rows, (row) => sources[row as keyof typeof sources])
  expect(found.map(({ component, rows }) => [component.id, rows])).toEqual([
    ['hero', ['a', 'c']],
    ['Light S', ['b']],
  ])
})

test('the prompts fill what the chosen variants have in common, unless the designer says otherwise', () => {
  const column = [variant('Light', 'S'), variant('Dark', 'S')]
  const property = (all: SourceComponent[], fills: [string, string][] = []) =>
    propertyOf(all[0]!, all, { fills: new Map(fills), property: '' })
  expect(property(column)).toBe('Size')
  expect(property([variant('Light', 'S'), variant('Light', 'M')])).toBe('Tone')
  expect(property([variant('Light', 'S'), variant('Dark', 'M')])).toBe('Tone')
  expect(property(column, [['set', 'Tone']])).toBe('Tone')
  expect(property(column, [['set', 'Season']])).toBe('Size')
  expect(propertyOf(plain, [plain], { ...NOTHING, property: 'Time, of day' })).toBe('Time of day')
  expect(propertyOf(plain, [plain], NOTHING)).toBe('Style')
})

test('of one component or set it is said how many come, and what they are called', () => {
  const [one] = coming([plain], ['Night', 'Dawn', 'Fog'])
  expect(one).toMatchObject({ isSet: false, collides: false, properties: [] })
  expect(comingText(one!)).toBe('3 new variants of Hero: Night, Dawn, Fog')
  const [set, ...others] = coming([variant('Light', 'S'), variant('Light', 'M'), variant('Light', 'L')])
  expect(others).toEqual([])
  expect(set).toMatchObject({ isSet: true, property: 'Tone', properties: ['Tone', 'Size'], collides: false })
  expect(comingText(set!)).toBe('6 new variants of Card: Night, Dawn, from each of 3 variants')
  expect(comingText(coming([plain], ['Night'])[0]!)).toBe('1 new variant of Hero: Night')
  const many = Array.from({ length: 11 }, (_, index) => `V${index}`)
  expect(comingText(coming([plain], many)[0]!)).toMatch(/^11 new variants of Hero: V0, .*, V7, 3 more$/)
})

test('variants that differ in the filled property alone would be called the same', () => {
  const two = [variant('Light', 'S'), variant('Dark', 'S')]
  expect(coming(two)[0]!.collides).toBe(false)
  expect(coming(two, ['Night'], { ...NOTHING, fills: new Map([['set', 'Tone']]) })[0]!.collides).toBe(true)
})
