import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import { plainPicture, slowPainter } from '../harness/pictures.ts'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import { frame, idOf, json, layer, photo, picturesOf, place, rowsFor, solid } from './session.ts'

// What the panel is told of the selection. The built code.js in QuickJS, in the simulated Figma.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue } = await picturesOf(40, 20)

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes, blue: blue.bytes })
const namesFor = async (plugin: OpenPlugin, ...names: string[]) =>
  (await rowsFor(plugin, ...names)).map(({ name, source }) => `${name} ${source.kind}`)

test('a frame that holds images is one row as a whole, then one for each image', async () => {
  const inner = frame('Inner', [layer('Deep', [photo()])], { x: 10, y: 100, width: 100 })
  const plugin = await open(frame('Banner', [inner, layer('Logo', [photo()], { x: 20, y: 20 }), layer('Box', [solid])]))
  const rows = await rowsFor(plugin, 'Banner')
  expect(rows.map(({ name, source, holds }) => [name, source.kind, holds])).toEqual([
    ['Banner', 'appearance', 2],
    ['Logo', 'image', undefined],
    ['Deep', 'image', undefined],
  ])
  expect(rows[2]!.inside).toEqual({ id: idOf(plugin, 'Banner'), name: 'Banner' })
})

test('images inside come from top left to bottom right, whatever lies over what', async () => {
  const at = (name: string, x: number, y: number) => layer(name, [photo()], { x, y, width: 50, height: 50 })
  const plugin = await open(frame('Sheet', [at('D', 60, 60), at('B', 60, 0), at('C', 0, 60), at('A', 0, 0)]))
  expect((await rowsFor(plugin, 'Sheet')).slice(1).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D'])
})

test('the frame’s own image comes before those in it', async () => {
  const plugin = await open(frame('Card', [layer('Avatar', [photo()])], { fills: [photo()] }))
  expect(await namesFor(plugin, 'Card')).toEqual(['Card appearance', 'Card image', 'Avatar image'])
})

test('a frame without images is one row', async () => {
  expect(await namesFor(await open(frame('Card', [layer('Box', [solid])])), 'Card')).toEqual(['Card appearance'])
})

test('hidden images and those of hidden frames are not listed', async () => {
  const closed = frame('Closed', [layer('Covered', [photo()])], { visible: false })
  const plugin = await open(
    frame('Card', [
      closed,
      layer('Off', [photo()], { visible: false }),
      layer('On', [photo(), photo({ visible: false })]),
    ]),
  )
  expect(await namesFor(plugin, 'Card')).toEqual(['Card appearance', 'On image'])
})

test('a layer and the rectangle that shows its edited look, selected together, are one row', async () => {
  const plugin = await open(layer('Faded', [solid], { opacity: 0.5 }))
  await place(plugin, 'Faded', blue)
  expect(await namesFor(plugin, 'Faded', 'Faded – edited')).toEqual(['Faded – edited image'])
})

test('the rectangle that holds the frame’s edited look is not an image inside it', async () => {
  const plugin = await open(frame('Card', [layer('Photo', [photo()])]))
  await place(plugin, 'Card', await plainPicture(400, 300))
  expect(await namesFor(plugin, 'Card')).toEqual(['Card appearance', 'Photo image'])
  expect((await rowsFor(plugin, 'Card'))[0]!.results).toBe(1)
})

test('a layer with two visible images is two rows', async () => {
  const plugin = await open(layer('Both', [photo(), photo({ picture: 'blue', opacity: 0.5 })]))
  const rows = await rowsFor(plugin, 'Both')
  expect(rows).toHaveLength(2)
  expect(new Set(rows.map(({ key }) => key)).size).toBe(2)
})

test('a row tells where its layer is on the page', async () => {
  const plugin = await open(frame('Card', [layer('Photo', [photo()], { x: 30, y: 40 })], { x: 100, y: 200 }))
  const [, row] = await rowsFor(plugin, 'Card')
  const { id } = plugin.editor.pages()[0]!
  expect(row!.at).toEqual({ page: id, x: 130, y: 240, width: 200, height: 100 })
})

test('reading the selection writes nothing', async () => {
  const plugin = await open(frame('Card', [layer('Photo', [photo()])]))
  await place(plugin, 'Photo', blue)
  const before = json(plugin)
  await rowsFor(plugin, 'Card')
  await plugin.ui.call('readResults', { id: idOf(plugin, 'Photo') })
  expect(json(plugin)).toBe(before)
  expect(plugin.editor.undo()).toBe(true)
})

test('a thousand layers are read, and a newer selection ends the reading of an older one', async () => {
  const many = Array.from({ length: 1000 }, (_, index) => layer(`Photo ${index}`, [photo()], { x: index * 10 }))
  const plugin = await open(frame('Wall', many, { width: 20_000 }), layer('Alone', [photo()], { y: 900 }))
  const told = plugin.selections.length
  plugin.editor.select(['Wall'])
  await new Promise((resolve) => setTimeout(resolve, 90))
  plugin.editor.select(['Alone'])
  await expect.poll(() => plugin.selections.length).toBeGreaterThan(told)
  expect(plugin.selections.at(-1)!.rows.map(({ name }) => name)).toEqual(['Alone'])
  expect(plugin.selections.length).toBe(told + 1)
  expect(await rowsFor(plugin, 'Wall')).toHaveLength(1001)
}, 30_000)

test('a layer that goes while it is read is left out', async () => {
  const many = Array.from({ length: 600 }, (_, index) => layer(`Photo ${index}`, [photo()], { x: index * 10 }))
  const plugin = await open(frame('Wall', many, { width: 20_000 }))
  plugin.editor.select(['Wall'])
  await new Promise((resolve) => setTimeout(resolve, 80))
  plugin.editor.remove('Photo 599')
  await expect.poll(() => plugin.selections.at(-1)?.rows.length, { timeout: 20_000 }).toBe(600)
  expect(plugin.editor.errors()).toEqual([])
}, 30_000)

test('what lies under the edited look of a frame in between is not listed, its look is', async () => {
  const inner = frame('Inner', [layer('Photo', [photo()])])
  const plugin = await open(frame('Outer', [inner], { width: 800, height: 600 }))
  await place(plugin, 'Inner', await plainPicture(400, 300))
  expect(await namesFor(plugin, 'Outer')).toEqual(['Outer appearance', 'Inner – edited image'])
})

test('what its frame cuts away is not listed', async () => {
  const plugin = await open(frame('Card', [layer('Photo', [photo()]), layer('Beyond', [photo()], { x: 900 })]))
  expect(await namesFor(plugin, 'Card')).toEqual(['Card appearance', 'Photo image'])
})

test('a layer thinner than a pixel has nothing to edit', async () => {
  const plugin = await open(layer('Hair', [solid], { height: 0.01 }), layer('Speck', [photo()], { width: 0.5, y: 200 }))
  const rows = await rowsFor(plugin, 'Hair', 'Speck')
  expect(rows.map(({ source }) => source)).toEqual([
    { kind: 'skipped', why: 'empty' },
    { kind: 'skipped', why: 'empty' },
  ])
})

test('a line is told apart from what has nothing to draw', async () => {
  const plugin = await open(layer('Rule', [], { type: 'LINE', height: 0, strokes: [solid] }))
  expect((await rowsFor(plugin, 'Rule'))[0]!.source).toEqual({ kind: 'skipped', why: 'line' })
})

test('rows of a set say which variant they are in, and those of instances which instance', async () => {
  const variant = (name: string, x: number) =>
    layer(name, [], { type: 'COMPONENT', x, children: [layer('Photo', [photo()])] })
  const set = layer('Card', [], {
    type: 'COMPONENT_SET',
    width: 500,
    children: [variant('Mode=A', 0), variant('Mode=B', 250)],
  })
  const use = layer('Use', [], { type: 'INSTANCE', component: 'Card/Mode=B', y: 400 })
  const plugin = await open(set, use, layer('Alone', [photo()], { y: 800 }))
  const rows = await rowsFor(plugin, 'Card', 'Use', 'Alone')
  expect(rows.map(({ name, where, kind }) => [name, where, kind])).toEqual([
    ['Card', undefined, 'set'],
    ['Photo', 'Mode=A', undefined],
    ['Photo', 'Mode=B', undefined],
    ['Use', undefined, 'instance'],
    ['Photo', 'Use', undefined],
    ['Alone', undefined, undefined],
  ])
})
