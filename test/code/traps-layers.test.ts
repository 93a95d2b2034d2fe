import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LayerSpec, WorldData } from '../../dev/figma/world.ts'
import type { Picture } from '../../src/shared/picture.ts'
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
  place,
  rowsFor,
  shownOn,
  solid,
  tint,
} from './session.ts'

// Traps of layers and their paints, by their number in the list of 25.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

let red: Picture
let blue: Picture
let square: Picture
beforeAll(async () => {
  red = await plainPicture(40, 20)
  blue = await plainPicture(40, 20, '#2040c0')
  square = await plainPicture(30, 30, '#20c040')
})

const open = (...layers: LayerSpec[]) => openWorld({ pages: [{ name: 'Page', layers }] })
const openWorld = (world: Omit<WorldData, 'id' | 'title' | 'pictures'>) =>
  plugins.openWorld({ ...world, pictures: { red: red.bytes } })

const TURNS: [string, Partial<LayerSpec>][] = [
  ['turned', { rotation: 30 }],
  ['flipped', { flipped: true, x: 300 }],
  [
    'skewed',
    {
      transform: [
        [1, 0.6, 10],
        [0, 0.8, 20],
      ],
    },
  ],
]

test.each(TURNS)('trap 10: a %s layer is drawn upright, and the picture lies in its own space', async (_, turn) => {
  const plugin = await open(layer('Badge', [solid], turn))
  const before = plugin.editor.layer('Badge')
  const drawn = await plugin.ui.call('exportLayer', { id: before.id, scale: 1 })
  expect([drawn.width, drawn.height]).toEqual([200, 100])
  const { hash } = await place(plugin, 'Badge', blue)
  const { fills: _before, pluginData: _no, ...where } = before
  expect(plugin.editor.layer('Badge')).toMatchObject(where)
  expect(fillsOf(plugin, 'Badge')[1]).toMatchObject({ imageHash: hash, scaleMode: 'FILL' })
})

test('trap 10: the rectangle above a turned layer is turned as it is', async () => {
  const plugin = await open(frame('Card', [layer('Faded', [solid], { opacity: 0.5, rotation: 20, x: 50, y: 90 })]))
  await place(plugin, 'Faded', blue)
  const { x, y, rotation } = plugin.editor.layer('Faded')
  expect(plugin.editor.layer('Faded – edited')).toMatchObject({ x, y, rotation, width: 200, height: 100 })
})

test('trap 10: a turned group is drawn upright, and covered as it lies', async () => {
  const children = [layer('One', [solid], { rotation: 30, x: 50, y: 100 })]
  const group = layer('Group', [], { type: 'GROUP', rotation: 30, x: 50, y: 100, children })
  const plugin = await open(frame('Card', [group], { rotation: 15 }))
  const id = idOf(plugin, 'Group')
  const drawn = await plugin.ui.call('exportLayer', { id, scale: 1 })
  expect([drawn.width, drawn.height]).toEqual([200, 100])
  await place(plugin, 'Group', blue)
  const { rotation } = plugin.editor.layer('Group')
  expect(plugin.editor.layer('Group – edited')).toMatchObject({ rotation, width: 200, height: 100 })
})

test('trap 13: of several paints only the one that was edited is joined by another, and nothing else changes', async () => {
  const gradient = {
    type: 'GRADIENT_LINEAR',
    gradientTransform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
    gradientStops: [
      { position: 0, color: { r: 0, g: 0, b: 0, a: 1 } },
      { position: 1, color: { r: 1, g: 1, b: 1, a: 0 } },
    ],
  } as const
  const plugin = await open(layer('Hero', [solid, photo({ opacity: 0.6 }), gradient as never, tint]))
  const before = fillsOf(plugin, 'Hero')
  const { hash } = await place(plugin, 'Hero', blue)
  expect(fillsOf(plugin, 'Hero')).toEqual([
    before[0],
    { ...before[1], visible: false },
    { ...before[1], imageHash: hash },
    before[2],
    before[3],
  ])
})

const crop = photo({
  scaleMode: 'CROP',
  imageTransform: [
    [0.5, 0, 0.25],
    [0, 0.5, 0.1],
  ],
})

test('trap 14: a crop shows the same region of the result', async () => {
  const plugin = await open(layer('Photo', [crop]))
  const { hash } = await place(plugin, 'Photo', await plainPicture(80, 40))
  const [before, after] = fillsOf(plugin, 'Photo')
  expect(after).toEqual({ ...before, imageHash: hash, visible: true })
})

