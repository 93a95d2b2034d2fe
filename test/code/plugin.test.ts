import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LayerSpec, PaintSpec } from '../../dev/figma/world.ts'
import type { Picture } from '../../src/shared/picture.ts'
import { plainPicture, slowPainter } from '../harness/pictures.ts'
import { pluginBuilder } from '../harness/plugin.ts'
import { fillsOf, json, layer, orderFor, photo, place, rowsFor, solid } from './session.ts'

// The built code.js in QuickJS, in the simulated Figma. Pixels are asserted in the browser tests.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

let red: Picture
let blue: Picture
let green: Picture
beforeAll(async () => {
  red = await plainPicture(40, 20)
  blue = await plainPicture(40, 20, '#2040c0')
  green = await plainPicture(60, 30, '#20c040')
})

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })

test('start tells the menu command and what was stored', async () => {
  const { ui } = await open(layer('Photo', [photo()]))
  expect(await ui.call('start', {})).toEqual({ command: 'edit', settings: undefined, selected: 0 })
  expect(await ui.call('readSelection', {})).toEqual({ rows: [] })
})

test('start is answered while a large selection is being read', async () => {
  const names = Array.from({ length: 400 }, (_, index) => `Photo ${index}`)
  const { editor, ui } = await open(...names.map((name) => layer(name, [photo()])))
  editor.select(names)
  const answers: string[] = []
  const selection = ui.call('readSelection', {}).then(({ rows }) => answers.push(`${rows.length} rows`))
  await Promise.all([selection, ui.call('start', {}).then(() => answers.push('start'))])
  expect(answers).toEqual(['start', '400 rows'])
})

test('a selected image is a row with the pixels of its file', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  expect(await rowsFor(plugin, 'Photo')).toMatchObject([
    { name: 'Photo', source: { kind: 'image' }, width: 40, height: 20, results: 0 },
  ])
})

test('rows come from top left to bottom right, however they were selected', async () => {
  const at = (name: string, x: number, y: number) => layer(name, [photo()], { x, y })
  const plugin = await open(at('C', 300, 200), at('A', 0, 0), at('B', 300, 0), at('D', 0, 400))
  const rows = await rowsFor(plugin, 'D', 'B', 'C', 'A')
  expect(rows.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D'])
})

test.each<[string, LayerSpec, object]>([
  ['a hidden layer', layer('L', [photo()], { visible: false }), { kind: 'skipped', why: 'hidden' }],
  ['a layer without visible fills', layer('L', []), { kind: 'skipped', why: 'empty' }],
  ['a solid rectangle', layer('L', [solid]), { kind: 'appearance', place: 'stack' }],
  ['a faded rectangle', layer('L', [solid], { opacity: 0.5 }), { kind: 'appearance', place: 'above' }],
  ['a frame without children', layer('L', [solid], { type: 'FRAME' }), { kind: 'appearance', place: 'stack' }],
  [
    'a frame with children',
    layer('L', [solid], { type: 'FRAME', children: [layer('Inner', [solid])] }),
    { kind: 'appearance', place: 'inside' },
  ],
])('%s is told as what would happen to it', async (_, spec, source) => {
  const [row] = await rowsFor(await open(spec), 'L')
  expect(row?.source).toMatchObject(source)
})

test('reading an image gives its original bytes', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const [row] = await rowsFor(plugin, 'Photo')
  const { id, source } = orderFor(row, blue)
  const picture = await plugin.ui.call('readImage', { id, hash: (source as { hash: string }).hash })
  expect(picture).toMatchObject({ width: 40, height: 20, type: 'image/png' })
  expect([...picture.bytes]).toEqual([...red.bytes])
})

