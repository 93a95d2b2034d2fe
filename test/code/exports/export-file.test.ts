import { afterAll, beforeEach, expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/editor.ts'
import type { ExportedFile, ExportFile, MissingImages } from '../../../src/shared/protocol.ts'
import { type OpenPlugin, pluginBuilder } from '../../harness/plugin.ts'
import { fillsOf, frame, idOf, json, layer, orderFor, photo, picturesOf, place, rowsFor, solid } from '../session.ts'
import { createShownPainter, shownIn } from './shown-painter.ts'

// One file of a layer: what it shows now, one of its results, or what was there before Refill.

const painter = createShownPainter()
const plugins = pluginBuilder(painter)
afterAll(plugins.close)
beforeEach(() => {
  painter.meanwhile = undefined
})

const { red, blue, green } = await picturesOf(40, 20)
const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })
const again = (picture: typeof blue) => ({ ...picture, bytes: picture.bytes.slice() })
const PNG: ExportFile['as'] = { format: 'PNG' }

async function shownBy({ ui }: OpenPlugin, order: ExportFile): Promise<string[]> {
  const file: ExportedFile | MissingImages = await ui.call('exportFile', order)
  return 'bytes' in file ? shownIn(file.bytes) : []
}
const imageOf = (plugin: OpenPlugin, name: string, at = 0) => {
  const paint = fillsOf(plugin, name)[at]
  return paint?.type === 'IMAGE' ? paint.imageHash! : ''
}

test('every result of an image, and the image itself, without switching by hand', async () => {
  const plugin = await open(layer('Photo', [solid, photo()]))
  const own = imageOf(plugin, 'Photo', 1)
  const first = await place(plugin, 'Photo', again(blue))
  const [row] = await rowsFor(plugin, 'Photo')
  const source = { kind: 'image' as const, hash: own }
  const second = await plugin.ui.call('placeImage', orderFor({ ...row!, source }, again(green)))
  const before = json(plugin)
  const id = idOf(plugin, 'Photo')

  const [exported] = (await plugin.ui.call('readExports', {})).layers
  expect(exported).toMatchObject({
    results: [
      { hash: first.hash, shown: false },
      { hash: second.hash, shown: true },
    ],
    original: false,
  })
  expect(await shownBy(plugin, { id, as: PNG })).toEqual([second.hash])
  expect(await shownBy(plugin, { id, as: PNG, shows: { result: first.hash } })).toEqual([first.hash])
  expect(await shownBy(plugin, { id, as: PNG, shows: 'original' })).toEqual([own])
  expect(json(plugin)).toBe(before)
  await expect(shownBy(plugin, { id, as: PNG, shows: { result: 'f'.repeat(40) } })).rejects.toMatchObject({
    fault: 'layer',
  })
})

test.each([
  ['above a group', { type: 'GROUP' }],
  ['inside a frame', { type: 'FRAME', width: 200, height: 100 }],
] as const)('a look that lies %s, and what lies below it', async (_, more) => {
  const plugin = await open(
    layer('Group', more.type === 'GROUP' ? [] : [solid], { ...more, children: [layer('In', [photo()])] }),
  )
  const own = imageOf(plugin, 'In')
  const { ui } = plugin
  const rows = await rowsFor(plugin, 'Group')
  const whole = rows.find(({ id }) => id === idOf(plugin, 'Group'))
  const first = await ui.call('placeImage', orderFor(whole, again(blue)))
  const second = await ui.call('placeImage', orderFor(whole, again(green)))
  const before = json(plugin)
  const id = idOf(plugin, 'Group')
  const top = async (shows?: ExportFile['shows']) => (await shownBy(plugin, { id, as: PNG, shows })).at(-1)

  expect(await top()).toBe(second.hash)
  expect(await top({ result: first.hash })).toBe(first.hash)
  expect(await top('original')).toBe(own)
  expect(json(plugin)).toBe(before)
})

test('a result that is shown and made larger at once', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const { hash } = await place(plugin, 'Photo', again(blue))
  const before = json(plugin)
  const larger = (await picturesOf(80, 40)).green
  await plugin.ui.call('lendImage', { hash, picture: larger, shrink: 0.5 })
  const own = imageOf(plugin, 'Photo')
  const order = { id: idOf(plugin, 'Photo'), as: PNG, larger: [hash] }
  const [shown] = await shownBy(plugin, { ...order, shows: { result: hash } })
  expect([own, hash]).not.toContain(shown)
  expect(await shownBy(plugin, { ...order, shows: 'original' })).toEqual([own])
  expect(json(plugin)).toBe(before)
})