test('trap 14: a picture of another ratio is never stretched by the crop of its source', async () => {
  const plugin = await open(layer('Photo', [crop]))
  await place(plugin, 'Photo', square)
  expect(fillsOf(plugin, 'Photo')[1]).toMatchObject({ scaleMode: 'FILL' })
})

test('trap 14: a tile of other pixels keeps its size on the canvas', async () => {
  const plugin = await open(layer('Photo', [photo({ scaleMode: 'TILE', scalingFactor: 0.5 })]))
  await place(plugin, 'Photo', await plainPicture(80, 40))
  expect(fillsOf(plugin, 'Photo')[1]).toMatchObject({ scaleMode: 'TILE', scalingFactor: 0.25 })
})

test('trap 15: what a picture was edited with lies on it once: filters stay on an image, not on a look', async () => {
  const looks = { opacity: 0.6, blendMode: 'MULTIPLY', filters: { contrast: 0.3 }, rotation: 90 }
  const plugin = await open(
    layer('Photo', [photo(looks)]),
    layer('Badge', [{ ...tint, blendMode: 'MULTIPLY' }], { y: 200 }),
  )
  await place(plugin, 'Photo', blue)
  expect(fillsOf(plugin, 'Photo')[1]).toMatchObject(looks)
  await place(plugin, 'Badge', blue)
  expect(fillsOf(plugin, 'Badge')[1]).toMatchObject({ opacity: 1, blendMode: 'NORMAL', filters: {}, rotation: 0 })
})

/** A rectangle that follows the shared style `Brand`, which shows an image. */
const styled = () =>
  openWorld({
    pages: [
      {
        name: 'Page',
        layers: [layer('Photo', [], { fillStyle: 'Brand' }), layer('Other', [], { fillStyle: 'Brand', y: 300 })],
      },
    ],
    styles: { paint: { Brand: [photo()] } },
  })

test('trap 16: a shared style is named before, is not changed, and can be followed again', async () => {
  const plugin = await styled()
  const [row] = await rowsFor(plugin, 'Photo')
  expect(row!.notes).toEqual([{ kind: 'style', name: 'Brand' }])
  const before = plugin.editor.layer('Photo')
  const other = plugin.editor.layer('Other')
  const { id } = await place(plugin, 'Photo', blue)
  await place(plugin, 'Photo', square, { source: row!.source as never })
  expect(plugin.editor.layer('Other')).toEqual(other)
  const { style } = await plugin.ui.call('readResults', { id })
  expect(style).toEqual({ name: 'Brand', drops: 2 })
  await expectOneUndo(plugin, () => plugin.ui.call('backToStyle', { id }))
  await plugin.ui.call('backToStyle', { id })
  expect(plugin.editor.layer('Photo')).toEqual(before)
})

test('trap 16: a layer does not go back to its style where that would drop a paint of the designer’s', async () => {
  const plugin = await styled()
  const { id } = await place(plugin, 'Photo', blue)
  plugin.editor.setFills('Photo', [...fillsOf(plugin, 'Photo'), tint])
  const before = json(plugin)
  expect((await plugin.ui.call('readResults', { id })).style).toBeUndefined()
  await expect(plugin.ui.call('backToStyle', { id })).rejects.toMatchObject({ fault: 'layer' })
  expect(json(plugin)).toBe(before)
})

test('trap 16: a bound colour stays bound below and after a result', async () => {
  const bound = { ...solid, boundVariables: { color: { type: 'VARIABLE_ALIAS', id: 'Theme/paper' } } } as never
  const plugin = await openWorld({
    pages: [{ name: 'Page', layers: [layer('Badge', [bound])] }],
    variables: { 'Theme/paper': { Light: { r: 1, g: 1, b: 0.9, a: 1 } } },
  })
  const before = fillsOf(plugin, 'Badge')
  expect(before[0]).toMatchObject({ boundVariables: { color: { type: 'VARIABLE_ALIAS' } } })
  const { id } = await place(plugin, 'Badge', blue)
  expect(fillsOf(plugin, 'Badge')[0]).toEqual({ ...before[0], visible: false })
  await plugin.ui.call('showOriginal', { id })
  expect(fillsOf(plugin, 'Badge')[0]).toEqual(before[0])
})

