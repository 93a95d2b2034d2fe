import { afterAll, expect, test } from 'vitest'
import type { ParameterAnswer } from '../../../dev/figma/editor.ts'
import { soon } from '../../../dev/figma/later.ts'
import { pluginBuilder } from '../../harness/plugin.ts'
import { layer, photo, picturesOf } from '../session.ts'

// What the quick-actions bar suggests for *Edit selection…*, in query mode: nothing can be written or shown meanwhile.

const builder = pluginBuilder()
afterAll(builder.close)
const pictures = await picturesOf(20, 10)
const world = { red: pictures.red.bytes }

const KEPT = {
  prompts: { version: 1, prompts: ['a foggy morning', 'make it night', 7] },
  'preset 1a': { version: 1, name: 'night shift', prompt: 'x' },
  'preset 2b': { version: 1, name: 'Beach', prompt: 'y' },
  'preset 3c': { version: 2, name: 'of a later version' },
}

async function asking(selected: string[], storage: Record<string, unknown> = KEPT) {
  const { editor } = await builder.open([layer('A', [photo()])], world)
  editor.select(selected)
  const plugin = await builder.startIn(editor, 'edit', '', storage, 'ask')
  async function type(key: string, text: string) {
    let answer: ParameterAnswer | undefined
    plugin.run.query!.type(key, text, {}, (told) => {
      answer = told
    })
    await expect.poll(() => answer).toBeDefined()
    return answer!
  }
  return { ...plugin, type }
}
const namesIn = (answer: ParameterAnswer) =>
  'suggestions' in answer ? answer.suggestions.map(({ name }) => name) : answer

test('prompts: what is typed comes first, then those that were run and hold it', async () => {
  const { type, editor } = await asking(['A'])
  expect(namesIn(await type('prompt', ''))).toEqual(['a foggy morning', 'make it night'])
  expect(namesIn(await type('prompt', ' Night'))).toEqual(['Night', 'make it night'])
  expect(namesIn(await type('prompt', 'make it night'))).toEqual(['make it night'])
  expect(editor.errors()).toEqual([])
})

test('a long prompt is shown short and given whole', async () => {
  const long = 'keep every word of it as it is '.repeat(9).trim()
  const { type } = await asking(['A'])
  const answer = await type('prompt', long)
  expect(answer).toMatchObject({ suggestions: [{ name: expect.stringMatching(/^keep.{60,86}…$/), data: long }] })
})

test('presets: own ones first, by what their names hold; another word is none', async () => {
  const { type } = await asking(['A'])
  expect(await type('preset', 'NIGHT')).toEqual({
    suggestions: [
      { name: 'night shift', data: '1a' },
      { name: 'Starry night', data: 'night' },
    ],
  })
  const all = namesIn(await type('preset', '')) as string[]
  expect([all.slice(0, 2), all.length]).toEqual([['Beach', 'night shift'], 25])
  expect(await type('preset', 'zzz')).toEqual({ error: 'No preset has “zzz” in its name.' })
})

test('storage that holds something else is as good as empty', async () => {
  const { type } = await asking(['A'], { prompts: 'old', 'preset 1': null })
  expect(namesIn(await type('prompt', ''))).toEqual([])
  expect(namesIn(await type('preset', ''))).toHaveLength(23)
})

test('with nothing selected it says so before anything is typed', async () => {
  const { type } = await asking([])
  expect(await type('prompt', '')).toEqual({ error: 'Select layers first.' })
})

test('what was given reaches the panel, which opens only then; without the bar there is nothing', async () => {
  const { run, ui, window, editor } = await asking(['A'])
  await soon()
  expect(window.visible).toBeUndefined()
  run.query!.run({ prompt: ' make it night ', preset: '1a' })
  expect((await ui.call('start', {})).typed).toEqual({ prompt: 'make it night', preset: '1a' })
  expect(window.visible).toBe(true)
  const plain = await builder.startIn(editor)
  expect(await plain.ui.call('start', {})).not.toHaveProperty('typed')
})
