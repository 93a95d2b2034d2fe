import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import { plainPicture, slowPainter } from '../harness/pictures.ts'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import {
  expectOneUndo,
  fillsOf,
  frame,
  idOf,
  json,
  layer,
  namesOn,
  orderFor,
  photo,
  picturesOf,
  place,
  rowsFor,
  shownOn,
  solid,
  tint,
} from './session.ts'

// History on the layer: picking, Original, keeping one, tidying.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue, green } = await picturesOf(40, 20)

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes, green: green.bytes })

const isTint = ({ type }: { type: string }) => type === 'SOLID'

/** A photo under a tint with two results of it. */
async function openEdited() {
  const plugin = await open(layer('Photo', [photo(), tint]))
  const [row] = await rowsFor(plugin, 'Photo')
  const first = await plugin.ui.call('placeImage', orderFor(row, blue))
  const second = await plugin.ui.call('placeImage', orderFor(row, green))
  return { plugin, id: first.id, first: first.hash, second: second.hash }
}

test('results are told oldest first, with how they were made and which one shows', async () => {
  const { plugin, id, first, second } = await openEdited()
  const { results, original } = await plugin.ui.call('readResults', { id })
  expect(original).toBe(false)
  expect(results).toMatchObject([
    { on: id, hash: first, shown: false, made: { prompt: 'night', model: 'p-image-edit' } },
    { on: id, hash: second, shown: true },
  ])
  expect(Object.keys(results[0]!.made).sort()).toEqual(['at', 'model', 'prompt', 'provider'])
})

test('picking a result shows it in place of the other, as one undo step', async () => {
  const { plugin, id, first } = await openEdited()
  await expectOneUndo(plugin, () => plugin.ui.call('showResult', { id, hash: first }))
  await plugin.ui.call('showResult', { id, hash: first })
  expect(shownOn(plugin, 'Photo')).toEqual([first, 'SOLID'])
})

test('picking after Original, and Original after picking, go there and back', async () => {
  const { plugin, id, first } = await openEdited()
  await plugin.ui.call('showOriginal', { id })
  const original = shownOn(plugin, 'Photo')
  expect((await plugin.ui.call('readResults', { id })).original).toBe(true)
  await plugin.ui.call('showResult', { id, hash: first })
  expect(shownOn(plugin, 'Photo')).toEqual([first, 'SOLID'])
  expect(await plugin.ui.call('showOriginal', { id })).toEqual({ override: false })
  expect(shownOn(plugin, 'Photo')).toEqual(original)
})

test('keeping one removes the other, shows the one and leaves every paint of the designer', async () => {
  const { plugin, id, first } = await openEdited()
  const own = fillsOf(plugin, 'Photo').filter(isTint)
  await expectOneUndo(plugin, () => plugin.ui.call('keepOnly', { id, hash: first }))
  expect(await plugin.ui.call('keepOnly', { id, hash: first })).toEqual({ removed: 1 })
  expect(shownOn(plugin, 'Photo')).toEqual([first, 'SOLID'])
  expect(fillsOf(plugin, 'Photo')).toHaveLength(3)
  expect(fillsOf(plugin, 'Photo').filter(isTint)).toEqual(own)
})

test('tidying removes results that do not show from several layers, as one undo step', async () => {
  const { plugin, id } = await openEdited()
  const act = () => plugin.ui.call('tidy', { ids: [id, '9:9', id] })
  await expectOneUndo(plugin, act)
  expect(await act()).toEqual({ removed: 1, last: id })
  await plugin.ui.call('showOriginal', { id })
  expect(await act()).toEqual({ removed: 1, last: id })
  expect(fillsOf(plugin, 'Photo')).toHaveLength(2)
  expect(json(plugin)).not.toContain('"refill"')
})

test('tidying after Original takes away the rectangle that would be left empty', async () => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  const { id } = await place(plugin, 'Faded', blue)
  await plugin.ui.call('showOriginal', { id })
  await plugin.ui.call('tidy', { ids: [idOf(plugin, 'Faded')] })
  expect(namesOn(plugin)).toEqual(['Faded'])
  expect(shownOn(plugin, 'Faded')).toEqual(['SOLID'])
})

