import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { createPromptRecall } from '../../../src/ui/state/prompt-recall.ts'
import { createPrompts } from '../../../src/ui/state/prompts.ts'
import { fakeCode } from '../jobs/fakes.ts'

/** Storage that windows share. */
function storage(stored?: unknown) {
  const state = { stored, isFull: false }
  const code = fakeCode({
    readPrompts: () => structuredClone(state.stored),
    savePrompts({ prompts }) {
      if (state.isFull) throw new AppError('bug', 'full')
      state.stored = prompts
    },
  })
  return { state, open: () => createPrompts({ code }), code }
}

test('prompts that were run are there in the next panel', async () => {
  const { open } = storage()
  const first = open()
  await first.load()
  await first.add('night')
  await first.add('winter')
  const next = open()
  await next.load()
  expect(next.all.value).toEqual(['winter', 'night'])
  await next.remove('winter')
  expect(next.all.value).toEqual(['night'])
  await next.clear()
  const last = open()
  await last.load()
  expect(last.all.value).toEqual([])
})

test('two windows lose nothing of each other', async () => {
  const { open, state } = storage()
  const [one, other] = [open(), open()]
  await Promise.all([one.load(), other.load()])
  await one.add('night')
  await other.add('winter')
  expect(other.all.value).toEqual(['winter', 'night'])
  await one.remove('night')
  expect(state.stored).toEqual({ version: 1, prompts: ['winter'] })
})

test('where storage is full it is said, what was stored stays, and it is kept as soon as there is room', async () => {
  const { open, state } = storage({ version: 1, prompts: ['old'] })
  const prompts = open()
  await prompts.load()
  state.isFull = true
  await prompts.add('night')
  expect(prompts.unsaved.value).toBe(true)
  expect(prompts.all.value).toEqual(['night', 'old'])
  expect(state.stored).toEqual({ version: 1, prompts: ['old'] })
  state.isFull = false
  await prompts.add('winter')
  expect(prompts.unsaved.value).toBe(false)
  expect(state.stored).toEqual({ version: 1, prompts: ['winter', 'night', 'old'] })
})

test('a list of a later version is left as it is', async () => {
  const later = { version: 2, prompts: [{ text: 'night' }] }
  const { open, state } = storage(later)
  const prompts = open()
  await prompts.add('winter')
  expect(state.stored).toEqual(later)
  expect(prompts.all.value).toEqual(['winter'])
  expect(prompts.unsaved.value).toBe(true)
})

test('a list that did not change is not another one: who walks through it goes on', async () => {
  const { open } = storage({ version: 1, prompts: ['night'] })
  const prompts = open()
  await prompts.load()
  const before = prompts.all.value
  await prompts.load()
  expect(prompts.all.value).toBe(before)
})

function walk(...list: string[]) {
  const prompts = signal<readonly string[]>(list)
  const step = createPromptRecall(prompts)
  return { prompts, up: (present: string) => step(1, present), down: (present: string) => step(-1, present) }
}

test('one goes back to the oldest and forth again, and what was being typed comes last', () => {
  const { up, down } = walk('c', 'b', 'a')
  expect(up('typing')).toBe('c')
  expect(up('c')).toBe('b')
  expect(up('b')).toBe('a')
  expect(up('a')).toBeUndefined()
  expect(down('a')).toBe('b')
  expect(down('b')).toBe('c')
  expect(down('c')).toBe('typing')
  expect(down('typing')).toBeUndefined()
})

test('nothing that was typed is no fault', () => {
  const { up, down } = walk('a')
  expect(up('')).toBe('a')
  expect(down('a')).toBe('')
  expect(walk().up('x')).toBeUndefined()
})

test('what is changed on the way stays changed', () => {
  const { up, down } = walk('b', 'a')
  up('typing')
  expect(up('b, but blue')).toBe('a')
  expect(down('a')).toBe('b, but blue')
  expect(down('b, but blue')).toBe('typing')
})

test('the prompt that is in the box already is passed over', () => {
  const { up, down } = walk('c', 'b')
  expect(up('c')).toBe('b')
  expect(down('b')).toBe('c')
})

test('a run begins the walk anew', () => {
  const { prompts, up } = walk('b', 'a')
  up('typing')
  up('b')
  prompts.value = ['a', 'b']
  expect(up('a')).toBe('b')
})
