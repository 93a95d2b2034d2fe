import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { type OpenPlugin, pluginBuilder } from '../../harness/plugin.ts'
import { frame, layer, photo, picturesOf, solid } from '../session.ts'

// At which scale a layer is exported. The built code.js in the simulated Figma.

const plugins = pluginBuilder()
afterAll(plugins.close)

const { red } = await picturesOf(400, 200)

type Settings = NonNullable<LayerSpec['exportSettings']>[number]
const png = (type: 'SCALE' | 'WIDTH' | 'HEIGHT', value: number, more: object = {}): Settings => ({
  ...{ format: 'PNG', constraint: { type, value } },
  ...more,
})
const shown = (name: string, exportSettings: Settings[] = [], more: Partial<LayerSpec> = {}) =>
  layer(name, [photo()], { exportSettings, ...more })

async function exportedAt(...layers: LayerSpec[]): Promise<Record<string, number | undefined>> {
  return exportedIn(await plugins.open(layers, { red: red.bytes }))
}

async function exportedIn({ ui }: OpenPlugin) {
  const { bitmaps } = await ui.call('auditImages', { of: 'page' })
  return Object.fromEntries(bitmaps.flatMap(({ uses }) => uses.map(({ name, exported }) => [name, exported])))
}

test('a layer that nobody exports has no scale', async () => {
  expect(await exportedAt(shown('Photo'))).toEqual({ Photo: undefined })
})

test('of several settings the largest counts; without a constraint it is 1', async () => {
  const layers = [
    shown('Plain', [{ format: 'PNG' }]),
    shown('Three', [png('SCALE', 1), png('SCALE', 3), png('SCALE', 2, { format: 'JPG' })]),
    shown('Half', [png('SCALE', 0.5)]),
  ]
  expect(await exportedAt(...layers)).toEqual({ Plain: 1, Three: 3, Half: 0.5 })
})

test('a width and a height count by the size of the layer, 200 × 100 px', async () => {
  const layers = [shown('Wide', [png('WIDTH', 500)]), shown('High', [png('HEIGHT', 400)])]
  expect(await exportedAt(...layers)).toEqual({ Wide: 2.5, High: 4 })
})

test('a width counts by what is drawn, a stroke included, unless the whole box is exported', async () => {
  const stroke = { strokes: [solid], stroke: { weight: 50, align: 'OUTSIDE' as const } }
  const layers = [
    shown('Drawn', [png('WIDTH', 600)], stroke),
    shown('Box', [png('WIDTH', 600, { useAbsoluteBounds: true })], { ...stroke, y: 500 }),
  ]
  expect(await exportedAt(...layers)).toEqual({ Drawn: 2, Box: 3 })
})

test('SVG and PDF count as 1', async () => {
  const layers = [shown('Vector', [{ format: 'SVG' }]), shown('Paper', [{ format: 'PDF' }, png('SCALE', 0.5)])]
  expect(await exportedAt(...layers)).toEqual({ Vector: 1, Paper: 1 })
})

test('what a layer lies in exports it too, at any depth; the largest counts', async () => {
  const inner = frame('Inner', [shown('Deep', [png('SCALE', 1)]), shown('Sharper', [png('SCALE', 4)])])
  const group = layer('Group', [], { type: 'GROUP', exportSettings: [png('SCALE', 3)], children: [shown('In group')] })
  const outer = frame('Outer', [inner, group], { exportSettings: [png('SCALE', 2)] })
  expect(await exportedAt(outer)).toEqual({ Deep: 2, Sharper: 4, 'In group': 3 })
})

test('a width of a frame scales what is in it', async () => {
  expect(await exportedAt(frame('Banner', [shown('Photo')], { exportSettings: [png('WIDTH', 1200)] }))).toEqual({
    Photo: 3,
  })
})

test('a page that is exported exports all that is on it; its width says nothing', async () => {
  const plugin = await plugins.open([shown('Photo')], { red: red.bytes })
  const set = (settings: Settings[]) => `figma.currentPage.exportSettings = ${JSON.stringify(settings)}`
  const open = (settings: Settings[]) =>
    plugins.openWorld(
      { pages: [{ name: 'Page', layers: [shown('Photo')] }], pictures: { red: red.bytes } },
      'edit',
      set(settings),
    )
  expect(await exportedIn(plugin)).toEqual({ Photo: undefined })
  expect(await exportedIn(await open([png('SCALE', 2)]))).toEqual({ Photo: 2 })
  expect(await exportedIn(await open([png('WIDTH', 5000)]))).toEqual({ Photo: undefined })
})
