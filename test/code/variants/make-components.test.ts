import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { slowPainter } from '../../harness/pictures.ts'
import { pluginBuilder } from '../../harness/plugin.ts'
import {
  expectOneUndo,
  frame,
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
} from '../session.ts'
import { card, cards, childNames, instance, sourcesFor, variantOf } from './session.ts'

// Layers that are made components, so that they can have variants.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue, green } = await picturesOf(200, 100)
const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })

const plain = () =>
  frame('Banner', [layer('Photo', [photo()]), layer('Strip', [solid], { y: 200, height: 20 })], { x: 90, y: 40 })
const group = () => layer('Pair', [], { type: 'GROUP', children: plain().children! })

test.each([
  ['a frame', plain, 'Banner'],
  ['a group', group, 'Pair'],
  ['a rectangle', () => layer('Photo', [photo()], { x: 90, y: 40 }), 'Photo'],
])('%s becomes a component, takes a variant, and keeps its results', async (_, make, name) => {
  const plugin = await open(layer('Below', [solid], { x: 3000 }), make(), layer('Above', [solid], { x: 3000 }))
  const first = await place(plugin, 'Photo', green)
  const { rows, sources } = await sourcesFor(plugin, name)
  const box = plugin.editor.layer(name)
  expect(sources).toEqual(rows.map(() => ({ kind: 'layer', id: idOf(plugin, name), name })))

  const { ids } = await plugin.ui.call('makeComponents', { ids: [idOf(plugin, name)] })
  const component = plugin.editor.json().pages[0]!.children[1]!
  const { x, y, width, height } = box
  expect(component).toMatchObject({ type: 'COMPONENT', name, x, y, width, height })
  expect((await sourcesFor(plugin, component.id)).sources[0]).toMatchObject({ kind: 'component', id: component.id })
  const there = rows.map((row) => ({ ...row, id: ids[row.id] ?? row.id }))
  expect((await plugin.ui.call('readResults', { id: there[0]!.id })).results).toMatchObject([{ hash: first.hash }])

  const made = await plugin.ui.call('placeVariant', variantOf(ids[box.id]!, there, blue))
  expect(plugin.editor.layer(made.set).children.map(({ name }) => name)).toEqual(['Theme=Default', 'Theme=Night'])
  expect(childNames(plugin, made.set)).toHaveLength(2)
  expect(shownOn(plugin, made.placed[0]!.id)).toEqual([made.placed[0]!.hash])
  expect(plugin.editor.json().pages[0]!.children.map((each) => each.name)).toEqual(['Below', name, 'Above'])
  for (const id of [made.placed[0]!.id, there[0]!.id]) await plugin.ui.call('showOriginal', { id })
  expect(shownOn(plugin, made.placed[0]!.id)).toEqual(shownOn(plugin, there[0]!.id))
})

test('the results of a frame itself outlive that it becomes a component', async () => {
  const plugin = await open(frame('Banner', [layer('Strip', [solid])], { fills: [photo()] }))
  const { hash } = await place(plugin, idOf(plugin, 'Banner'), blue, { source: await imageOf(plugin, 'Banner') })
  const id = idOf(plugin, 'Banner')
  const { ids } = await plugin.ui.call('makeComponents', { ids: [id] })
  expect(Object.keys(ids)).toEqual([id])
  expect(ids[id]).not.toBe(id)
  expect((await plugin.ui.call('readResults', { id: ids[id]! })).results).toMatchObject([{ hash, shown: true }])
})

async function imageOf(plugin: Parameters<typeof rowsFor>[0], name: string) {
  const row = (await rowsFor(plugin, name)).find(({ source }) => source.kind === 'image')!
  if (row.source.kind === 'skipped') throw new Error('no image')
  return row.source
}

test('all of them are one undo step, and what was selected stays selected', async () => {
  const plugin = await open(plain(), layer('Alone', [photo()], { x: 900 }))
  plugin.editor.select(['Banner', 'Alone'])
  const ids = ['Banner', 'Alone'].map((name) => idOf(plugin, name))
  await expectOneUndo(plugin, async () => {
    const made = await plugin.ui.call('makeComponents', { ids })
    expect(plugin.editor.selection().sort()).toEqual(ids.map((id) => made.ids[id]).sort())
  })
})

