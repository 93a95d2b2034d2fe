import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import { plainPicture, slowPainter } from '../harness/pictures.ts'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import {
  expectOneUndo,
  fillsOf,
  idOf,
  json,
  layer,
  orderFor,
  photo,
  picturesOf,
  place,
  rowsFor,
  shownOn,
  solid,
  tint,
} from './session.ts'

// Favourites are kept on the layer, in its history, and outlive what the designer does to it.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue, green } = await picturesOf(40, 20)
const yellow = await plainPicture(40, 20, '#e0c020')

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes, green: green.bytes })

/** A photo under a tint with three results of it; the last one shows. */
async function openEdited() {
  const plugin = await open(layer('Photo', [photo(), tint]))
  const [row] = await rowsFor(plugin, 'Photo')
  const hashes: string[] = []
  for (const picture of [blue, green, yellow]) {
    hashes.push((await plugin.ui.call('placeImage', orderFor(row, picture))).hash)
  }
  const [first, second, third] = hashes as [string, string, string]
  return { plugin, id: idOf(plugin, 'Photo'), first, second, third }
}

const mark = ({ ui }: OpenPlugin, id: string, hash: string, favourite = true) =>
  ui.call('markFavourite', { id, hash, favourite })

async function favouritesOn({ ui }: OpenPlugin, id: string) {
  const { results } = await ui.call('readResults', { id })
  return results.filter(({ favourite }) => favourite).map(({ hash }) => hash)
}

test('a favourite is marked as one undo step, and what shows stays as it is', async () => {
  const { plugin, id, first, third } = await openEdited()
  const before = fillsOf(plugin, 'Photo')
  await expectOneUndo(plugin, () => mark(plugin, id, first))
  await mark(plugin, id, first)
  expect(await favouritesOn(plugin, id)).toEqual([first])
  expect(fillsOf(plugin, 'Photo')).toEqual(before)
  await plugin.ui.call('showResult', { id, hash: first })
  await plugin.ui.call('showResult', { id, hash: third })
  expect(await favouritesOn(plugin, id)).toEqual([first])
})

test('taking the mark away leaves the layer as it was before', async () => {
  const { plugin, id, first } = await openEdited()
  const before = json(plugin)
  await mark(plugin, id, first)
  await mark(plugin, id, first, false)
  expect(json(plugin)).toBe(before)
})

test('what is marked already is not written again: undo goes to what was done before', async () => {
  const { plugin, id, first } = await openEdited()
  const before = json(plugin)
  await mark(plugin, id, first)
  await mark(plugin, id, first)
  plugin.editor.undo()
  expect(json(plugin)).toBe(before)
})

test('a result that is gone cannot be marked, and nothing changes', async () => {
  const { plugin, id, first, second } = await openEdited()
  await plugin.ui.call('keepOnly', { id, hash: second })
  const before = json(plugin)
  await expect(mark(plugin, id, first)).rejects.toMatchObject({ fault: 'layer' })
  expect(json(plugin)).toBe(before)
})

test('a copy has the favourites of its layer, and its own from then on', async () => {
  const { plugin, id, first, second } = await openEdited()
  await mark(plugin, id, first)
  const [copy] = plugin.editor.duplicate(['Photo'])
  await mark(plugin, copy!, second)
  expect(await favouritesOn(plugin, copy!)).toEqual([first, second])
  expect(await favouritesOn(plugin, id)).toEqual([first])
})

test('the same picture that is placed once more is still a favourite', async () => {
  const { plugin, id, first } = await openEdited()
  await mark(plugin, id, first)
  expect((await place(plugin, 'Photo', blue)).hash).toBe(first)
  expect(await favouritesOn(plugin, id)).toEqual([first])
})

test('Keep favourites removes the others as one undo step; a favourite that shows goes on showing', async () => {
  const { plugin, id, first, third } = await openEdited()
  const own = fillsOf(plugin, 'Photo').filter(({ type }) => type === 'SOLID')
  await mark(plugin, id, first)
  await mark(plugin, id, third)
  const act = () => plugin.ui.call('keepFavourites', { ids: [id] })
  await expectOneUndo(plugin, act)
  expect(await act()).toEqual({ removed: 1, last: id })
  expect(await favouritesOn(plugin, id)).toEqual([first, third])
  expect(shownOn(plugin, 'Photo')).toEqual([third, 'SOLID'])
  expect(fillsOf(plugin, 'Photo')).toHaveLength(4)
  expect(fillsOf(plugin, 'Photo').filter(({ type }) => type === 'SOLID')).toEqual(own)
})

test('where what shows goes, the newest favourite shows in its place', async () => {
  const { plugin, id, first, second } = await openEdited()
  await mark(plugin, id, second)
  await mark(plugin, id, first)
  const act = () => plugin.ui.call('keepFavourites', { ids: [id] })
  await expectOneUndo(plugin, act)
  expect(await act()).toEqual({ removed: 1, last: id })
  expect(shownOn(plugin, 'Photo')).toEqual([second, 'SOLID'])
  await plugin.ui.call('showOriginal', { id })
  expect(fillsOf(plugin, 'Photo').map(({ visible }) => visible)).toEqual([true, false, false, true])
})

test('an original that shows goes on showing', async () => {
  const { plugin, id, first } = await openEdited()
  await mark(plugin, id, first)
  await plugin.ui.call('showOriginal', { id })
  const shown = shownOn(plugin, 'Photo')
  expect(await plugin.ui.call('keepFavourites', { ids: [id] })).toEqual({ removed: 2, last: id })
  expect(shownOn(plugin, 'Photo')).toEqual(shown)
})

