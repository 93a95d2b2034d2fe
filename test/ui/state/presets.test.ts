import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { createImages } from '../../../src/ui/jobs/images.ts'
import type { Preset } from '../../../src/ui/presets/preset.ts'
import { LARGEST_FILE } from '../../../src/ui/presets/preset-file.ts'
import { toStored } from '../../../src/ui/presets/stored-preset.ts'
import { createForm } from '../../../src/ui/state/form.ts'
import { createPresets, type PresetsServices } from '../../../src/ui/state/presets.ts'
import { createReferences } from '../../../src/ui/state/references.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { presetTold, usedText } from '../../../src/ui/texts/presets.ts'
import { T } from '../../../src/ui/texts.ts'
import { fakeCode, fakeCodec, pictureOf } from '../jobs/fakes.ts'

async function stage(stored: Record<string, unknown> = {}, part: Partial<PresetsServices> = {}) {
  const state = { stored, isFull: false, room: Number.POSITIVE_INFINITY }
  const code = fakeCode({
    readPresets: () => structuredClone(state.stored),
    savePreset({ id, preset }) {
      if (state.isFull || state.room-- <= 0) throw new AppError('bug', 'full')
      if (preset === undefined) delete state.stored[id]
      else state.stored[id] = preset
    },
  })
  const form = createForm('p-image-edit')
  const references = createReferences({
    ...{ code, selection: createSelection(), images: createImages(code) },
    codec: fakeCodec({ refer: async () => pictureOf('any') }),
    limit: () => 4,
    prompts: () => [form.all.value.prompt],
  })
  let last = 0
  const presets = createPresets({
    ...{ code, form, references },
    newId: () => `id ${++last}`,
    provider: () => 'fake',
    offers: (model, provider) => model === 'p-image-edit' || model === 'listed' || provider === 'fake',
    lacks: async () => false,
    secrets: () => ['sk-secret'],
    ...part,
  })
  await presets.load()
  const own = () => presets.all.value.filter(({ id }) => id !== undefined)
  return {
    state,
    presets,
    form,
    references,
    places: () => references.places.value.map(({ role, reference }) => [role, reference?.name]),
    own,
    names: () => own().map(({ preset }) => preset.name),
    told: () => presetTold(presets.told.value!),
  }
}

const NIGHT: Preset = { name: 'Night', prompt: 'Make it night' }
const fileOf = (...presets: unknown[]) => new Blob([JSON.stringify({ refill: 'presets', version: 1, presets })])

test('a preset keeps the form as it stands, words in braces as they are typed, and nothing of an account', async () => {
  const { presets, form, state, told } = await stage()
  form.change({
    prompt: 'Night on {layer}',
    count: 3,
    seedFrom: 'fixed',
    seed: '7',
    size: '1024x1024',
    place: 'beside',
  })
  form.change({ extra: 'steps=4', keep: 'local', options: { turbo: false } })
  expect(await presets.save('Shop at night')).toBe(true)
  expect(told()).toEqual(['Saved as “Shop at night”.'])
  expect(state.stored).toEqual({
    'id 1': {
      ...{ version: 1, name: 'Shop at night', provider: 'fake', model: 'p-image-edit', prompt: 'Night on {layer}' },
      ...{ count: 3, seedFrom: 'fixed', seed: '7', size: '1024x1024', place: 'beside' },
      ...{ extra: 'steps=4', keep: 'local', options: { turbo: false } },
    },
  })
})

test('own presets are there in the next panel, by name and before those of Refill; what cannot be read is left alone', async () => {
  const later = { version: 2, title: 'Later' }
  const { presets, state, names } = await stage({
    a: toStored({ name: 'Winter 10', prompt: 'x' }),
    b: toStored({ name: 'winter 9', prompt: 'x' }),
    c: later,
    d: 'junk',
    e: { ...toStored(NIGHT), count: 'many' },
  })
  expect(names()).toEqual(['Night', 'winter 9', 'Winter 10'])
  expect(presets.all.value.slice(0, 4).map(({ group }) => group)).toEqual(['Yours', 'Yours', 'Yours', 'Time of day'])
  await presets.remove('a')
  expect(Object.keys(state.stored)).toEqual(['b', 'c', 'd', 'e'])
  expect(state.stored.c).toBe(later)
})

test('a preset fills the form, and one button gives back what was there, and the preset again', async () => {
  const { presets, form } = await stage()
  form.change({ prompt: 'mine', count: 2, shareSame: false, options: { turbo: false } })
  const before = form.all.value
  presets.take({ ...NIGHT, provider: 'fake', model: 'own', count: 5, options: { quality: 'high' } })
  const after = { ...before, prompt: 'Make it night', model: 'own', count: 5, options: { quality: 'high' } }
  expect(form.all.value).toEqual(after)
  expect(usedText(presets.used.value!)).toBe('“Night” is in the form.')
  presets.back()
  expect(form.all.value).toEqual(before)
  expect(usedText(presets.used.value!)).toBe('What was there is in the form again.')
  presets.back()
  expect(form.all.value).toEqual(after)
})

const png = (name: string) => new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], name)