test('an image edit lands above its source with the same fields, and the source stays, hidden', async () => {
  const source = photo({ opacity: 0.6, filters: { contrast: 0.3 }, rotation: 90 } as Partial<PaintSpec>)
  const plugin = await open(layer('Photo', [solid, source, { ...solid, opacity: 0.2 }]))
  const before = fillsOf(plugin, 'Photo')
  const { hash } = await place(plugin, 'Photo', blue)
  const after = fillsOf(plugin, 'Photo')
  expect(after).toEqual([before[0], { ...before[1], visible: false }, { ...before[1], imageHash: hash }, before[2]])
})

test('one undo takes the result back, byte for byte, and redo brings it again', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const before = json(plugin)
  await place(plugin, 'Photo', blue)
  const after = json(plugin)
  expect(after).not.toBe(before)
  plugin.editor.undo()
  expect(json(plugin)).toBe(before)
  plugin.editor.redo()
  expect(json(plugin)).toBe(after)
})

test('undo after a placement keeps what the designer did before it', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  plugin.editor.rename('Photo', 'Sunset')
  const before = json(plugin)
  await place(plugin, 'Sunset', blue)
  plugin.editor.undo()
  expect(json(plugin)).toBe(before)
})

test('Original shows exactly what was visible before, after several results', async () => {
  const plugin = await open(layer('Photo', [photo(), { ...solid, visible: false }, { ...solid, opacity: 0.1 }]))
  const before = fillsOf(plugin, 'Photo')
  const { id } = await place(plugin, 'Photo', blue)
  await place(plugin, 'Photo', green)
  await plugin.ui.call('showOriginal', { id })
  const shown = fillsOf(plugin, 'Photo').filter(({ visible }) => visible)
  expect(shown).toEqual(before.filter(({ visible }) => visible))
  expect(fillsOf(plugin, 'Photo')).toHaveLength(before.length + 2)
})

test('the row counts the results that the layer holds, and follows', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  await place(plugin, 'Photo', blue)
  await expect.poll(() => plugin.selections.at(-1)?.rows[0]?.results).toBe(1)
})

test('the rows follow the designer’s undo', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  await place(plugin, 'Photo', blue)
  await expect.poll(() => plugin.selections.at(-1)?.rows[0]?.results).toBe(1)
  plugin.editor.undo()
  await expect.poll(() => plugin.selections.at(-1)?.rows[0]?.results).toBe(0)
})

test('a turned layer is drawn upright, and drawing it leaves nothing in the document', async () => {
  const plugin = await open(layer('Turned', [solid], { rotation: 30 }))
  const before = json(plugin)
  const picture = await plugin.ui.call('exportLayer', { id: plugin.editor.layer('Turned').id, scale: 2 })
  expect(picture).toMatchObject({ width: 400, height: 200, type: 'image/png' })
  expect(json(plugin)).toBe(before)
  expect(plugin.editor.undo()).toBe(false)
})

test('a placement while a turned layer is drawn is still one undo step of its own', async () => {
  const plugin = await open(layer('Photo', [photo()]), layer('Turned', [solid], { rotation: 30, x: 500 }))
  const before = json(plugin)
  const [row] = await rowsFor(plugin, 'Photo')
  const drawing = plugin.ui.call('exportLayer', { id: plugin.editor.layer('Turned').id, scale: 1 })
  const placing = plugin.ui.call('placeImage', orderFor(row, blue))
  await Promise.all([drawing, placing])
  expect(json(plugin)).not.toBe(before)
  plugin.editor.undo()
  expect(json(plugin)).toBe(before)
})

test('an appearance edit goes on top and hides what shows', async () => {
  const plugin = await open(layer('Badge', [solid]))
  const { hash } = await place(plugin, 'Badge', blue)
  const fills = fillsOf(plugin, 'Badge')
  expect(fills.map(({ visible }) => visible)).toEqual([false, true])
  expect(fills[1]).toMatchObject({ type: 'IMAGE', scaleMode: 'FILL', imageHash: hash, opacity: 1, blendMode: 'NORMAL' })
})

