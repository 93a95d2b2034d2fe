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
  orderFor,
  photo,
  picturesOf,
  place,
  rowsFor,
  shownOn,
  solid,
  tint,
} from './session.ts'

// The rectangle that Refill lays over a layer: where it lies, whose it is when things move, and the way back without it.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue, green } = await picturesOf(200, 100)

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })
const faded = (name: string, more: Partial<LayerSpec> = {}) => layer(name, [solid], { opacity: 0.5, ...more })
const column = (...children: LayerSpec[]) =>
  frame('Column', children, { autoLayout: { mode: 'VERTICAL', itemSpacing: 0 } } as Partial<LayerSpec>)

const group = (more: Partial<LayerSpec>, ...children: LayerSpec[]) =>
  layer('Group', [], { type: 'GROUP', opacity: 0.5, children, ...more })
const one = (more: Partial<LayerSpec>) => layer('One', [photo()], more)

const GROUPS: [string, () => LayerSpec][] = [
  ['away from the origin', () => group({}, one({ x: 1620, y: 1480 }), layer('Two', [tint], { x: 1700, y: 1600 }))],
  ['turned', () => group({ rotation: 30, x: 500, y: 400 }, one({ rotation: 30, x: 500, y: 400 }))],
  ['in a turned frame', () => frame('Card', [group({}, one({ x: 90, y: 50 }))], { x: 700, y: 300, rotation: 15 })],
  ['in a group', () => layer('Outer', [], { type: 'GROUP', children: [group({}, one({ x: 300, y: 90 }))] })],
  ['in auto layout', () => column(layer('Head', [solid]), group({}, one({})))],
]

test.each(GROUPS)('a faded group %s stays as it is under the look of the whole', async (_, make) => {
  const plugin = await open(make())
  const [row] = await rowsFor(plugin, 'Group')
  expect(row!.source).toEqual({ kind: 'appearance', place: 'inside' })
  const before = json(plugin)
  // Buttons on it come and go with the result.
  const bare = () => JSON.stringify({ ...plugin.editor.layer('Group'), children: [], pluginData: {} })
  const group = bare()
  const order = orderFor(row, await plainPicture(Math.round(row!.width), Math.round(row!.height)))
  await expectOneUndo(plugin, () => plugin.ui.call('placeImage', order))
  plugin.editor.redo()
  expect(bare()).toBe(group)
  const { children } = plugin.editor.layer('Group')
  expect(placeOf(children!.at(-1)!)).toEqual(placeOf(plugin.editor.layer('Group')))
  await plugin.ui.call('showOriginal', { id: row!.id })
  expect(bare()).toBe(group)
  await plugin.ui.call('tidy', { ids: [row!.id] })
  expect(json(plugin)).toBe(before)
})

/** px and degrees, as near as turning allows. */
const placeOf = ({ x, y, width, height, rotation }: ReturnType<OpenPlugin['editor']['layer']>) =>
  [x, y, width, height, rotation].map((value) => value.toFixed(3))

/** What a designer can do to a layer and its cover that parts the two. Those that make a copy answer its id. */
const PARTINGS: [string, (plugin: OpenPlugin, cover: string) => unknown][] = [
  ['whose cover was deleted', ({ editor }, cover) => editor.remove(cover)],
  ['that was moved to a frame', ({ editor }) => editor.moveInto('Badge', 'Frame')],
  ['that was moved', ({ editor }) => editor.move('Badge', { x: 900, y: 40 })],
  ['that was resized', ({ editor }) => editor.resize('Badge', { width: 120, height: 90 })],
  ['whose cover was moved', ({ editor }, cover) => editor.move(cover, { x: 900, y: 0 })],
  ['that was duplicated alone', ({ editor }) => editor.duplicate(['Badge'])[0]!],
  ['that was pasted alone', ({ editor }) => editor.paste(['Badge'], 'Frame')[0]!],
]

test.each(PARTINGS)('a see-through layer %s gets back what it showed', async (_, part) => {
  const plugin = await open(
    layer('Badge', [tint, { ...solid, visible: false }, solid], { opacity: 0.5 }),
    frame('Frame', [], { y: 300 }),
  )
  const before = fillsOf(plugin, 'Badge')
  const cover = await place(plugin, 'Badge', blue)
  await plugin.ui.call('placeImage', orderFor((await rowsFor(plugin, 'Badge'))[0], green))
  const copy = part(plugin, cover.id)
  const id = typeof copy === 'string' ? copy : idOf(plugin, 'Badge')
  const results = (await rowsFor(plugin, id)).map((row) => row.results)
  expect(Math.max(...results)).toBeGreaterThan(0)
  expect((await plugin.ui.call('readResults', { id })).original).toBe(false)
  await expectOneUndo(plugin, () => plugin.ui.call('showOriginal', { id }))
  await plugin.ui.call('showOriginal', { id })
  expect(fillsOf(plugin, id)).toEqual(before)
  expect((await plugin.ui.call('readResults', { id })).original).toBe(true)
})