const coverable: [string, LayerSpec][] = [
  ['text', { ...layer('Thing', [solid], { type: 'TEXT' }), text: { characters: 'Headline', autoResize: 'NONE' } }],
  ['a group', layer('Thing', [], { type: 'GROUP', children: [layer('One', [solid])] })],
  ['a slice', layer('Thing', [], { type: 'SLICE' })],
  ['a section', layer('Thing', [solid], { type: 'SECTION', children: [] })],
  [
    'an open vector',
    layer('Thing', [solid], {
      type: 'VECTOR',
      strokes: [solid],
      vectorPaths: [{ windingRule: 'NONE', data: 'M 0 0 L 200 100' }],
    }),
  ],
  ['a mask', layer('Thing', [solid], { isMask: true })],
  ['a stroked layer', layer('Thing', [solid], { strokes: [solid] })],
]

test.each(coverable)('trap 17: %s keeps what it is and gets a rectangle directly above it', async (_, spec) => {
  const below = layer('Below', [solid], { y: 200 })
  const plugin = await open(frame('Card', [below, spec, layer('Top', [solid], { y: 200 })]))
  const before = plugin.editor.layer('Thing')
  const [row] = await rowsFor(plugin, 'Thing')
  expect(row!.source).toEqual({ kind: 'appearance', place: 'above' })
  await expectOneUndo(plugin, () => plugin.ui.call('placeImage', orderFor(row, blue)))
  await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(plugin.editor.layer('Thing')).toEqual(before)
  expect(plugin.editor.layer('Card').children!.map(({ name }) => name)).toEqual([
    'Below',
    'Thing',
    'Thing – edited',
    'Top',
  ])
  expect(plugin.editor.layer('Thing – edited')).toMatchObject({ x: 0, y: 0, width: 200, height: 100 })
})

test('trap 17: a faded group is covered from inside, where it fades the picture like the rest', async () => {
  const plugin = await open(layer('Group', [], { type: 'GROUP', opacity: 0.5, children: [layer('One', [solid])] }))
  const [row] = await rowsFor(plugin, 'Group')
  expect(row!.source).toEqual({ kind: 'appearance', place: 'inside' })
  await place(plugin, 'Group', blue)
  expect(plugin.editor.layer('Group')).toMatchObject({ width: 200, height: 100, opacity: 0.5 })
  expect(plugin.editor.layer('Group').children!.map(({ name }) => name)).toEqual(['One', 'Group – edited'])
})

test('trap 17: the parts of a boolean operation show no images of their own', async () => {
  const union = layer('Union', [photo()], {
    type: 'BOOLEAN_OPERATION',
    operation: 'UNION',
    children: [layer('Part', [photo()])],
  })
  const plugin = await open(frame('Card', [union]))
  const rows = await rowsFor(plugin, 'Card')
  expect(rows.map(({ name, source }) => `${name} ${source.kind}`)).toEqual(['Card appearance', 'Union image'])
  const [part] = await rowsFor(plugin, 'Part')
  expect(part!.source).toMatchObject({ kind: 'appearance', place: 'beside' })
})

/** A component `Card` with an image and a text, and two instances of it. */
const withInstances = (more: Partial<LayerSpec> = {}) => [
  layer('Card', [solid], {
    type: 'COMPONENT',
    children: [layer('Photo', [photo()], { width: 50, height: 25 })],
    ...more,
  }),
  layer('First', [], { type: 'INSTANCE', component: 'Card', y: 300 }),
  layer('Second', [], { type: 'INSTANCE', component: 'Card', y: 600 }),
]
const inside = ({ editor }: OpenPlugin, instance: string) => editor.layer(instance).children![0]!

test('trap 18: an image in an instance is overridden there, and nothing is detached or added', async () => {
  const plugin = await open(...withInstances())
  const [whole, image] = await rowsFor(plugin, 'First')
  expect(whole!.source).toEqual({ kind: 'appearance', place: 'beside' })
  expect(image!.notes).toEqual([{ kind: 'override' }])
  const main = plugin.editor.layer('Card')
  const second = plugin.editor.layer('Second')
  await plugin.ui.call('placeImage', orderFor(image, blue))
  expect(plugin.editor.layer('Card')).toEqual(main)
  expect(plugin.editor.layer('Second')).toEqual(second)
  expect(plugin.editor.layer('First')).toMatchObject({ type: 'INSTANCE' })
  expect(plugin.editor.layer('First').children).toHaveLength(1)
  expect(inside(plugin, 'First').fills).toHaveLength(2)
  expect(await plugin.ui.call('showOriginal', { id: image!.id })).toEqual({ override: true })
})

