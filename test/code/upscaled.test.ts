import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LayerJson } from '../../dev/figma/document/to-json.ts'
import type { LayerSpec } from '../../dev/figma/world.ts'
import type { Picture } from '../../src/shared/picture.ts'
import type { Made } from '../../src/shared/protocol.ts'
import { plainPicture, slowPainter } from '../harness/pictures.ts'
import { pluginBuilder } from '../harness/plugin.ts'
import { expectOneUndo, fillsOf, idOf, layer, photo, place, rowsFor, solid } from './session.ts'

// An image and the same one larger: nothing but its density may change.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

let small: Picture
let larger: Picture
beforeAll(async () => {
  small = await plainPicture(41, 27)
  larger = await plainPicture(123, 81, '#2040c0')
})

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: small.bytes })
const upscaled: Made = {
  prompt: '',
  provider: 'lumenfall',
  model: 'real-esrgan',
  cost: 0.002,
  at: '2026-01-01T00:00:00Z',
}

const FILTERS = { exposure: 0.2, contrast: -0.1, tint: 0.3 }
const LOOK = { opacity: 0.6, blendMode: 'MULTIPLY', filters: FILTERS }
const CROP = [
  [0.5, 0, 0.25],
  [0, 0.4, 0.1],
]
const TURNED = [
  [0.35, -0.35, 0.4],
  [0.5, 0.5, 0.05],
]

test.each([
  ['FILL', { scaleMode: 'FILL' }],
  ['FILL, turned', { scaleMode: 'FILL', rotation: 90 }],
  ['FIT', { scaleMode: 'FIT' }],
  ['FIT, turned', { scaleMode: 'FIT', rotation: 270 }],
  ['CROP', { scaleMode: 'CROP', imageTransform: CROP }],
  ['CROP, turned and skewed', { scaleMode: 'CROP', imageTransform: TURNED }],
])('of %s every field of the paint stays, and the layer’s own geometry', async (_, mode) => {
  const plugin = await open(layer('Photo', [solid, photo({ ...LOOK, ...mode }), solid], { rotation: 12 }))
  const before = plugin.editor.layer('Photo')
  const [below, source, above] = fillsOf(plugin, 'Photo')
  const { hash } = await place(plugin, 'Photo', larger, { made: upscaled })
  const { fills, ...after } = plugin.editor.layer('Photo')
  expect(fills).toEqual([below, { ...source, visible: false }, { ...source, imageHash: hash }, above])
  expect(geometryOf(after)).toEqual(geometryOf(before))
})

test.each([{ rotation: 0 }, { rotation: 180 }])('a tile keeps its shown size: %j', async (turn) => {
  const tile = photo({ ...LOOK, ...turn, scaleMode: 'TILE', scalingFactor: 0.75 })
  const plugin = await open(layer('Photo', [tile]))
  const before = plugin.editor.layer('Photo')
  const [source] = fillsOf(plugin, 'Photo')
  const { hash } = await place(plugin, 'Photo', larger, { made: upscaled })
  const [, result] = fillsOf(plugin, 'Photo')
  expect(result).toEqual({ ...source, imageHash: hash, scalingFactor: expect.closeTo((0.75 * 41) / 123, 6) })
  expect(geometryOf(plugin.editor.layer('Photo'))).toEqual(geometryOf(before))
})

test('a tile of a picture that was made larger twice is still as large as the first', async () => {
  const plugin = await open(layer('Photo', [photo({ scaleMode: 'TILE', scalingFactor: 1 })]))
  await place(plugin, 'Photo', larger, { made: upscaled })
  await place(plugin, 'Photo', await plainPicture(246, 162, '#20c040'), { made: upscaled })
  const shown = fillsOf(plugin, 'Photo').find(({ visible }) => visible)
  expect(shown).toMatchObject({ scalingFactor: expect.closeTo(41 / 246, 6) })
})

test('a crop of a picture whose ratio whole px cannot keep shows the same region still', async () => {
  const narrow = await plainPicture(3, 200)
  const plugin = await plugins.open([layer('Strip', [photo({ scaleMode: 'CROP', imageTransform: CROP })])], {
    red: narrow.bytes,
  })
  const [source] = fillsOf(plugin, 'Strip')
  const { hash } = await place(plugin, 'Strip', await plainPicture(5, 300), { made: upscaled })
  expect(fillsOf(plugin, 'Strip')[1]).toEqual({ ...source, imageHash: hash })
})

test('one undo takes it back, Original shows the old one, and the history says what it cost', async () => {
  const plugin = await open(layer('Photo', [photo({ scaleMode: 'CROP', imageTransform: CROP })]))
  const [source] = fillsOf(plugin, 'Photo')
  await expectOneUndo(plugin, () => place(plugin, 'Photo', larger, { made: upscaled }))
  await place(plugin, 'Photo', larger, { made: upscaled })
  const id = idOf(plugin, 'Photo')
  expect((await rowsFor(plugin, 'Photo'))[0]).toMatchObject({ width: 123, height: 81, results: 1 })
  expect((await plugin.ui.call('readResults', { id })).results).toMatchObject([{ made: upscaled, shown: true }])
  await plugin.ui.call('showOriginal', { id })
  expect(fillsOf(plugin, 'Photo')[0]).toEqual(source)
})

const geometryOf = ({ width, height, x, y, rotation }: Omit<LayerJson, 'fills'>) => ({ width, height, x, y, rotation })
