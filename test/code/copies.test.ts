import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import type { Picture } from '../../src/shared/picture.ts'
import { slowPainter } from '../harness/pictures.ts'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import { fillsOf, frame, layer, orderFor, photo, picturesOf, place, rowsFor, shownOn, solid } from './session.ts'

// What Refill knows of a layer lives on with its copies, and does not mistake one for the other.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue, green } = await picturesOf(200, 100)

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })
const faded = (name: string, more: Partial<LayerSpec> = {}) => layer(name, [solid], { opacity: 0.5, ...more })

/** Selects a layer by id and places a picture on what its first row is about. */
async function placeOn(plugin: OpenPlugin, id: string, picture: Picture) {
  const [row] = await rowsFor(plugin, id)
  return plugin.ui.call('placeImage', orderFor(row, picture))
}

test('a duplicate has the results of the layer, and an original of its own', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  await place(plugin, 'Photo', blue)
  const before = fillsOf(plugin, 'Photo')
  const [copy] = plugin.editor.duplicate(['Photo'])
  await plugin.ui.call('showOriginal', { id: copy! })
  expect(fillsOf(plugin, copy!).map(({ visible }) => visible)).toEqual([true, false])
  expect(fillsOf(plugin, 'Photo')).toEqual(before)
  expect((await plugin.ui.call('readResults', { id: copy! })).results).toHaveLength(1)
})

test('a copy on another page is edited there', async () => {
  const pages = [
    { name: 'One', layers: [layer('Photo', [photo()])] },
    { name: 'Two', layers: [] },
  ]
  const plugin = await plugins.openWorld({ pages, pictures: { red: red.bytes } })
  const original = await place(plugin, 'Photo', blue)
  const [copy] = plugin.editor.paste(['Photo'], 'Two')
  plugin.editor.showPage('Two')
  const { hash } = await placeOn(plugin, copy!, green)
  expect(shownOn(plugin, copy!)).toEqual([hash])
  expect(fillsOf(plugin, copy!)).toHaveLength(3)
  expect(fillsOf(plugin, original.id)).toHaveLength(2)
})

test('a layer that becomes part of a component keeps its results', async () => {
  const plugin = await open(frame('Card', [layer('Photo', [photo()])]))
  const { hash } = await place(plugin, 'Photo', blue)
  plugin.editor.makeComponent('Card')
  expect((await plugin.ui.call('readResults', { id: plugin.editor.layer('Photo').id })).results).toMatchObject([
    { hash, shown: true },
  ])
})

test('a layer and its cover that were copied together belong together', async () => {
  const plugin = await open(faded('Badge'))
  const cover = await place(plugin, 'Badge', blue)
  const [badge, copiedCover] = plugin.editor.duplicate(['Badge', cover.id])
  await plugin.ui.call('showOriginal', { id: badge! })
  expect(shownOn(plugin, copiedCover!)).toEqual([])
  expect(shownOn(plugin, badge!)).toEqual(['SOLID'])
  expect(shownOn(plugin, cover.id)).toEqual([cover.hash])
})

test('a layer that was copied without its cover has none', async () => {
  const plugin = await open(faded('Badge'))
  const cover = await place(plugin, 'Badge', blue)
  await plugin.ui.call('showOriginal', { id: cover.id })
  const [badge] = plugin.editor.paste(['Badge'], 'Page')
  plugin.editor.move(badge!, { x: 600, y: 0 })
  const placed = await placeOn(plugin, badge!, green)
  expect(placed.id).not.toBe(cover.id)
})

test('a cover that was copied without its layer is a picture of its own', async () => {
  const plugin = await open(faded('Badge'))
  const cover = await place(plugin, 'Badge', blue)
  const [copy] = plugin.editor.paste([cover.id], 'Page')
  plugin.editor.move(copy!, { x: 600, y: 0 })
  await placeOn(plugin, copy!, green)
  expect(shownOn(plugin, cover.id)).toEqual([cover.hash])
  expect(fillsOf(plugin, copy!)).toHaveLength(2)
})

test('a cover that was moved stays its layer’s, and covers it again once it is edited', async () => {
  const plugin = await open(faded('Badge'))
  const cover = await place(plugin, 'Badge', blue)
  plugin.editor.move(cover.id, { x: 600, y: 0 })
  const placed = await placeOn(plugin, plugin.editor.layer('Badge').id, green)
  expect(placed.id).toBe(cover.id)
  expect(plugin.editor.layer(cover.id)).toMatchObject({ x: 0, y: 0 })
})

test('a cover that was moved to another frame no longer covers', async () => {
  const plugin = await open(faded('Badge'), frame('Frame', [], { y: 300 }))
  const cover = await place(plugin, 'Badge', blue)
  plugin.editor.moveInto(cover.id, 'Frame')
  expect((await rowsFor(plugin, 'Badge'))[0]!.id).toBe(plugin.editor.layer('Badge').id)
})

test('a copied frame keeps the cover inside it, and each is edited apart', async () => {
  const plugin = await open(frame('Banner', [layer('Box', [solid])], { width: 200, height: 100 }))
  const first = await place(plugin, 'Banner', blue)
  const [copy] = plugin.editor.duplicate(['Banner'])
  plugin.editor.move(copy!, { x: 600, y: 0 })
  const rows = await rowsFor(plugin, copy!)
  const whole = rows.find(({ id }) => id === copy)
  const second = await plugin.ui.call('placeImage', orderFor(whole, green))
  expect(second.id).not.toBe(first.id)
  expect(plugin.editor.layer(copy!).children.map(({ id }) => id)).toContain(second.id)
  expect(shownOn(plugin, first.id)).toEqual([first.hash])
})

test('a layer that was moved to another frame or page while it was edited', async () => {
  const pages = [
    { name: 'One', layers: [layer('Photo', [photo()]), frame('Frame', [])] },
    { name: 'Two', layers: [] },
  ]
  const plugin = await plugins.openWorld({ pages, pictures: { red: red.bytes } })
  const [row] = await rowsFor(plugin, 'Photo')
  plugin.editor.moveInto('Photo', 'Frame')
  const inFrame = await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(inFrame).toMatchObject({ id: row!.id })
  expect(inFrame.beside).toBeUndefined()
  plugin.editor.moveInto('Photo', 'Two')
  const moved = await plugin.ui.call('placeImage', orderFor(row, green))
  expect(moved.beside).toBe('moved')
  expect(fillsOf(plugin, 'Photo')).toHaveLength(2)
})