test('what is hidden now is larger where it is to be shown, and is not missed where it is not', async () => {
  const plugin = await open(
    layer('Photo', [photo()]),
    frame('Board', [layer('Shown', [photo()]), layer('Hidden', [photo()], { visible: false })], { y: 200 }),
  )
  const own = imageOf(plugin, 'Photo')
  await place(plugin, 'Photo', again(blue))
  const before = json(plugin)
  const bigger = (await picturesOf(80, 40)).green
  await plugin.ui.call('lendImage', { hash: own, picture: again(bigger), shrink: 0.5 })
  const [shown] = await shownBy(plugin, { id: idOf(plugin, 'Board'), as: PNG, larger: [own] })
  expect(shown).not.toBe(own)
  expect(await shownBy(plugin, { id: idOf(plugin, 'Photo'), as: PNG, larger: [own], shows: 'original' })).toEqual([
    shown,
  ])
  const alone = { id: idOf(plugin, 'Board'), as: PNG, larger: [own, 'f'.repeat(40)] }
  expect(await plugin.ui.call('exportFile', alone)).not.toHaveProperty('missed')
  expect(json(plugin)).toBe(before)
})

test('a variant that is cut off by its set, or by what lies around that, is drawn so with larger images too', async () => {
  const set = (name: string, more: Partial<LayerSpec>) =>
    layer(name, [solid], {
      ...{ type: 'COMPONENT_SET', width: 300, height: 300, ...more },
      children: [0, 1].map((at) =>
        layer(`${name}=${at}`, [solid], {
          type: 'COMPONENT',
          x: at * 150,
          y: at * 150,
          children: [layer('In', [photo()])],
        }),
      ),
    })
  const plugin = await open(
    set('Cut', { clipsContent: true }),
    frame('Board', [set('Held', { x: 300 })], { x: 1000, width: 500, clipsContent: true }),
  )
  plugin.editor.select(['Cut', 'Held'])
  const before = json(plugin)
  const own = imageOf(plugin, 'In')
  await plugin.ui.call('lendImage', { hash: own, picture: again((await picturesOf(80, 40)).green), shrink: 0.5 })
  const { layers } = await plugin.ui.call('readExports', {})
  expect(layers.map(({ drawn }) => drawn.width)).toEqual([200, 150, 200, 50])
  for (const { id, drawn } of layers) {
    expect(await shownBy(plugin, { id, as: PNG, larger: [own] })).not.toContain(own)
    expect(painter.size).toEqual({ width: drawn.width, height: drawn.height })
  }
  expect(json(plugin)).toBe(before)
})

test('what is exported with all that overlaps it is not copied: a copy would lie above that', async () => {
  const plugin = await open(
    layer('Main', [solid], { type: 'COMPONENT', children: [layer('In', [photo()])] }),
    layer('Over', [photo()], { x: 50, width: 20, height: 20 }),
  )
  await place(plugin, 'Over', again(blue))
  const before = json(plugin)
  const own = imageOf(plugin, 'In')
  await plugin.ui.call('lendImage', { hash: own, picture: again((await picturesOf(80, 40)).green), shrink: 0.5 })
  const as = { ...PNG, contentsOnly: false }
  const order = { id: idOf(plugin, 'Main'), as, larger: [own] }
  expect(await plugin.ui.call('exportFile', order)).toMatchObject({ missed: 1 })
  const other = { id: idOf(plugin, 'Over'), as, shows: 'original' as const }
  await expect(plugin.ui.call('exportFile', other)).rejects.toMatchObject({ fault: 'layer' })
  expect(json(plugin)).toBe(before)
})

test('a section is never copied: it would take in and remove what lies there', async () => {
  const plugin = await open(
    layer('Chapter', [photo()], { type: 'SECTION', width: 900, height: 600, children: [layer('In', [solid])] }),
    layer('Over', [solid], { x: 300, y: 300, width: 50, height: 50 }),
  )
  await place(plugin, 'Chapter', again(blue))
  plugin.editor.select(['Chapter'])
  const before = json(plugin)
  const { layers } = await plugin.ui.call('readExports', {})
  expect(layers).toEqual([expect.objectContaining({ name: 'Chapter', results: [], original: true })])
  const order = { id: idOf(plugin, 'Chapter'), as: PNG, shows: 'original' as const }
  await expect(plugin.ui.call('exportFile', order)).rejects.toMatchObject({ fault: 'layer' })
  expect(json(plugin)).toBe(before)
})

test('a group and the rectangle that shows its look are one, wherever covers lie beside others', async () => {
  const group = (name: string, y: number) =>
    layer(name, [], { type: 'GROUP', y, children: [layer(`${name} in`, [photo()], { y })] })
  const plugin = await open(group('First', 0), layer('Photo', [photo()], { y: 200 }), group('Second', 400))
  for (const name of ['First', 'Second']) {
    const rows = await rowsFor(plugin, name)
    const whole = rows.find(({ id }) => id === idOf(plugin, name))
    await plugin.ui.call('placeImage', orderFor(whole, again(blue)))
  }
  const read = async (...names: string[]) => {
    plugin.editor.select(names)
    return (await plugin.ui.call('readExports', {})).layers.map(({ name, results }) => [name, results.length])
  }
  expect(await read('First', 'First – edited', 'Photo', 'Second – edited')).toEqual([
    ['First', 1],
    ['Photo', 0],
    ['Second – edited', 1],
  ])
})