test('picking a look on the rectangle over a see-through layer hides the layer again', async () => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  const [row] = await rowsFor(plugin, 'Faded')
  const first = await plugin.ui.call('placeImage', orderFor(row, blue))
  await plugin.ui.call('placeImage', orderFor(row, green))
  await plugin.ui.call('showOriginal', { id: first.id })
  await plugin.ui.call('showResult', { id: idOf(plugin, 'Faded'), hash: first.hash })
  expect(shownOn(plugin, 'Faded')).toEqual([])
  expect(shownOn(plugin, 'Faded – edited')).toEqual([first.hash])
  await plugin.ui.call('showOriginal', { id: first.id })
  expect(shownOn(plugin, 'Faded')).toEqual(['SOLID'])
})

test('picking an image’s result takes off the look that lies over it inside the frame', async () => {
  const plugin = await open(frame('Card', [layer('Box', [solid])], { fills: [photo()] }))
  const [whole, own] = await rowsFor(plugin, 'Card')
  const image = await plugin.ui.call('placeImage', orderFor(own, blue))
  await plugin.ui.call('placeImage', orderFor(whole, await plainPicture(400, 300)))
  await plugin.ui.call('showResult', { id: image.id, hash: image.hash })
  expect(shownOn(plugin, 'Card – edited')).toEqual([])
  expect(shownOn(plugin, 'Card')).toEqual([image.hash])
})

test('a duplicated layer keeps its results, and picking on it leaves the first alone', async () => {
  const { plugin, first } = await openEdited()
  const before = fillsOf(plugin, 'Photo')
  const [row] = await rowsFor(plugin, 'Photo')
  const copy = await plugin.ui.call('placeImage', orderFor(row, red, { place: 'beside' }))
  await plugin.ui.call('showResult', { id: copy.id, hash: first })
  expect(shownOn(plugin, copy.id)).toEqual([first, 'SOLID'])
  expect(fillsOf(plugin, 'Photo')).toEqual(before)
})

test('an image that a designer added by hand is never removed, even if it equals a result', async () => {
  const { plugin, id, first } = await openEdited()
  const mine = { type: 'IMAGE', scaleMode: 'FIT', picture: 'green', opacity: 0.4, visible: false } as const
  plugin.editor.setFills('Photo', [...fillsOf(plugin, 'Photo'), mine])
  await plugin.ui.call('keepOnly', { id, hash: first })
  expect(fillsOf(plugin, 'Photo').at(-1)).toMatchObject({ scaleMode: 'FIT', opacity: 0.4 })
})

test('data of another making is no history', async () => {
  const nonsense = JSON.stringify({ version: 1, results: { nothing: { hid: ['IMAGE x'] } } })
  const plugin = await open(layer('Photo', [photo()], { pluginData: { refill: { refill: nonsense } } }))
  expect((await rowsFor(plugin, 'Photo'))[0]!.results).toBe(0)
  const id = idOf(plugin, 'Photo')
  expect((await plugin.ui.call('readResults', { id })).results).toEqual([])
  await expect(plugin.ui.call('showResult', { id, hash: 'nothing' })).rejects.toMatchObject({ fault: 'layer' })
})

test('a stack with a pattern takes results, and keeps the pattern', async () => {
  const plugin = await open(layer('Dots', [solid], { y: 900 }), layer('Photo', [photo()]))
  const pattern = { type: 'PATTERN', sourceNodeId: idOf(plugin, 'Dots'), tileType: 'RECTANGULAR', scalingFactor: 1 }
  const spacing = { spacing: { x: 0, y: 0 }, horizontalAlignment: 'START' }
  plugin.editor.setFills('Photo', [...fillsOf(plugin, 'Photo'), { ...pattern, ...spacing } as never])
  const [, before] = fillsOf(plugin, 'Photo')
  await expectOneUndo(plugin, () => place(plugin, 'Photo', blue))
  const { id, hash } = await place(plugin, 'Photo', blue)
  expect(id).toBe(idOf(plugin, 'Photo'))
  expect(fillsOf(plugin, 'Photo').slice(1)).toEqual([expect.objectContaining({ imageHash: hash }), before])
})

test('showing a layer selects it on its own page', async () => {
  const plugin: OpenPlugin = await plugins.openWorld({
    pages: [
      { name: 'One', layers: [layer('Photo', [photo()])] },
      { name: 'Two', layers: [] },
    ],
    pictures: { red: red.bytes },
  })
  const id = idOf(plugin, 'Photo')
  plugin.editor.showPage('Two')
  await plugin.ui.call('showLayer', { id })
  expect(plugin.editor.pages().find(({ current }) => current)!.name).toBe('One')
  expect(plugin.editor.selection()).toEqual([id])
})
