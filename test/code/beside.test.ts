import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import { plainPicture, slowPainter } from '../harness/pictures.ts'
import { pluginBuilder } from '../harness/plugin.ts'
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
} from './session.ts'

// The right layer: where a result goes that cannot, or should not, go where it came from.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue } = await picturesOf(40, 20)

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })
const beside = { place: 'beside' } as const

test('a copy beside holds the result, and the layer itself is not touched', async () => {
  const plugin = await open(layer('Photo', [photo({ opacity: 0.5 }), solid], { rotation: 90 }))
  const before = fillsOf(plugin, 'Photo')
  const { id, hash, beside: reason } = await place(plugin, 'Photo', blue, beside)
  expect(reason).toBe('asked')
  expect(fillsOf(plugin, 'Photo')).toEqual(before)
  expect(plugin.editor.layer(id)).toMatchObject({ name: 'Photo – edited', rotation: 90, width: 200, height: 100 })
  expect(shownOn(plugin, id)).toEqual([hash, 'SOLID'])
})

test('a copy lies right of the frame that holds the layer, clear of what is there', async () => {
  const card = frame('Card', [layer('Photo', [photo()], { x: 50, y: 60 })], { x: 0, y: 0 })
  const plugin = await open(card, layer('Neighbour', [solid], { x: 450, y: 50 }), layer('Below', [solid], { y: 400 }))
  const first = await place(plugin, 'Photo', blue, beside)
  expect(plugin.editor.layer(first.id)).toMatchObject({ x: 690, y: 60 })
  const second = await place(plugin, 'Photo', blue, beside)
  expect(plugin.editor.layer(second.id)).toMatchObject({ x: 930, y: 60 })
  expect(namesOn(plugin)).toEqual(['Card', 'Neighbour', 'Below', 'Photo – edited', 'Photo – edited'])
})

test('a copy beside is one undo step', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  await expectOneUndo(plugin, () => place(plugin, 'Photo', blue, beside))
})

test('the look of a frame beside is a rectangle of its size', async () => {
  const plugin = await open(frame('Card', [layer('Box', [solid])], { rotation: 30 }))
  const before = plugin.editor.layer('Card')
  const { id } = await place(plugin, 'Card', await plainPicture(400, 300), beside)
  expect(plugin.editor.layer('Card')).toEqual(before)
  expect(plugin.editor.layer(id)).toMatchObject({ type: 'RECTANGLE', width: 400, height: 300, rotation: 30 })
})

test('a result whose layer is gone is laid where it was, whatever is selected now', async () => {
  const plugin = await open(layer('Photo', [photo()], { x: 30, y: 70 }), layer('Other', [photo()], { x: 900 }))
  const [row] = await rowsFor(plugin, 'Photo')
  const other = fillsOf(plugin, 'Other')
  plugin.editor.remove('Photo')
  await rowsFor(plugin, 'Other')
  const placed = await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(placed.beside).toBe('gone')
  expect(fillsOf(plugin, 'Other')).toEqual(other)
  expect(plugin.editor.layer(placed.id)).toMatchObject({
    name: 'Photo – edited',
    x: 30,
    y: 70,
    width: 200,
    height: 100,
  })
  expect(fillsOf(plugin, placed.id)).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL', imageHash: placed.hash }])
})

test('a result whose source was painted over is laid beside, and the new paint stays', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const [row] = await rowsFor(plugin, 'Photo')
  plugin.editor.setFills('Photo', [solid])
  const painted = plugin.editor.layer('Photo')
  const placed = await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(placed.beside).toBe('repainted')
  expect(plugin.editor.layer('Photo')).toEqual(painted)
  expect(plugin.editor.layer(placed.id)).toMatchObject({ x: 240, y: 0, width: 200, height: 100 })
})

test('the look of a layer that has another shape by now is laid beside in its own shape', async () => {
  const plugin = await open(layer('Badge', [solid]))
  const [row] = await rowsFor(plugin, 'Badge')
  plugin.editor.resize('Badge', { width: 100, height: 100 })
  const placed = await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(placed.beside).toBe('reshaped')
  expect(plugin.editor.layer(placed.id)).toMatchObject({ x: 140, width: 200, height: 100 })
  expect(shownOn(plugin, 'Badge')).toEqual(['SOLID'])
})