test('trap 18: an instance that shows the result of its component follows it, and is not overridden', async () => {
  const plugin = await open(...withInstances())
  const rows = await rowsFor(plugin, 'Card', 'First')
  const [main, image] = rows.filter(({ source }) => source.kind === 'image')
  await plugin.ui.call('placeImage', orderFor(main, blue))
  const placed = await plugin.ui.call('placeImage', orderFor(image, blue))
  expect(placed).toEqual({ id: image!.id, hash: placed.hash, follows: true })
  expect(inside(plugin, 'First').fills).toHaveLength(2)
  await plugin.ui.call('showOriginal', { id: main!.id })
  expect(inside(plugin, 'First').fills).toEqual(inside(plugin, 'Second').fills)
  expect(inside(plugin, 'First').fills).toEqual(inside(plugin, 'Card').fills)
})

test('trap 18: the look of an instance is laid beside it', async () => {
  const plugin = await open(...withInstances())
  const [whole] = await rowsFor(plugin, 'First')
  const before = plugin.editor.layer('First')
  const placed = await plugin.ui.call('placeImage', orderFor(whole, blue))
  expect(placed.beside).toBe('asked')
  expect(plugin.editor.layer('First')).toEqual(before)
  expect(namesOn(plugin)).toEqual(['Card', 'First', 'Second', 'First – edited'])
})

test('trap 18: a look inside an instance that its stack cannot hold is laid beside', async () => {
  const plugin = await open(...withInstances({ children: [layer('Faded', [solid], { opacity: 0.5 })] }))
  plugin.editor.select([inside(plugin, 'First').id])
  const { rows } = await plugin.ui.call('readSelection', {})
  expect(rows[0]!.source).toEqual({ kind: 'appearance', place: 'beside' })
  const before = plugin.editor.layer('First')
  expect((await plugin.ui.call('placeImage', orderFor(rows[0], blue))).beside).toBe('asked')
  expect(plugin.editor.layer('First')).toEqual(before)
})

test('trap 19: what belongs to a component says how many instances change with it', async () => {
  const plugin = await open(...withInstances())
  const component = idOf(plugin, 'Card')
  const [whole, image] = await rowsFor(plugin, 'Card')
  expect(whole!.source).toEqual({ kind: 'appearance', place: 'inside' })
  for (const row of [whole, image]) expect(row!.notes).toEqual([{ kind: 'instances', component, count: 2 }])
  const { hash } = await plugin.ui.call('placeImage', orderFor(image, blue))
  expect(inside(plugin, 'First').fills).toMatchObject([{ visible: false }, { imageHash: hash }])
})

test('trap 19: a set is asked about variant by variant, and its own look is laid beside', async () => {
  const variant = (name: string, x: number) =>
    layer(name, [solid], { type: 'COMPONENT', x, children: [layer('Photo', [photo()])] })
  const set = layer('Button', [], {
    type: 'COMPONENT_SET',
    width: 500,
    children: [variant('Theme=Light', 0), variant('Theme=Dark', 250)],
  })
  const plugin = await open(set, layer('Use', [], { type: 'INSTANCE', component: 'Button/Theme=Dark', y: 400 }))
  const [whole, light, dark] = await rowsFor(plugin, 'Button')
  expect(whole).toMatchObject({ source: { kind: 'appearance', place: 'beside' }, holds: 2, notes: [] })
  expect(light!.notes).toEqual([])
  expect(dark!.notes).toMatchObject([{ kind: 'instances', count: 1 }])
  const placed = await plugin.ui.call('placeImage', orderFor(whole, await plainPicture(500, 100)))
  expect(placed.beside).toBe('asked')
  expect(plugin.editor.layer('Button').children!.map(({ type }) => type)).toEqual(['COMPONENT', 'COMPONENT'])
})

test('trap 19: a faded component takes its look inside, for its instances to follow', async () => {
  const plugin = await open(...withInstances({ children: [], opacity: 0.5 }))
  const [row] = await rowsFor(plugin, 'Card')
  expect(row!.source).toEqual({ kind: 'appearance', place: 'inside' })
  await plugin.ui.call('placeImage', orderFor(row, blue))
  expect(plugin.editor.layer('First').children!.map(({ name }) => name)).toEqual(['Card – edited'])
})

const row: Partial<LayerSpec> = { autoLayout: { mode: 'HORIZONTAL', itemSpacing: 10, primaryAxisSizingMode: 'AUTO' } }