test.each([
  ['a rectangle', layer('Faded', [photo()], { opacity: 0.5 }), 'above'],
  ['a faded group', layer('Faded', [], { type: 'GROUP', opacity: 0.5, children: [layer('One', [photo()])] }), 'inside'],
  ['a frame without layers', frame('Faded', [], { opacity: 0.5, width: 200, height: 100 }), 'above'],
] as const)('the cover of %s goes with it, into the component and into its variants', async (_, spec, where) => {
  const plugin = await open(layer('Row', [solid], { x: 900 }), spec)
  const look = { kind: 'appearance', place: where } as const
  const [row] = await rowsFor(plugin, 'Faded')
  const placed = await plugin.ui.call('placeImage', { ...orderFor(row, green), source: look, ratio: 2 })
  const { sources } = await (async () => {
    const layers = [{ id: placed.id, container: idOf(plugin, 'Faded') }]
    return { sources: await plugin.ui.call('readVariantSources', { layers }) }
  })()
  const id = idOf(plugin, 'Faded')
  expect(sources).toEqual([{ kind: 'layer', id, name: 'Faded' }])
  const { ids } = await plugin.ui.call('makeComponents', { ids: [id] })
  const page = plugin.editor.json().pages[0]!
  expect(page.children.map(({ name, type }) => [name, type])).toEqual([
    ['Row', 'RECTANGLE'],
    ['Faded', 'COMPONENT'],
  ])
  const results = () => plugin.ui.call('readResults', { id: ids[id]! })
  expect(await results()).toMatchObject({ results: [{ on: placed.id, shown: true }] })

  const order = variantOf(ids[id]!, [], blue, {
    pictures: [{ id: ids[id]!, source: look, picture: blue, ratio: 2, made: row!.source && orderFor(row, blue).made }],
  })
  const made = await plugin.ui.call('placeVariant', order)
  expect(shownOn(plugin, made.placed[0]!.id)).toEqual([made.placed[0]!.hash])
  expect(made.placed[0]!.id).not.toBe(placed.id)
  expect((await results()).results).toHaveLength(1)
})

/** What is asked for, beside what can be made, and what is said. */
test.each([
  ['a component', card('Card'), 'Card'],
  ['a set', cards(), 'Cards'],
  ['an instance', instance('Copy', 'Base'), 'Copy'],
  ['what lies in a component', card('Card', { children: [layer('Inner', [photo()])] }), 'Inner'],
  ['a frame with a component in it', frame('Holder', [card('Card')]), 'Holder'],
  ['a section', layer('Area', [], { type: 'SECTION' }), 'Area'],
  ['a mask', layer('Mask', [photo()], { isMask: true }), 'Mask'],
])('%s cannot be made one, and then none is', async (_, spec, name) => {
  const plugin = await open(card('Base', { y: 2000 }), plain(), { ...spec, x: 4000 })
  plugin.editor.move('Base', { x: 0, y: 2100 })
  const before = json(plugin)
  const call = plugin.ui.call('makeComponents', { ids: [idOf(plugin, 'Banner'), idOf(plugin, name)] })
  await expect(call).rejects.toMatchObject({ fault: 'layer', message: `“${name}” cannot be made a component.` })
  expect(json(plugin)).toBe(before)
  plugin.editor.undo()
  expect(plugin.editor.layer('Base').y).toBe(2000)
})

test('the outermost layer up to the selected one that can be a component is the source', async () => {
  const plugin = await open(
    layer('Area', [], { type: 'SECTION', width: 3000, height: 900, children: [plain()] }),
    frame('Holder', [card('Card'), frame('Inner', [layer('Deep', [photo()])], { x: 300 })], { y: 1000, width: 900 }),
    layer('Loose', [photo()], { y: 1500 }),
    layer('Mask', [photo()], { y: 1800, isMask: true }),
    card('Base', { y: 2400 }),
    instance('Copy', 'Base', { y: 2400 }),
  )
  const ask = async (name: string, container: string) => {
    const layers = [{ id: idOf(plugin, name), container: idOf(plugin, container) }]
    const [source] = await plugin.ui.call('readVariantSources', { layers })
    return source!.kind === 'none' ? source!.why : `${source!.kind} ${source!.name}`
  }
  expect(await ask('Photo', 'Area')).toBe('layer Banner')
  expect(await ask('Photo', 'Photo')).toBe('layer Photo')
  expect(await ask('Deep', 'Holder')).toBe('layer Inner')
  expect(await ask('Card', 'Holder')).toBe('component Card')
  expect(await ask('Loose', 'Loose')).toBe('layer Loose')
  expect(await ask('Mask', 'Mask')).toBe('kind')
  expect(await ask('Copy', 'Copy')).toBe('instance')
  expect(await plugin.ui.call('readVariantSources', { layers: [{ id: '9:9', container: '9:9' }] })).toEqual([
    { kind: 'none', why: 'gone' },
  ])
})