test('its own settings reach Figma as they are', async () => {
  const own = [
    { format: 'JPG', suffix: '-w', constraint: { type: 'WIDTH', value: 50 }, useAbsoluteBounds: true },
    { format: 'SVG', suffix: '', svgOutlineText: true },
    { format: 'PDF', suffix: '' },
  ] as const
  const plugin = await open(layer('Photo', [photo()], { exportSettings: [...own] as never }))
  plugin.editor.select(['Photo'])
  const [exported] = (await plugin.ui.call('readExports', {})).layers
  expect(exported!.own).toEqual(own.map((each) => expect.objectContaining(each)))
  const { id } = exported!
  for (const [index, type] of ['image/png', 'image/svg+xml', 'application/pdf'].entries()) {
    const file = await plugin.ui.call('exportFile', { id, as: exported!.own[index]! })
    expect(file).toMatchObject({ type })
  }
})

test('what cannot be drawn says so', async () => {
  const plugin = await open(
    layer('Hidden', [photo()], { visible: false }),
    layer('Nothing', [], { y: 200 }),
    layer('Photo', [photo()], { y: 400 }),
  )
  const { ui, editor } = plugin
  const of = (name: string) => ui.call('exportFile', { id: idOf(plugin, name), as: PNG })
  await expect(of('Hidden')).rejects.toMatchObject({ fault: 'layer', message: '“Hidden” is hidden.' })
  await expect(of('Nothing')).rejects.toMatchObject({ fault: 'image', message: '“Nothing” has nothing to draw.' })
  painter.meanwhile = () => {
    throw new Error('out of memory')
  }
  await expect(of('Photo')).rejects.toMatchObject({ fault: 'image', message: 'Figma could not draw “Photo”.' })
  const id = idOf(plugin, 'Photo')
  editor.remove('Photo')
  await expect(ui.call('exportFile', { id, as: PNG })).rejects.toMatchObject({ fault: 'layer' })
  await expect(
    ui.call('lendImage', { hash: 'x', picture: { ...red, bytes: new Uint8Array(3) as never }, shrink: 1 }),
  ).rejects.toMatchObject({ fault: 'image' })
})

test('what can be exported: variants of a set, their values, the frame around, and why not', async () => {
  const variant = (name: string, more: Partial<LayerSpec> = {}) =>
    layer(name, [solid], { type: 'COMPONENT', children: [layer('In', [photo()])], ...more })
  const at2 = { format: 'PNG', suffix: '@2x', constraint: { type: 'SCALE', value: 2 } } as const
  const plugin = await open(
    layer('Card', [solid], {
      ...{ type: 'COMPONENT_SET', width: 600, height: 400, exportSettings: [at2] as never },
      children: [
        variant('Theme=Light, Size=L'),
        variant('Theme=Dark, Size=L', { y: 150, exportSettings: [{ format: 'PDF' }] as never }),
      ],
    }),
    frame('Board', [layer('Photo', [photo()], { x: 350 }), layer('Off', [photo()], { visible: false })], { y: 600 }),
    layer('Use', [], { type: 'INSTANCE', component: 'Card/Theme=Dark, Size=L', y: 1200, width: 0, height: 0 }),
    layer('Blank', [], { y: 1500 }),
  )
  plugin.editor.select(['Card', 'Photo', 'Off', 'Use', 'Blank', idOf(plugin, 'Theme=Light, Size=L')])
  const { file, page, layers } = await plugin.ui.call('readExports', {})
  expect({ file, page }).toEqual({ file: 'Test', page: 'Page' })
  expect(
    layers.map(({ name, set, properties, frame, skipped }) => ({ name, set, properties, frame, skipped })),
  ).toEqual([
    { name: 'Theme=Light, Size=L', set: 'Card', properties: { Theme: 'Light', Size: 'L' } },
    { name: 'Theme=Dark, Size=L', set: 'Card', properties: { Theme: 'Dark', Size: 'L' } },
    { name: 'Off', frame: 'Board', skipped: 'hidden' },
    { name: 'Photo', frame: 'Board' },
    { name: 'Use', properties: { Theme: 'Dark', Size: 'L' } },
    { name: 'Blank', skipped: 'empty' },
  ])
  expect(layers[0]!.own).toEqual([expect.objectContaining(at2)])
  expect(layers[1]!.own).toEqual([expect.objectContaining({ format: 'PDF' })])
  // The part of the photo that its frame cuts off is not drawn.
  expect(layers[3]).toMatchObject({ drawn: { width: 50, height: 100 }, box: { width: 200, height: 100 } })
})