test('trap 20: in auto layout the rectangle is absolute, and nothing else moves', async () => {
  const plugin = await open(frame('Row', [layer('A', [solid], { opacity: 0.5 }), layer('B', [solid])], row))
  const places = () =>
    ['Row', 'A', 'B'].map((name) => plugin.editor.layer(name)).map(({ x, y, width, height }) => [x, y, width, height])
  const before = places()
  await place(plugin, 'A', blue)
  const { width, height } = plugin.editor.layer('Row')
  await place(plugin, 'Row', await plainPicture(width, height))
  expect(places()).toEqual(before)
  const { x, y } = plugin.editor.layer('A')
  expect(plugin.editor.layer('A – edited')).toMatchObject({ x, y, width: 200, height: 100 })
  expect(plugin.editor.layer('Row – edited')).toMatchObject({ x: 0, y: 0, width, height })
})

const meanwhile: [string, (plugin: OpenPlugin) => void, string | undefined][] = [
  ['deleted', ({ editor }) => editor.remove('Photo'), 'gone'],
  ['painted over', ({ editor }) => editor.setFills('Photo', [solid]), 'repainted'],
  ['moved', ({ editor }) => editor.move('Photo', { x: 900, y: 9 }), undefined],
  ['hidden', ({ editor }) => editor.setVisible('Photo', false), undefined],
  ['resized', ({ editor }) => editor.resize('Photo', { width: 10, height: 300 }), undefined],
  ['painted below and above', ({ editor }) => editor.setFills('Photo', [tint, photo(), tint]), undefined],
]

test.each(meanwhile)(
  'trap 21: a layer that was %s during the run is found again and dealt with',
  async (_, act, beside) => {
    const plugin = await open(layer('Photo', [photo()]), layer('Other', [photo()], { y: 500 }))
    const [read] = await rowsFor(plugin, 'Photo')
    act(plugin)
    const other = plugin.editor.layer('Other')
    const placed = await plugin.ui.call('placeImage', orderFor(read, blue))
    expect(placed.beside).toBe(beside)
    if (!beside) expect(placed.id).toBe(read!.id)
    expect(shownOn(plugin, placed.id)).toContain(placed.hash)
    expect(plugin.editor.layer('Other')).toEqual(other)
  },
)

test('trap 22: rows come in reading order, and neither selection nor page matters once they are read', async () => {
  const at = (name: string, x: number, y: number) => layer(name, [photo()], { x, y })
  const plugin = await openWorld({
    pages: [
      { name: 'One', layers: [at('C', 0, 300), at('A', 0, 0), at('B', 300, 0)] },
      { name: 'Two', layers: [at('Far', 0, 0)] },
    ],
  })
  const rows = await rowsFor(plugin, 'B', 'C', 'A')
  expect(rows.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
  plugin.editor.showPage('Two')
  plugin.editor.select(['Far'])
  const far = plugin.editor.layer('Far')
  for (const each of rows) await plugin.ui.call('placeImage', orderFor(each, blue))
  await plugin.ui.call('placeImage', orderFor(rows[0], blue, { place: 'beside' }))
  expect(plugin.editor.layer('Far')).toEqual(far)
  expect(namesOn(plugin, 0)).toHaveLength(4)
})

test('trap 23: each result is one undo step, also with the designer’s own changes in between', async () => {
  const plugin = await open(layer('Photo', [photo()]), layer('Badge', [solid], { y: 300, opacity: 0.5 }))
  const [image] = await rowsFor(plugin, 'Photo')
  const [badge] = await rowsFor(plugin, 'Badge')
  const states = [json(plugin)]
  const steps = [
    () => plugin.ui.call('placeImage', orderFor(image, blue)),
    () => plugin.editor.rename('Photo', 'Sunset'),
    () => plugin.ui.call('placeImage', orderFor(badge, blue)),
    () => plugin.editor.move('Badge – edited', { x: 5, y: 5 }),
    () => plugin.ui.call('placeImage', orderFor(image, square)),
    () => plugin.ui.call('showOriginal', { id: image!.id }),
  ]
  for (const step of steps) {
    await step()
    states.push(json(plugin))
  }
  for (const state of states.reverse().slice(1)) {
    plugin.editor.undo()
    expect(json(plugin)).toBe(state)
  }
})

test('trap 23: what was written before and not yet committed is no part of our step', async () => {
  const world = { pages: [{ name: 'Page', layers: [layer('Photo', [photo()])] }], pictures: { red: red.bytes } }
  const plugin = await plugins.openWorld(world, 'edit', `figma.root.setPluginData('before', 'not committed')`)
  const [row] = await rowsFor(plugin, 'Photo')
  await expectOneUndo(plugin, () => plugin.ui.call('placeImage', orderFor(row, blue)))
  expect(plugin.editor.json().pluginData).not.toEqual({})
})
