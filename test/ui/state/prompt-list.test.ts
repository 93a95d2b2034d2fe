import { expect, test } from 'vitest'
import { createForm } from '../../../src/ui/state/form.ts'
import { createOwnPrompts } from '../../../src/ui/state/own-prompts.ts'
import { createPromptList } from '../../../src/ui/state/prompt-list.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { imageRow } from '../jobs/fakes.ts'

function stage(...prompts: string[]) {
  const selection = createSelection()
  const [hero] = [imageRow('Hero')]
  selection.follow({ rows: [hero] })
  const form = createForm('p-image-edit')
  const own = createOwnPrompts(selection, () => list.all.value[0]!.id)
  const list = createPromptList({ form, own })
  form.change({ prompt: prompts[0] ?? '' })
  for (const prompt of prompts.slice(1)) {
    list.add()
    list.change(list.active.value, { prompt })
  }
  const texts = () => list.all.value.map(({ prompt }) => prompt)
  const idOf = (prompt: string) => list.all.value.find((one) => one.prompt === prompt)!.id
  return { form, own, list, texts, idOf, hero }
}

test('one prompt is no list; a second makes columns of both, under names', () => {
  const { list } = stage('night')
  expect(list.columns.value).toBeUndefined()
  list.add()
  expect(list.columns.value).toMatchObject([
    { name: 'Prompt 1', prompt: 'night' },
    { name: 'Prompt 2', prompt: '' },
  ])
})

test('the first prompt is the form’s own, whichever that is', () => {
  const { form, list, texts, idOf } = stage('night', 'snow', 'storm')
  list.move(idOf('storm'), 0)
  expect(texts()).toEqual(['storm', 'night', 'snow'])
  expect(form.all.value.prompt).toBe('storm')
  form.change({ prompt: 'fog' })
  expect(texts()).toEqual(['fog', 'night', 'snow'])
  list.remove(idOf('fog'))
  expect(form.all.value.prompt).toBe('night')
})

test('what is put into the form goes to the prompt that was used last, and back to where it came from', () => {
  const { form, list, texts, idOf } = stage('night', 'snow')
  const before = list.form.all.value
  list.form.change({ prompt: 'a preset', count: 2 })
  expect(texts()).toEqual(['night', 'a preset'])
  expect(form.all.value.count).toBe(2)
  list.use(idOf('night'))
  list.form.change(before)
  expect(texts()).toEqual(['night', 'snow'])
  expect(form.all.value.count).toBe(1)
})

test('a removed prompt comes back in its place, with the words of its layers', () => {
  const { own, list, texts, idOf, hero } = stage('night', 'snow', 'storm')
  const snow = idOf('snow')
  own.set(hero, 'frost', snow)
  list.remove(snow)
  expect(texts()).toEqual(['night', 'storm'])
  expect(list.undoable.value).toEqual({ did: 'removed', name: 'Prompt 2' })
  list.change(idOf('storm'), { prompt: 'fog' })
  list.undo()
  expect(texts()).toEqual(['night', 'snow', 'fog'])
  expect(own.of(hero, snow)).toBe('frost')
  expect(list.undoable.value).toBeUndefined()
})

test('an empty prompt goes without a word, and the last one stays', () => {
  const { list } = stage('night', '')
  list.remove(list.active.value)
  expect(list.undoable.value).toBeUndefined()
  list.remove(list.active.value)
  expect(list.all.value).toHaveLength(1)
  expect(list.isList.value).toBe(false)
})

test('words of a layer’s own stay with their prompt when that is the only one, and go along with a copy', () => {
  const { own, list, idOf, hero } = stage('night', 'snow')
  own.set(hero, 'frost', idOf('snow'))
  list.duplicate(idOf('snow'))
  expect(list.all.value.map(({ name }) => name)).toEqual(['Prompt 1', 'Prompt 2', 'Prompt 2 2'])
  expect(own.of(hero, list.active.value)).toBe('frost')
  list.remove(list.active.value)
  list.remove(idOf('night'))
  expect(own.of(hero)).toBe('frost')
})

test('what is unticked is kept, and takes no part', () => {
  const { list, idOf } = stage('night', 'snow')
  list.change(idOf('night'), { isTicked: false })
  expect(list.columns.value?.map(({ prompt }) => prompt)).toEqual(['snow'])
  expect(list.typed.value).toEqual(['snow'])
})

test('taken prompts stand in place of an empty one, or after the last one used; undone, they are gone', () => {
  const { list, texts } = stage('')
  list.take([{ name: 'A', prompt: 'a' }, { prompt: 'b' }], { cells: 0 })
  expect(list.all.value.map(({ name, prompt }) => [name, prompt])).toEqual([
    ['A', 'a'],
    ['Prompt 2', 'b'],
  ])
  list.take([{ name: 'A', prompt: 'c' }], { cells: 0 })
  expect(list.all.value.map(({ name }) => name)).toEqual(['A', 'A 2', 'Prompt 2'])
  list.undo()
  expect(texts()).toEqual(['a', 'b'])
})

test('words of a sheet are taken back, and what was typed since stays', () => {
  const { own, idOf, hero } = stage('night', 'snow', 'storm')
  const [night, snow, storm] = ['night', 'snow', 'storm'].map(idOf) as [string, string, string]
  own.set(hero, 'dusk', night)
  const undo = own.take([
    { row: hero, prompt: night, text: 'from a sheet' },
    { row: hero, prompt: snow, text: 'from a sheet' },
  ])
  own.set(hero, 'typed since', snow)
  own.set(hero, 'typed since, too', storm)
  undo()
  expect([night, snow, storm].map((prompt) => own.of(hero, prompt))).toEqual([
    'dusk',
    'typed since',
    'typed since, too',
  ])
})