test('a frame with children gets one rectangle inside, on top, of its size; later edits go into that one', async () => {
  const frame = layer('Card', [solid], { type: 'FRAME', children: [layer('Inner', [solid])] })
  const plugin = await open(frame)
  const first = await place(plugin, 'Card', blue)
  const second = await place(plugin, 'Card', green)
  const { children } = plugin.editor.layer('Card')
  expect(second.id).toBe(first.id)
  expect(children?.map(({ name }) => name)).toEqual(['Inner', 'Card – edited'])
  expect(children?.[1]).toMatchObject({ width: 200, height: 100 })
  expect(fillsOf(plugin, 'Card – edited').map(({ visible }) => visible)).toEqual([false, true])
})

test('Original on a frame hides what its rectangle shows', async () => {
  const plugin = await open(layer('Card', [solid], { type: 'FRAME', children: [layer('Inner', [solid])] }))
  await place(plugin, 'Card', blue)
  await plugin.ui.call('showOriginal', { id: plugin.editor.layer('Card').id })
  expect(fillsOf(plugin, 'Card – edited').map(({ visible }) => visible)).toEqual([false])
})

test('a layer whose look would apply twice gets a rectangle directly above it', async () => {
  const plugin = await open(
    layer('Faded', [solid], { opacity: 0.5, x: 30, y: 40, rotation: 10 }),
    layer('Top', [solid]),
  )
  await place(plugin, 'Faded', blue)
  const page = plugin.editor.json().pages[0]!
  expect(page.children.map(({ name }) => name)).toEqual(['Faded', 'Faded – edited', 'Top'])
  const [below, above] = page.children
  expect(above).toMatchObject({ width: below!.width, height: below!.height })
})

test('several results of such a layer share one rectangle, and the layer does not show through', async () => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  const [row] = await rowsFor(plugin, 'Faded')
  for (const picture of [blue, green]) {
    await plugin.ui.call('placeImage', orderFor(row, picture))
  }
  expect(plugin.editor.json().pages[0]!.children.map(({ name }) => name)).toEqual(['Faded', 'Faded – edited'])
  expect(fillsOf(plugin, 'Faded – edited').map(({ visible }) => visible)).toEqual([false, true])
  expect(fillsOf(plugin, 'Faded').map(({ visible }) => visible)).toEqual([false])
})

test.each(['Faded', 'Faded – edited'])('Original on %s brings the layer back', async (name) => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  const before = fillsOf(plugin, 'Faded')
  await place(plugin, 'Faded', blue)
  await plugin.ui.call('showOriginal', { id: plugin.editor.layer(name).id })
  expect(fillsOf(plugin, 'Faded')).toEqual(before)
  expect(fillsOf(plugin, 'Faded – edited').map(({ visible }) => visible)).toEqual([false])
})

test('Original of a result of the result on such a rectangle brings the layer back too', async () => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  await place(plugin, 'Faded', blue)
  const { id } = await place(plugin, 'Faded', green)
  await plugin.ui.call('showOriginal', { id })
  expect(fillsOf(plugin, 'Faded').map(({ visible }) => visible)).toEqual([true])
  expect(fillsOf(plugin, 'Faded – edited').map(({ visible }) => visible)).toEqual([false, false])
})

test('a faded frame without children is covered from above like any other layer, and comes back', async () => {
  const plugin = await open(layer('Panel', [solid], { type: 'FRAME', opacity: 0.5 }))
  const before = fillsOf(plugin, 'Panel')
  const [row] = await rowsFor(plugin, 'Panel')
  expect(row?.source).toEqual({ kind: 'appearance', place: 'above' })
  for (const picture of [blue, green]) {
    await plugin.ui.call('placeImage', orderFor(row, picture))
  }
  expect(plugin.editor.json().pages[0]!.children.map(({ name }) => name)).toEqual(['Panel', 'Panel – edited'])
  expect(fillsOf(plugin, 'Panel').map(({ visible }) => visible)).toEqual([false])
  await plugin.ui.call('showOriginal', { id: plugin.editor.layer('Panel – edited').id })
  expect(fillsOf(plugin, 'Panel')).toEqual(before)
})

