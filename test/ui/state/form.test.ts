import { expect, test } from 'vitest'
import { createForm } from '../../../src/ui/state/form.ts'
import { resultOn } from '../jobs/fakes.ts'

const { made } = resultOn('a', 'night')

test('the settings of a result fill the form again', () => {
  const form = createForm('other-model')
  form.change({ count: 3 })
  form.recall({ ...made, seed: 7 }, 'fake')
  expect(form.all.value).toMatchObject({ prompt: 'night', model: 'p-image-edit', seed: '7', count: 3 })
})

test('a result without a seed leaves the seed to be drawn', () => {
  const form = createForm('p-image-edit')
  form.change({ seed: '7' })
  form.recall(made, 'fake')
  expect(form.all.value.seed).toBe('')
})

test('the model of another provider is not taken', () => {
  const form = createForm('own-model')
  form.recall(made, 'another')
  expect(form.all.value).toMatchObject({ prompt: 'night', model: 'own-model' })
})

test('what the layer no longer knows stays as it is', () => {
  const form = createForm('own-model')
  form.change({ prompt: 'typed' })
  form.recall({ ...made, prompt: '', model: '' }, 'fake')
  expect(form.all.value).toMatchObject({ prompt: 'typed', model: 'own-model' })
})

test('a prompt that was sent with braces is sent with them again', () => {
  const form = createForm('p-image-edit')
  form.recall({ ...made, prompt: 'a {b} }c' }, 'lumenfall')
  expect(form.all.value.prompt).toBe('a {{b}} }}c')
})