test('what the references are for is kept in their order, with the number of those without a word, and never a picture', async () => {
  const { presets, form, references, state } = await stage()
  form.change({ prompt: 'The lamp of image 3' })
  await references.addFiles([png('a.png'), png('b.png')])
  const [first] = references.places.value
  references.setRole(first!.id, '  Style ')
  await presets.save('Lamp')
  expect(state.stored['id 1']).toMatchObject({ roles: ['Style', ''] })
  expect(JSON.stringify(state.stored)).not.toContain('a.png')
  references.setRole(first!.id, 'x'.repeat(50))
  expect(references.places.value[0]!.role).toBe('x'.repeat(40))
})

test('a preset asks for its pictures, and the one way back takes its places along', async () => {
  const { presets, references, places } = await stage()
  await references.addFiles([png('a.png')])
  presets.take({ ...NIGHT, roles: ['Style', 'Product', ''] })
  expect(places()).toEqual([
    ['Style', 'a.png'],
    ['Product', undefined],
    ['', undefined],
  ])
  expect(usedText(presets.used.value!)).toBe('“Night” is in the form. It has places for 3 references below the prompt.')
  presets.back()
  expect(places()).toEqual([['', 'a.png']])
  presets.back()
  expect(places().map(([role]) => role)).toEqual(['Style', 'Product', ''])
  presets.take(NIGHT)
  expect(places()).toEqual([['Style', 'a.png']])
  presets.back()
  expect(places()).toHaveLength(3)
})

test('a preset of Refill changes the prompt alone', async () => {
  const { presets, form } = await stage()
  form.change({ count: 4, model: 'other' })
  const before = form.all.value
  const { preset } = presets.all.value[0]!
  presets.take(preset)
  expect(form.all.value).toEqual({ ...before, prompt: preset.prompt })
})

test('a model that this provider lacks leaves the present one, and it is said', async () => {
  const { presets, form } = await stage()
  presets.take({ ...NIGHT, provider: 'elsewhere', model: 'far' })
  expect(form.all.value.model).toBe('p-image-edit')
  expect(usedText(presets.used.value!)).toBe(
    '“Night” is in the form. This provider does not offer far: p-image-edit stays.',
  )
  presets.take({ ...NIGHT, provider: 'elsewhere', model: 'listed' })
  expect(form.all.value.model).toBe('listed')
})

test('where the provider is asked for the model and lacks it, the one before comes back', async () => {
  const { presets, form } = await stage({}, { lacks: async (model) => model === 'gone' })
  presets.take({ ...NIGHT, provider: 'fake', model: 'gone' })
  expect(form.all.value.model).toBe('gone')
  await expect.poll(() => form.all.value.model).toBe('p-image-edit')
  expect(usedText(presets.used.value!)).toContain('This provider does not offer gone: p-image-edit stays.')
})

test('what was there with another provider comes back without its model', async () => {
  let provider = 'fake'
  const { presets, form } = await stage({}, { provider: () => provider })
  form.change({ prompt: 'mine', model: 'theirs' })
  presets.take(NIGHT)
  provider = 'other'
  form.change({ model: 'default of other' })
  presets.back()
  expect(form.all.value).toMatchObject({ prompt: 'mine', model: 'default of other' })
})

test('names are made unique, also beside those of Refill; without name or prompt nothing is saved', async () => {
  const { presets, form, names, told } = await stage()
  expect(await presets.save('Night')).toBe(false)
  expect(told()).toEqual([T.presetNeedsPrompt])
  form.change({ prompt: 'x' })
  expect(await presets.save('  ')).toBe(false)
  expect(told()).toEqual([T.presetNeedsName])
  await presets.save('Night')
  await presets.save('night')
  await presets.save('Winter')
  expect(names()).toEqual(['Night', 'night 2', 'Winter 2'])
  form.change({ prompt: 'x'.repeat(32_001) })
  expect(await presets.save('Long')).toBe(false)
  expect(told()).toEqual([T.presetTooLong])
})

test('a preset is renamed, replaced by the form as it stands, and removed', async () => {
  const { presets, form, state, own, told } = await stage({ a: toStored({ ...NIGHT, roles: ['logo'] }) })
  await presets.rename('a', 'night')
  expect(state.stored.a).toEqual({ ...toStored(NIGHT), name: 'night', roles: ['logo'] })
  form.change({ prompt: 'Make it winter', count: 2 })
  await presets.replace('a')
  expect(own()[0]!.preset).toMatchObject({ name: 'night', prompt: 'Make it winter', count: 2 })
  // There are no references now.
  expect(own()[0]!.preset.roles).toBeUndefined()
  expect(state.stored.a).toEqual(toStored(own()[0]!.preset))
  await presets.remove('a')
  expect(told()).toEqual(['“night” was removed.'])
  expect(state.stored).toEqual({})
  expect(own()).toEqual([])
})