test('a layer that a designer has shown again keeps what he has hidden', async () => {
  const plugin = await open(layer('Badge', [tint, solid], { opacity: 0.5 }))
  const cover = await place(plugin, 'Badge', blue)
  plugin.editor.remove(cover.id)
  const [first, second] = fillsOf(plugin, 'Badge')
  plugin.editor.setFills('Badge', [{ ...first!, visible: true }, second!])
  await expect(plugin.ui.call('showOriginal', { id: idOf(plugin, 'Badge') })).rejects.toMatchObject({ fault: 'layer' })
})

test('in auto layout a cover is laid on its layer again, wherever that has gone, when something is written', async () => {
  const plugin = await open(column(layer('Head', [solid]), faded('Badge')))
  const { id } = await place(plugin, 'Badge', blue)
  plugin.editor.resize('Head', { width: 200, height: 150 })
  const [row] = await rowsFor(plugin, 'Badge')
  expect(row).toMatchObject({ id })
  await plugin.ui.call('placeImage', orderFor(row, green))
  expect(plugin.editor.layer(id)).toMatchObject({ x: 0, y: 150, width: 200, height: 100 })
  expect(plugin.editor.layer('Column').children).toHaveLength(3)
  plugin.editor.resize('Head', { width: 200, height: 180 })
  await expectOneUndo(plugin, () => plugin.ui.call('showOriginal', { id }))
  await plugin.ui.call('showOriginal', { id })
  expect(shownOn(plugin, 'Badge')).toEqual(['SOLID'])
  expect(shownOn(plugin, id)).toEqual([])
})

test('a cover that was hidden in Figma shows nothing, and its layer is edited instead', async () => {
  const plugin = await open(layer('Badge', [tint], { strokes: [solid], stroke: { weight: 2 } }))
  const cover = await place(plugin, 'Badge', blue)
  plugin.editor.setVisible(cover.id, false)
  const id = idOf(plugin, 'Badge')
  const [row] = await rowsFor(plugin, 'Badge')
  expect(row).toMatchObject({ id, source: { kind: 'appearance', place: 'above' } })
  expect(await plugin.ui.call('readResults', { id })).toMatchObject({ results: [{ shown: false }], original: true })
  await expectOneUndo(plugin, () => plugin.ui.call('showResult', { id, hash: cover.hash }))
  await plugin.ui.call('showResult', { id, hash: cover.hash })
  expect(plugin.editor.layer(cover.id).visible).toBe(true)
  expect((await plugin.ui.call('readResults', { id })).results).toMatchObject([{ shown: true }])
})

test('a cover inside a frame that was hidden in Figma is shown by picking its result', async () => {
  const plugin = await open(frame('Card', [layer('Box', [solid])]))
  const cover = await place(plugin, 'Card', await plainPicture(400, 300))
  plugin.editor.setVisible(cover.id, false)
  const id = idOf(plugin, 'Card')
  expect(await plugin.ui.call('readResults', { id })).toMatchObject({ results: [{ shown: false }], original: true })
  await plugin.ui.call('showResult', { id, hash: cover.hash })
  expect(plugin.editor.layer(cover.id).visible).toBe(true)
})

test('a frame that blurs what lies in it is drawn without blur, and so is the picture laid beside it', async () => {
  const drawn: number[] = []
  const watched = pluginBuilder({
    paint(request) {
      drawn.push(...request.layers.map(({ effects }) => effects.length))
      return slowPainter.paint(request)
    },
  })
  const effects = [{ type: 'LAYER_BLUR', blurType: 'NORMAL', radius: 20, visible: true } as const]
  const plugin = await watched.open([frame('Card', [layer('Box', [tint], { x: 60, y: 60 })], { effects })])
  const before = json(plugin)
  await plugin.ui.call('exportLayer', { id: idOf(plugin, 'Card'), scale: 1 })
  expect(drawn).toEqual([0])
  expect(json(plugin)).toBe(before)
  const { id } = await place(plugin, 'Card', await plainPicture(400, 300), { place: 'beside' })
  expect(JSON.stringify(plugin.editor.layer(id))).toContain('LAYER_BLUR')
  await watched.close()
})

test('tidying never takes the last picture of a layer', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const { id } = await place(plugin, 'Photo', blue)
  const [, result] = fillsOf(plugin, 'Photo')
  plugin.editor.setFills('Photo', [{ ...result!, visible: false }])
  expect(await plugin.ui.call('tidy', { ids: [id] })).toEqual({ removed: 0 })
  expect(fillsOf(plugin, 'Photo')).toHaveLength(1)
})

test('a paint of the designer that only claims to be a result outlives tidying', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const [own] = fillsOf(plugin, 'Photo')
  const hash = own?.type === 'IMAGE' ? own.imageHash! : ''
  const claim = { version: 1, results: { [hash]: { hid: [], prompt: '', provider: '', model: '', at: '' } } }
  const data = { '0000000000000000000': { refill: JSON.stringify(claim) } }
  const claimed = await open(layer('Photo', [photo({ visible: false }), tint], { pluginData: data }))
  const id = idOf(claimed, 'Photo')
  expect((await claimed.ui.call('readResults', { id })).results).toHaveLength(1)
  expect(await claimed.ui.call('tidy', { ids: [id] })).toEqual({ removed: 0 })
  expect(fillsOf(claimed, 'Photo')).toHaveLength(2)
})
