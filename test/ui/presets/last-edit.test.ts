import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromStored, type LastEdit, toStored } from '../../../src/ui/presets/last-edit.ts'

// How the last edit was made, as it is kept.

const EDIT: LastEdit = {
  prompts: [{ name: '', prompt: 'make it night' }],
  settings: {
    name: '',
    prompt: 'make it night',
    provider: 'lumenfall',
    model: 'p-image-edit',
    count: 2,
    size: 'match',
  },
  shareSame: false,
  references: 1,
  hasOwn: false,
}

test('it is read as it was kept', () => {
  expect(fromStored(structuredClone(toStored(EDIT)))).toMatchObject({
    ...EDIT,
    settings: { ...EDIT.settings, name: 'last edit' },
  })
})

test('settings that are broken are left out, the rest stays', () => {
  const stored = {
    ...(toStored(EDIT) as object),
    settings: { ...EDIT.settings, count: 99, place: 'moon', key: 'secret' },
  }
  const read = fromStored(stored)
  expect(read?.settings).toMatchObject({ model: 'p-image-edit', size: 'match' })
  expect(Object.keys(read!.settings)).not.toEqual(expect.arrayContaining(['count']))
  expect(JSON.stringify(read)).not.toMatch(/secret|moon/)
})

test.each([
  ['no prompt', { ...EDIT, prompts: [] }],
  ['an empty prompt', { ...EDIT, prompts: [{ name: '', prompt: ' ' }] }],
  ['more than there is room for', { ...EDIT, prompts: Array(5).fill({ name: '', prompt: 'x'.repeat(30_000) }) }],
])('%s is not kept', (_what, edit) => {
  expect(toStored(edit)).toBeUndefined()
})

test('whatever is stored, it is read or passed over', () => {
  fc.assert(fc.property(fc.anything(), (stored) => void fromStored(stored)))
  fc.assert(
    fc.property(fc.record({ version: fc.constant(1), prompts: fc.anything(), settings: fc.anything() }), (stored) => {
      const read = fromStored(stored)
      expect(read === undefined || read.settings.prompt === read.prompts[0]!.prompt).toBe(true)
    }),
  )
})