test('a look fits a layer that was scaled without changing its shape', async () => {
  const plugin = await open(layer('Badge', [solid]))
  const [row] = await rowsFor(plugin, 'Badge')
  plugin.editor.resize('Badge', { width: 400, height: 201 })
  const placed = await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(placed).toMatchObject({ id: idOf(plugin, 'Badge') })
  expect(placed.beside).toBeUndefined()
})

test('an image edit fits whatever its layer was resized to', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const [row] = await rowsFor(plugin, 'Photo')
  plugin.editor.resize('Photo', { width: 77, height: 300 })
  expect((await plugin.ui.call('placeImage', orderFor(row, blue))).id).toBe(idOf(plugin, 'Photo'))
})

test('a result goes to the page of its source, whichever page is open', async () => {
  const plugin = await plugins.openWorld({
    pages: [
      { name: 'One', layers: [layer('Photo', [photo()])] },
      { name: 'Two', layers: [layer('Elsewhere', [photo()])] },
    ],
    pictures: { red: red.bytes },
  })
  const [row] = await rowsFor(plugin, 'Photo')
  plugin.editor.remove('Photo')
  plugin.editor.showPage('Two')
  await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(namesOn(plugin, 0)).toEqual(['Photo – edited'])
  expect(namesOn(plugin, 1)).toEqual(['Elsewhere'])
})

test('a result whose layer is on another page by now stays on the page of its source', async () => {
  const plugin = await plugins.openWorld({
    pages: [
      { name: 'One', layers: [layer('Photo', [photo()])] },
      { name: 'Two', layers: [] },
    ],
    pictures: { red: red.bytes },
  })
  const [row] = await rowsFor(plugin, 'Photo')
  const at = { ...row!.at, page: plugin.editor.pages()[1]!.id }
  const before = plugin.editor.layer('Photo')
  expect((await plugin.ui.call('placeImage', orderFor(row, blue, { at }))).beside).toBe('moved')
  expect(plugin.editor.layer('Photo')).toEqual(before)
  expect(namesOn(plugin, 1)).toEqual(['Photo – edited'])
})

test('where nothing can be laid any more, the result is laid beside and nothing is left behind', async () => {
  const variant = layer('Size=S', [solid], { type: 'COMPONENT', children: [layer('Box', [solid])] })
  const plugin = await open(layer('Set', [], { type: 'COMPONENT_SET', children: [variant] }))
  const [row] = await rowsFor(plugin, 'Size=S')
  const before = plugin.editor.layer('Set')
  const source = { kind: 'appearance', place: 'above' } as const
  expect((await plugin.ui.call('placeImage', orderFor(row, blue, { source }))).beside).toBe('closed')
  expect(plugin.editor.layer('Set')).toEqual(before)
  expect(namesOn(plugin)).toEqual(['Set', 'Size=S – edited'])
})

test('a result laid beside keeps how it was made, and there is nothing below it to go back to', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const [row] = await rowsFor(plugin, 'Photo')
  plugin.editor.remove('Photo')
  const { id, hash } = await plugin.ui.call('placeImage', orderFor(row, blue))
  const { results } = await plugin.ui.call('readResults', { id })
  expect(results).toMatchObject([{ on: id, hash, shown: true, made: { prompt: 'night' } }])
  const before = json(plugin)
  await expect(plugin.ui.call('showOriginal', { id })).rejects.toMatchObject({ fault: 'layer' })
  expect(json(plugin)).toBe(before)
})

test('the copy of a rectangle that covers a layer covers nothing', async () => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  await place(plugin, 'Faded', blue)
  const { id } = await place(plugin, 'Faded', await plainPicture(40, 20, '#20c040'), beside)
  plugin.editor.move(id, { x: 0, y: 0 })
  const { results } = await plugin.ui.call('readResults', { id: idOf(plugin, 'Faded') })
  expect(results).toHaveLength(1)
})

test('what was removed with its component and is kept for an instance is gone, and not on another page', async () => {
  const card = { ...frame('Card', [layer('Photo', [photo()])]), type: 'COMPONENT' as const }
  const { fills: _, ...copy } = layer('Copy', [], { type: 'INSTANCE', component: 'Card', x: 900 })
  const plugin = await open(card, copy)
  const order = orderFor((await rowsFor(plugin, 'Card')).at(-1), blue)
  plugin.editor.remove('Card')
  expect((await plugin.ui.call('placeImage', order)).beside).toBe('gone')
})
