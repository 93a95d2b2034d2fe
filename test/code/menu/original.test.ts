import { afterAll, expect, test } from 'vitest'
import { pluginBuilder } from '../../harness/plugin.ts'
import { expectOneUndo, frame, json, layer, photo, picturesOf, place, shownOn, solid } from '../session.ts'

// *Bring back original* and the button of that name: no panel, a sentence, and the plugin closes.

const builder = pluginBuilder()
afterAll(builder.close)
const pictures = await picturesOf(200, 100)
const world = { red: pictures.red.bytes }

/** Runs the command in what is open, until the plugin has closed. */
async function bringBack(plugin: Awaited<ReturnType<typeof builder.open>>) {
  const again = await builder.startIn(plugin.editor, 'original')
  await expect.poll(() => again.run.closed).toBe(true)
  return again
}

test('the layers that are selected, and those in them, show what they showed before', async () => {
  const plugin = await builder.open([layer('A', [photo()]), frame('Board', [layer('B', [photo()])])], world)
  const before = [shownOn(plugin, 'A'), shownOn(plugin, 'B')]
  await place(plugin, 'A', pictures.blue)
  await place(plugin, 'B', pictures.blue)
  plugin.editor.select(['A', 'Board'])
  const { notes, window } = await bringBack(plugin)
  expect(notes).toEqual([{ message: 'Original shown on 2 layers.', error: false }])
  expect(window.visible).toBeUndefined()
  expect([shownOn(plugin, 'A'), shownOn(plugin, 'B')]).toEqual(before)
})

test('a result on the rectangle above a layer is found from the layer', async () => {
  const plugin = await builder.open([layer('Box', [solid], { opacity: 0.5 })], world)
  await place(plugin, 'Box', pictures.blue)
  plugin.editor.select(['Box'])
  await expectOneUndo(plugin, async () => {
    expect((await bringBack(plugin)).notes[0]?.message).toBe('Original shown on 1 layer.')
  })
})

test('what an instance shows of its component comes back with that, without an override', async () => {
  const plugin = await builder.open(
    [
      layer('Card', [], { type: 'COMPONENT', children: [layer('Photo', [photo()])] }),
      layer('Use', [], { type: 'INSTANCE', component: 'Card', y: 300 }),
    ],
    world,
  )
  await place(plugin, 'Photo', pictures.blue)
  plugin.editor.select(['Use', 'Card'])
  const { notes } = await bringBack(plugin)
  expect(notes[0]?.message).toBe('Original shown on 1 layer.')
})

test.each([
  ['nothing is selected', [], 'Select layers first.'],
  ['there is no result', ['A'], 'The selected layers show no result of Refill.'],
])('where %s, that is said and nothing changes', async (_why, selected, message) => {
  const plugin = await builder.open([layer('A', [photo()])], world)
  plugin.editor.select(selected)
  const before = json(plugin)
  expect((await bringBack(plugin)).notes).toEqual([{ message, error: false }])
  expect(json(plugin)).toBe(before)
})