test('the result of another image that shows beside it stays', async () => {
  const plugin = await open(layer('Both', [photo(), photo({ picture: 'green', opacity: 0.5 })]))
  const [lower, upper] = await rowsFor(plugin, 'Both')
  const one = await plugin.ui.call('placeImage', orderFor(lower, blue))
  const other = await plugin.ui.call('placeImage', orderFor(upper, yellow))
  const id = idOf(plugin, 'Both')
  await mark(plugin, id, one.hash)
  expect(await plugin.ui.call('keepFavourites', { ids: [id] })).toEqual({ removed: 0 })
  expect(shownOn(plugin, 'Both')).toEqual([one.hash, other.hash])
})

test('a layer without favourites is left alone', async () => {
  const { plugin, id } = await openEdited()
  const before = json(plugin)
  expect(await plugin.ui.call('keepFavourites', { ids: [id, '9:9'] })).toEqual({ removed: 0 })
  expect(json(plugin)).toBe(before)
})

test('on the rectangle over a see-through layer the favourite look takes the place of the other', async () => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  const [row] = await rowsFor(plugin, 'Faded')
  const first = await plugin.ui.call('placeImage', orderFor(row, blue))
  await plugin.ui.call('placeImage', orderFor(row, green))
  const id = idOf(plugin, 'Faded')
  await expectOneUndo(plugin, () => mark(plugin, id, first.hash))
  await mark(plugin, id, first.hash)
  const act = () => plugin.ui.call('keepFavourites', { ids: [id] })
  await expectOneUndo(plugin, act)
  expect(await act()).toEqual({ removed: 1, last: id })
  expect(shownOn(plugin, 'Faded – edited')).toEqual([first.hash])
  await plugin.ui.call('showOriginal', { id })
  expect(shownOn(plugin, 'Faded')).toEqual(['SOLID'])
})

test('tidying leaves favourites, and keeping only one does not', async () => {
  const { plugin, id, first, second } = await openEdited()
  await mark(plugin, id, first)
  expect(await plugin.ui.call('tidy', { ids: [id] })).toEqual({ removed: 1, last: id })
  expect(await favouritesOn(plugin, id)).toEqual([first])
  await expect(mark(plugin, id, second)).rejects.toMatchObject({ fault: 'layer' })
  const { results } = await plugin.ui.call('readResults', { id })
  expect(await plugin.ui.call('keepOnly', { id, hash: results[1]!.hash })).toEqual({ removed: 1 })
  expect(await favouritesOn(plugin, id)).toEqual([])
})

test('inside an instance a favourite is of that instance alone, and nothing is detached', async () => {
  const plugin = await open(
    layer('Card', [solid], { type: 'COMPONENT', children: [layer('Photo', [photo()], { width: 50, height: 25 })] }),
    layer('Use', [], { type: 'INSTANCE', component: 'Card', y: 300 }),
  )
  const inside = (name: string) => plugin.editor.layer(name).children![0]!.id
  const [, main] = await rowsFor(plugin, 'Card')
  const { hash } = await plugin.ui.call('placeImage', orderFor(main, blue))
  const id = inside('Use')
  await expectOneUndo(plugin, () => mark(plugin, id, hash))
  await mark(plugin, id, hash)
  expect(plugin.editor.layer('Use').type).toBe('INSTANCE')
  expect(await favouritesOn(plugin, id)).toEqual([hash])
  expect(await favouritesOn(plugin, inside('Card'))).toEqual([])
  // Its history and its paints are both its own by now: what its component gets later leaves both alone.
  const [, again] = await rowsFor(plugin, 'Card')
  await plugin.ui.call('placeImage', orderFor(again, green))
  expect((await plugin.ui.call('readResults', { id })).results).toMatchObject([{ hash, shown: true }])
})

test('a row tells what it was made of first; a result tells that, or the image that a look hid', async () => {
  const plugin = await open(layer('Photo', [photo()], { strokes: [] }), layer('Plain', [solid], { y: 300 }))
  const [before] = await rowsFor(plugin, 'Photo')
  expect(before!.edited).toBeUndefined()
  const hash = before!.source.kind === 'image' ? before!.source.hash : ''
  await plugin.ui.call('placeImage', orderFor(before, await plainPicture(80, 40)))
  const [after] = await rowsFor(plugin, 'Photo')
  expect(after).toMatchObject({ width: 80, edited: { of: { hash, width: 40, height: 20 } } })
  expect((await plugin.ui.call('readResults', { id: after!.id })).results).toMatchObject([{ of: hash }])
  await place(plugin, 'Plain', blue)
  expect((await rowsFor(plugin, 'Plain'))[0]!.edited).toEqual({})
  const [look] = (await plugin.ui.call('readResults', { id: idOf(plugin, 'Plain') })).results
  expect([look!.of, look!.hid]).toEqual([undefined, undefined])
})

test('an edit of the original, which is hidden, becomes one more result beside the first', async () => {
  const { plugin, id, third } = await openEdited()
  const [row] = await rowsFor(plugin, 'Photo')
  const { of } = row!.edited!
  const order = orderFor(row, await plainPicture(40, 20, '#804080'), { source: { kind: 'image', hash: of!.hash } })
  const { hash, beside } = await plugin.ui.call('placeImage', order)
  expect(beside).toBeUndefined()
  expect(shownOn(plugin, 'Photo')).toEqual([hash, 'SOLID'])
  const { results } = await plugin.ui.call('readResults', { id })
  expect(results.map((result) => result.of)).toEqual(Array(4).fill(of!.hash))
  expect(results.at(-2)).toMatchObject({ hash: third, shown: false })
  await plugin.ui.call('showOriginal', { id })
  expect(shownOn(plugin, 'Photo')).toEqual([of!.hash, 'SOLID'])
})