test('a full storage is said, and nothing that was stored is lost', async () => {
  const { presets, form, state, names, told } = await stage({ a: toStored(NIGHT) })
  form.change({ prompt: 'Make it winter' })
  state.isFull = true
  expect(await presets.save('Snow')).toBe(false)
  expect(told()).toEqual([T.presetNotKept])
  expect(await presets.replace('a')).toBe(false)
  expect(await presets.rename('a', 'Other')).toBe(false)
  expect(await presets.remove('a')).toBe(false)
  expect(told()).toEqual([T.presetNotRemoved])
  expect(names()).toEqual(['Night'])
  expect(state.stored).toEqual({ a: toStored(NIGHT) })
})

test('two hundred presets are kept, of any length that leaves room for the rest of Refill, and their file is read', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 199 }, (_, index) => [`a${index}`, toStored({ name: `Look ${index}`, prompt: 'x' })]),
  )
  const { presets, form, told } = await stage(many)
  form.change({ prompt: 'y' })
  expect(await presets.save('The last')).toBe(true)
  expect(await presets.save('One more')).toBe(false)
  expect(told()).toEqual([T.presetsFull])
  expect(await presets.replace('a0')).toBe(true)

  const long = Object.fromEntries(
    Array.from({ length: 26 }, (_, index) => [
      `a${index}`,
      toStored({ name: `L ${index}`, prompt: '漢'.repeat(32_000) }),
    ]),
  )
  const full = await stage(long)
  full.form.change({ prompt: '漢'.repeat(32_000) })
  expect(await full.presets.save('One more')).toBe(false)
  expect(full.told()).toEqual([T.presetsFull])
  const other = await stage()
  await other.presets.import(full.presets.file.value!)
  expect(other.names()).toHaveLength(26)
})

test('a file of the own presets is read by another designer', async () => {
  const one = await stage({ a: toStored({ ...NIGHT, extra: 'a=1\nkey=sk-secret', count: 2 }) })
  const text = await one.presets.file.value!.text()
  expect(text).not.toContain('sk-secret')
  const other = await stage()
  expect(other.presets.file.value).toBeUndefined()
  await other.presets.import(new Blob([text]))
  expect(other.told()).toEqual(['1 preset imported.'])
  expect(other.own()[0]!.preset).toEqual({ ...NIGHT, extra: 'a=1', count: 2 })
  await other.presets.import(new Blob([text]))
  expect(other.told()).toEqual(['0 presets imported. 1 preset was here already.'])
})

test('of a file the good ones are taken, same names get a number, and the rest is told', async () => {
  const { presets, names, told, state } = await stage({ a: toStored(NIGHT) })
  await presets.import(
    fileOf(
      { ...NIGHT, count: 4 },
      { prompt: 'Make it night', name: 'Night' },
      { name: 'Snow', prompt: 'snow' },
      { name: 'Snow', prompt: 'snow' },
      { name: 'Bad', prompt: 'x', count: 11 },
      { name: 'Odd', prompt: 'x', key: 'sk' },
    ),
  )
  expect(names()).toEqual(['Night', 'Night 2', 'Snow'])
  expect(told()).toEqual([
    '2 presets imported, 1 with a number behind the name. 2 presets were here already. 2 presets cannot be used:',
    'Preset 5, “Bad”: its count must be a whole number from 1 to 10.',
    'Preset 6, “Odd”: “key” is nothing that a preset holds.',
  ])
  // Once more, and nothing is new.
  const before = structuredClone(state.stored)
  await presets.import(fileOf({ ...NIGHT, count: 4 }, { name: 'Snow', prompt: 'snow' }))
  expect(told()).toEqual(['0 presets imported. 2 presets were here already.'])
  expect(state.stored).toEqual(before)
})

test('of many faults the first are told, and how many more there are', async () => {
  const { presets, told } = await stage()
  await presets.import(fileOf(...Array.from({ length: 8 }, () => 'junk')))
  expect(told()).toEqual([
    '0 presets imported. 8 presets cannot be used:',
    ...[1, 2, 3, 4, 5].map((entry) => `Preset ${entry}: it is no preset.`),
    'and 3 more.',
  ])
})

test('where room ends in the middle of a file, what came in stays, and how many did not is told', async () => {
  const { presets, state, names, told } = await stage()
  state.room = 2
  await presets.import(fileOf(...['A', 'B', 'C', 'D'].map((name) => ({ name, prompt: name }))))
  expect(names()).toEqual(['A', 'B'])
  expect(told()).toEqual([`2 presets imported. 2 more did not come in. ${T.presetNotKept}`])
})

test.each([
  [new Blob(['x'.repeat(LARGEST_FILE + 1)]), 'The file is larger than 4 MB'],
  [new Blob(['{']), 'The file is not JSON'],
  [new Blob(['{}']), 'These are no presets of Refill'],
  [new Blob(['{"refill":"presets","version":9}']), 'another version of Refill'],
  [fileOf(), 'There are no presets in the file.'],
  [Object.assign(new Blob(), { text: () => Promise.reject(new Error('gone')) }), 'The file could not be read'],
])('a file that cannot be taken gets a sentence', async (file, sentence) => {
  const { presets, told, names } = await stage({ a: toStored(NIGHT) })
  await presets.import(file)
  expect(told()).toEqual([expect.stringContaining(sentence)])
  expect(names()).toEqual(['Night'])
})
