import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { createChoice } from '../../../src/ui/state/choice.ts'
import { createForm } from '../../../src/ui/state/form.ts'
import { createOwnPrompts } from '../../../src/ui/state/own-prompts.ts'
import { createRowPrompts } from '../../../src/ui/state/row-prompts.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { createValuePrompts } from '../../../src/ui/state/value-prompts.ts'
import { createWords } from '../../../src/ui/state/words.ts'
import { CAN, containerRows, fakeCode, imageRow, inVariant } from '../jobs/fakes.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Two tones in two sizes, and a picture in no variant. */
const set = () =>
  containerRows('Card', [
    ...['Light', 'Dark'].flatMap((Tone) =>
      ['S', 'L'].map((Size) => imageRow(`${Tone} ${Size}`, inVariant({ Tone, Size }))),
    ),
    imageRow('Loose'),
  ])

function stage(prompt = 'shared', rows: LayerRow[] = set()) {
  const code = fakeCode({
    readWords: ({ ids }) => ({
      layers: ids.map((id) => {
        const { variant } = rows.find((row) => row.id === id)!
        return { id, page: 'Page', properties: variant?.properties ?? {}, texts: {} }
      }),
    }),
  })
  const selection = createSelection()
  const choice = createChoice(selection)
  const form = createForm('p-image-edit')
  const own = createOwnPrompts(selection)
  const values = createValuePrompts(choice)
  selection.follow({ rows })
  form.change({ prompt })
  const prompts = createRowPrompts({ form, own, values })
  const words = createWords({ code, selection, choice, form, own, prompts, can: () => CAN })
  return {
    ...{ selection, choice, form, own, values, words },
    row: (name: string) => choice.chosen.value.find((row) => row.name === name)!,
    async sent() {
      const rows = choice.chosen.value
      const cells = await words.toSend(rows)
      return rows.map((row) => `${row.name}: ${cells(row).map(({ prompt }) => prompt)}`)
    },
  }
}

test('the properties of the chosen rows are offered, with the rows that each value has', () => {
  const { values, choice } = stage()
  expect(values.properties.value).toEqual(['Tone', 'Size'])
  values.choose('Tone')
  expect(values.values.value.map(({ value, rows }) => [value, rows])).toEqual([
    ['Light', 2],
    ['Dark', 2],
  ])
  expect(values.without.value).toBe(1)
  choice.setFilter({ values: new Map([['Size', new Set(['L'])]]) })
  expect(values.values.value.map(({ rows }) => rows)).toEqual([1, 1])
  expect(values.without.value).toBe(0)
})

test('each row sends the prompt of its value; an empty box and rows without the property send the shared one', async () => {
  const { values, sent } = stage('shared')
  values.choose('Tone')
  values.set('Dark', '{Size} night')
  values.set('Light', '  ')
  expect(await sent()).toEqual([
    ...['Light S: shared', 'Light L: shared'],
    ...['Dark S: S night', 'Dark L: L night'],
    'Loose: shared',
  ])
})

test('a row’s own prompt wins over that of its value', async () => {
  const { values, own, row, sent } = stage('shared')
  values.choose('Tone')
  values.set('Dark', 'night')
  own.set(row('Dark L'), 'mine')
  expect((await sent()).slice(2, 4)).toEqual(['Dark S: night', 'Dark L: mine'])
})

test('what was typed stays by property and value, whatever is chosen or selected meanwhile', async () => {
  const { values, selection, sent } = stage('shared')
  values.choose('Tone')
  values.set('Dark', 'night')
  values.choose('Size')
  values.set('S', 'small')
  expect((await sent())[2]).toBe('Dark S: small')
  selection.follow({ rows: [imageRow('plain')] })
  expect(values.property.value).toBe('')
  expect(await sent()).toEqual(['plain: shared'])
  selection.follow({ rows: set() })
  expect(values.property.value).toBe('Size')
  values.choose('Tone')
  expect(values.values.value.map(({ prompt }) => prompt)).toEqual(['', 'night'])
  values.choose('')
  expect((await sent())[2]).toBe('Dark S: shared')
})

test('where each row has the prompt of its value, the shared one may be empty', async () => {
  const { values, choice, sent } = stage('')
  choice.tick(choice.listed.value.at(-1)!, false)
  values.choose('Tone')
  values.set('Dark', 'night')
  await expect(sent()).rejects.toMatchObject({ message: 'Write what should change.' })
  values.set('Light', 'day')
  expect(await sent()).toHaveLength(4)
})

test('a fault is said at the box that it was typed in, and by that name when Run is pressed', async () => {
  const { values, words, row, sent } = stage('shared')
  values.choose('Tone')
  values.set('Dark', '{Season} night')
  values.set('Light', 'more than twenty characters')
  await vi.advanceTimersByTimeAsync(1000)
  expect([...words.boxFaults.value]).toEqual([
    ['Tone: Light', { length: 27, limit: 20 }],
    ['Tone: Dark', { unknown: ['Season'], properties: ['Tone', 'Size'] }],
  ])
  expect(words.sharedFault.value).toBeUndefined()
  // All of its rows would say the same.
  expect(words.shown(row('Dark S'))).toBeUndefined()
  values.set('Light', 'day')
  await expect(sent()).rejects.toMatchObject({ message: expect.stringMatching(/^“Tone: Dark”: \{Season\} stands/) })
  values.set('Dark', '{oops')
  expect(words.boxFaults.value.get('Tone: Dark')).toMatchObject({ brace: '{' })
})

test('names that objects have by themselves are no properties of a row', async () => {
  const odd = imageRow('odd', inVariant({ constructor: 'A', toString: 'B' }))
  const { values, sent } = stage('shared', [odd, imageRow('plain'), imageRow('other', inVariant({ Tone: 'Dark' }))])
  values.choose('constructor')
  values.set('A', 'odd one')
  expect(await sent()).toEqual(['odd: odd one', 'plain: shared', 'other: shared'])
})
