import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST, MOST_ROLES, type Preset } from '../../../src/ui/presets/preset.ts'
import { fromFile, toFile } from '../../../src/ui/presets/preset-file.ts'

const NIGHT: Preset = { name: 'Night', prompt: 'Make it night in {layer}' }
const WHOLE: Preset = {
  ...NIGHT,
  provider: 'fake',
  model: 'p-image-edit',
  count: 3,
  seedFrom: 'fixed',
  seed: '7',
  size: '1024x1024',
  place: 'beside',
  keep: 'local',
  extra: 'steps=4',
  options: { turbo: false, outputFormat: 'jpeg', outputCompression: 80, weights: 'owner/repo' },
  roles: ['the logo'],
}

const fileOf = (...presets: unknown[]) => JSON.stringify({ refill: 'presets', version: 1, presets })

test('what is written is read again', () => {
  expect(fromFile(toFile([WHOLE, NIGHT], []))).toEqual({ presets: [WHOLE, NIGHT], faults: [] })
})

test('whatever the references are for is read again as it was written', () => {
  const role = fc.string({ maxLength: LONGEST.role, unit: 'binary' }).filter(({ length }) => length <= LONGEST.role)
  fc.assert(
    fc.property(fc.array(role, { maxLength: MOST_ROLES }), (roles) => {
      expect(fromFile(toFile([{ ...NIGHT, roles }], []))).toEqual({ presets: [{ ...NIGHT, roles }], faults: [] })
    }),
  )
})

test('no key and no address is written: neither in fields of one’s own nor anywhere else', () => {
  const preset: Preset = {
    ...WHOLE,
    prompt: 'as sk-secret"key says',
    extra: 'steps=4\nwebhook=https://me.example/\napi_key=abc\nkeyframes=3',
    options: { turbo: true, weights: 'https://weights.example/?token=abc' },
  }
  const { presets } = fromFile(toFile([preset], ['sk-secret"key', ''])) as { presets: Preset[] }
  expect(presets).toEqual([{ ...WHOLE, prompt: 'as … says', extra: 'steps=4\nkeyframes=3', options: { turbo: true } }])
})

test.each([
  ['', 'json'],
  ['{"refill":', 'json'],
  ['null', 'shape'],
  ['[]', 'shape'],
  ['{"version":1,"presets":[]}', 'shape'],
  ['{"refill":"settings","version":1,"presets":[]}', 'shape'],
  ['{"refill":"presets","version":1}', 'shape'],
  ['{"refill":"presets","version":1,"presets":{}}', 'shape'],
  ['{"refill":"presets","version":1,"presets":[],"accounts":{}}', 'shape'],
  ['{"refill":"presets","version":"1","presets":[]}', 'shape'],
  ['{"refill":"presets","version":2,"presets":[]}', 'version'],
  ['{"refill":"presets","version":1,"presets":[]}', 'none'],
])('a file that holds %j is not taken: %s', (text, fault) => {
  expect(fromFile(text)).toBe(fault)
})

test.each([
  [null, { why: 'wrong', name: undefined }],
  [['Night'], { why: 'wrong', name: undefined }],
  [{ prompt: 'x' }, { why: 'wrong', name: undefined, part: 'name' }],
  [
    { ...NIGHT, name: ' ' },
    { why: 'wrong', name: ' ', part: 'name' },
  ],
  [{ name: 'Night' }, { why: 'wrong', part: 'prompt' }],
  [
    { ...NIGHT, prompt: '' },
    { why: 'wrong', part: 'prompt' },
  ],
  [
    { ...NIGHT, prompt: 'x'.repeat(LONGEST.prompt + 1) },
    { why: 'wrong', part: 'prompt' },
  ],
  [
    { ...NIGHT, count: 0 },
    { why: 'wrong', part: 'count' },
  ],
  [
    { ...NIGHT, count: 1.5 },
    { why: 'wrong', part: 'count' },
  ],
  [
    { ...NIGHT, place: 'everywhere' },
    { why: 'wrong', part: 'place' },
  ],
  [
    { ...NIGHT, seedFrom: 'dice' },
    { why: 'wrong', part: 'seedFrom' },
  ],
  ...['-5', '1.5', 'moon', '2147483648'].map((seed): [object, object] => [
    { ...NIGHT, seedFrom: 'fixed', seed },
    { why: 'wrong', part: 'seed' },
  ]),
  [
    { ...NIGHT, seed: '-5' },
    { why: 'wrong', part: 'seed' },
  ],
  [
    { ...NIGHT, roles: ['logo', 5] },
    { why: 'wrong', part: 'roles' },
  ],
  [
    { ...NIGHT, roles: ['x'.repeat(LONGEST.role + 1)] },
    { why: 'wrong', part: 'roles' },
  ],
  [
    { ...NIGHT, roles: Array.from({ length: MOST_ROLES + 1 }, () => '') },
    { why: 'wrong', part: 'roles' },
  ],
  [
    { ...NIGHT, options: { turbo: 'yes' } },
    { why: 'wrong', part: 'turbo' },
  ],
  [
    { ...NIGHT, options: { speed: 1 } },
    { why: 'unknown', part: 'speed' },
  ],
  [
    { ...NIGHT, key: 'sk-1' },
    { why: 'unknown', part: 'key' },
  ],
  [
    { ...NIGHT, extra: 'webhook=https://evil.example' },
    { why: 'private', part: 'extra' },
  ],
  [
    { ...NIGHT, extra: 'a=1\napi_key=5' },
    { why: 'private', part: 'extra' },
  ],
  [
    { ...NIGHT, options: { weights: 'https://evil.example' } },
    { why: 'private', part: 'weights' },
  ],
])('of %j it is said what is wrong, and the others are taken', (wrong, fault) => {
  const read = fromFile(fileOf({ name: 'First', prompt: 'x' }, wrong, { name: 'Last', prompt: 'y' }))
  expect(read).toEqual({
    presets: [
      { name: 'First', prompt: 'x' },
      { name: 'Last', prompt: 'y' },
    ],
    faults: [{ entry: 2, name: 'Night', ...fault }],
  })
})

test.each([
  { seedFrom: 'fixed', seed: ' 7 ' },
  { seedFrom: 'fixed', seed: '' },
  { seedFrom: 'drawn', seed: '-5' },
  { seedFrom: 'provider', seed: 'moon' },
])('a seed that is one, that is still to be typed, or that nothing uses is taken: %j', (part) => {
  expect(fromFile(fileOf({ ...NIGHT, ...part }))).toEqual({ presets: [{ ...NIGHT, ...part }], faults: [] })
})
