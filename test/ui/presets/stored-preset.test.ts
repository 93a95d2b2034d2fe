import { expect, test } from 'vitest'
import { fromStored, toStored } from '../../../src/ui/presets/stored-preset.ts'

const NIGHT = { name: 'Night', prompt: 'Make it night', count: 2, options: { turbo: true }, roles: ['logo'] }

test('what is stored is read again', () => {
  expect(fromStored(toStored({ ...NIGHT }))).toEqual(NIGHT)
})

test.each([
  [{ count: 'two' }, { ...NIGHT, count: undefined }],
  [{ options: 5 }, { ...NIGHT, options: undefined }],
  [{ options: { turbo: 'yes', quality: 'high', speed: 1 } }, { ...NIGHT, options: { quality: 'high' } }],
  [{ roles: ['logo', 5] }, { ...NIGHT, roles: undefined }],
  [{ place: 'above', seed: 5, later: true }, NIGHT],
])('of the parts only %j is left out', (part, left) => {
  expect(fromStored({ ...toStored(NIGHT), ...part })).toEqual(left)
})

test.each([
  undefined,
  null,
  'Night',
  [],
  { ...NIGHT },
  { ...NIGHT, version: 2 },
  { ...NIGHT, version: 1, name: '' },
  { ...NIGHT, version: 1, prompt: 5 },
])('%j is no preset', (stored) => {
  expect(fromStored(stored)).toBeUndefined()
})
