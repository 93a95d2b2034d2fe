import { afterAll, expect, test } from 'vitest'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import { expectOneUndo, frame, layer, orderFor, photo, picturesOf, place, rowsFor, solid } from './session.ts'

// Figma's buttons on layers that have results.

const builder = pluginBuilder()
afterAll(builder.close)
const pictures = await picturesOf(200, 100)
const world = { red: pictures.red.bytes }
const { manifest } = await builder.files()

function buttonsOn({ editor }: OpenPlugin, ...names: string[]) {
  editor.select(names)
  return editor.relaunchButtons(manifest).map(({ name }) => name)
}
const BOTH = ['Edit again', 'Original']

test('they come with the first result and go with its undo', async () => {
  const plugin = await builder.open([layer('A', [photo()]), layer('B', [photo()])], world)
  await expectOneUndo(plugin, () => place(plugin, 'A', pictures.blue))
  plugin.editor.redo()
  expect(buttonsOn(plugin, 'A')).toEqual(BOTH)
  expect(buttonsOn(plugin, 'B')).toEqual([])
  await place(plugin, 'B', pictures.blue)
  expect(buttonsOn(plugin, 'A', 'B')).toEqual(BOTH)
})

test('they stay while the original shows, and go with the last result', async () => {
  const plugin = await builder.open([layer('A', [photo()])], world)
  const { id } = await place(plugin, 'A', pictures.blue)
  const second = await place(plugin, 'A', pictures.green)
  await plugin.ui.call('keepOnly', { id, hash: second.hash })
  expect(buttonsOn(plugin, 'A')).toEqual(BOTH)
  await plugin.ui.call('showOriginal', { id })
  expect(buttonsOn(plugin, 'A')).toEqual(BOTH)
  await expectOneUndo(plugin, () => plugin.ui.call('tidy', { ids: [id] }))
  plugin.editor.redo()
  expect(buttonsOn(plugin, 'A')).toEqual([])
})

test('a frame has them as well as the rectangle that covers it from inside', async () => {
  const plugin = await builder.open([frame('Board', [layer('Inner', [solid])])], world)
  const [row] = await rowsFor(plugin, 'Board')
  const { id } = await plugin.ui.call('placeImage', orderFor(row, pictures.blue))
  expect(buttonsOn(plugin, 'Board')).toEqual(BOTH)
  expect(buttonsOn(plugin, id)).toEqual(BOTH)
})

test('a rectangle above has them, and what lies below it is left as it is', async () => {
  const plugin = await builder.open([layer('Box', [solid], { opacity: 0.5 })], world)
  const { id } = await place(plugin, 'Box', pictures.blue)
  expect(buttonsOn(plugin, id)).toEqual(BOTH)
  expect(buttonsOn(plugin, 'Box')).toEqual([])
})

test('a copy beside has them, and its source does not', async () => {
  const plugin = await builder.open([layer('A', [photo()])], world)
  const { id } = await place(plugin, 'A', pictures.blue, { place: 'beside' })
  expect(buttonsOn(plugin, 'A')).toEqual([])
  expect(buttonsOn(plugin, id)).toEqual(BOTH)
})

test('in an instance the result is placed and there are none: Figma takes none there', async () => {
  const plugin = await builder.open(
    [
      layer('Card', [], { type: 'COMPONENT', children: [layer('Photo', [photo()])] }),
      layer('Use', [], { type: 'INSTANCE', component: 'Card', y: 300 }),
    ],
    world,
  )
  const inside = (await rowsFor(plugin, 'Use')).find(({ inside }) => inside)
  const placed = await plugin.ui.call('placeImage', orderFor(inside, pictures.blue))
  expect(placed.beside).toBeUndefined()
  expect(buttonsOn(plugin, placed.id)).toEqual([])
  expect(plugin.editor.errors()).toEqual([])
})

test('what becomes a component keeps them', async () => {
  const plugin = await builder.open([frame('Board', [layer('Inner', [solid])])], world)
  const [row] = await rowsFor(plugin, 'Board')
  await plugin.ui.call('placeImage', orderFor(row, pictures.blue))
  const { ids } = await plugin.ui.call('makeComponents', { ids: [plugin.editor.layer('Board').id] })
  expect(buttonsOn(plugin, Object.values(ids)[0]!)).toEqual(BOTH)
})

test('a new variant has them on the layer that was edited', async () => {
  const plugin = await builder.open(
    [layer('Card', [], { type: 'COMPONENT', children: [layer('Photo', [photo()]), layer('Other', [solid])] })],
    world,
  )
  const row = (await rowsFor(plugin, 'Card')).find(({ inside }) => inside)!
  const { placed } = await plugin.ui.call('placeVariant', {
    ...{ id: row.id, property: 'Look', value: 'night' },
    pictures: [orderFor(row, pictures.blue)],
  })
  expect(buttonsOn(plugin, placed[0]!.id)).toEqual(BOTH)
  expect(buttonsOn(plugin, row.id)).toEqual([])
})