test('a turned layer that goes while it waits to be drawn is told as gone', async () => {
  const turned = (name: string) => layer(name, [solid], { rotation: 30 })
  const plugin = await open(turned('First'), turned('Second'))
  const drawing = plugin.ui.call('exportLayer', { id: plugin.editor.layer('First').id, scale: 1 })
  const waiting = plugin.ui.call('exportLayer', { id: plugin.editor.layer('Second').id, scale: 1 })
  const told = expect(waiting).rejects.toMatchObject({ fault: 'layer' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  plugin.editor.remove('Second')
  await drawing
  await told
})

test('a layer whose look lies on a rectangle above it is edited there', async () => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  await place(plugin, 'Faded', blue)
  const [row] = await rowsFor(plugin, 'Faded')
  expect(row).toMatchObject({ name: 'Faded – edited', source: { kind: 'image' }, results: 1 })
})

test('Original with nothing of Refill to be seen says so and changes nothing', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const { id } = await place(plugin, 'Photo', blue)
  await plugin.ui.call('showOriginal', { id })
  const before = json(plugin)
  const call = plugin.ui.call('showOriginal', { id })
  await expect(call).rejects.toMatchObject({ fault: 'layer', message: '“Photo” shows no result of Refill now.' })
  expect(json(plugin)).toBe(before)
})

test('what is selected when the answer comes does not matter', async () => {
  const plugin = await open(layer('Photo', [photo()]), layer('Other', [photo()], { x: 500 }))
  const [row] = await rowsFor(plugin, 'Photo')
  const other = fillsOf(plugin, 'Other')
  await rowsFor(plugin, 'Other')
  await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(fillsOf(plugin, 'Photo')).toHaveLength(2)
  expect(fillsOf(plugin, 'Other')).toEqual(other)
})

test('moving, renaming and hiding a layer is not a change that stops its result', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const [row] = await rowsFor(plugin, 'Photo')
  plugin.editor.move('Photo', { x: 900, y: 9 })
  plugin.editor.rename('Photo', 'Elsewhere')
  await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(fillsOf(plugin, 'Elsewhere')).toHaveLength(2)
})

test('bytes that are no image are refused and nothing changes', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const before = json(plugin)
  const text = { ...blue, bytes: new TextEncoder().encode('<html>') as Picture['bytes'] }
  await expect(place(plugin, 'Photo', text)).rejects.toMatchObject({ fault: 'image' })
  expect(json(plugin)).toBe(before)
})

test('settings are kept in client storage and nowhere in the document', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const settings = { version: 1, provider: 'lumenfall', accounts: { lumenfall: { key: 'lmnfl_secret', address: '' } } }
  await plugin.ui.call('saveSettings', { settings })
  expect(plugin.run.storage.settings).toEqual(settings)
  expect((await plugin.ui.call('start', {})).settings).toEqual(settings)
  await place(plugin, 'Photo', blue)
  expect(json(plugin)).not.toContain('lmnfl_secret')
  expect(JSON.stringify(plugin.editor.messages())).not.toContain('lmnfl_secret')
})

test('what a result is can be read from its layer', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const { hash } = await place(plugin, 'Photo', blue)
  expect(json(plugin)).toContain(hash)
  expect(json(plugin)).toContain('p-image-edit')
})

test('closing the plugin in the middle of a call leaves the document as it was', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const [row] = await rowsFor(plugin, 'Photo')
  const before = json(plugin)
  void plugin.ui.call('placeImage', orderFor(row, blue))
  plugin.run.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(json(plugin)).toBe(before)
  expect(plugin.editor.errors()).toEqual([])
})

test('a whole session leaves no error behind', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const { id } = await place(plugin, 'Photo', blue)
  await plugin.ui.call('showOriginal', { id })
  await expect(plugin.ui.call('showOriginal', { id: '9:9' })).rejects.toMatchObject({ fault: 'layer' })
  expect(plugin.editor.errors()).toEqual([])
})
