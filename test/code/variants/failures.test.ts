import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import type { Picture } from '../../../src/shared/picture.ts'
import type { PlaceVariant } from '../../../src/shared/protocol.ts'
import { slowPainter } from '../../harness/pictures.ts'
import { pluginBuilder } from '../../harness/plugin.ts'
import { idOf, json, layer, photo, picturesOf, rowsFor, solid } from '../session.ts'
import { card, cards, childNames, instance, sourcesFor, variantOf } from './session.ts'

// Where no variant can be made, or something fails on the way: the document is as it was, and a sentence says why.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue } = await picturesOf(200, 100)
const open = (layers: LayerSpec[], from = plugins) => from.open(layers, { red: red.bytes })

const two = (name: string, more: Partial<LayerSpec> = {}) =>
  card(name, { children: [...card('').children!, layer('Other', [photo()], { y: 100, height: 40 })], ...more })

/** The plugin in a Figma of which one member does something else. */
const pluginsWith = (member: string, code: string): typeof plugins => ({
  ...plugins,
  async files() {
    const { code: own, ...files } = await plugins.files()
    const other = `new Proxy({}, { get: (_, name) => {
      if (name === '${member}') return (...given) => { ${code} }
      const value = figma[name]
      return typeof value === 'function' ? (...given) => figma[name](...given) : value
    } })`
    return { ...files, code: `(function (figma) {${own}\n})(${other})` }
  },
})

const SECOND =
  'if (globalThis.used) throw new Error("broken"); globalThis.used = true; return figma.createImage(...given)'

test.each([
  ['the second picture', 'createImage', SECOND, 'image', 'Figma did not accept the result.'],
  ['the set', 'combineAsVariants', 'throw new Error("broken")', 'layer', '“Card” takes no new variant.'],
] as const)('a failure of %s leaves the document as it was', async (_, member, code, fault, message) => {
  const plugin = await open([two('Card'), instance('Copy', 'Card')], pluginsWith(member, code))
  const { rows } = await sourcesFor(plugin, 'Card')
  plugin.editor.move('Copy', { x: 700, y: 0 })
  const before = json(plugin)
  const call = plugin.ui.call('placeVariant', variantOf(idOf(plugin, 'Card'), rows, blue))
  await expect(call).rejects.toMatchObject({ fault, message })
  expect(json(plugin)).toBe(before)
  plugin.editor.undo()
  expect(plugin.editor.layer('Copy').x).toBe(900)
})

test('a set that Figma makes something else of is taken back with its properties', async () => {
  const broken = pluginsWith(
    'combineAsVariants',
    `const set = figma.combineAsVariants(...given)
     for (const key of Object.keys(set.componentPropertyDefinitions)) if (key.includes('#')) set.deleteComponentProperty(key)
     return set`,
  )
  const [picture, headline] = card('').children!
  const linked = card('Card', {
    definitions: { 'Label#1:0': { type: 'TEXT', defaultValue: 'Hello' } },
    children: [picture!, { ...headline!, propertyReferences: { characters: 'Label#1:0' } }],
  })
  const plugin = await open([linked, instance('Copy', 'Card', { properties: { 'Label#1:0': 'Own' } })], broken)
  const { rows } = await sourcesFor(plugin, 'Card')
  const before = json(plugin)
  const call = plugin.ui.call('placeVariant', variantOf(idOf(plugin, 'Card'), rows, blue))
  await expect(call).rejects.toMatchObject({ fault: 'layer', message: '“Card” takes no new variant.' })
  expect(json(plugin)).toBe(before)
})

const webp: Picture = { ...blue, bytes: new Uint8Array([0x52, 0x49, 0x46, 0x46, 4, 0, 0, 0]) as Picture['bytes'] }

/** What stands in the way, what is ordered, and what is said. */
const OBSTACLES: [string, (order: PlaceVariant) => PlaceVariant, string][] = [
  ['a picture that Figma refuses', withPicture(webp), 'Figma did not accept the result.'],
  [
    'another property',
    (order) => ({ ...order, property: 'Mood' }),
    '“Cards” has no property “Mood” any more. Give it that name again.',
  ],
  [
    'a layer of another variant',
    (order) => ({ ...order, id: 'Size=L, Theme=Day' }),
    'A layer of “Size=L, Theme=Day” is no longer in it.',
  ],
  ['no component', (order) => ({ ...order, id: 'Alone' }), 'That layer is no component any more.'],
  ['a layer that is gone', (order) => ({ ...order, id: '9:9' }), 'That layer is no longer in the file.'],
  ['an image that is gone', withSource({ kind: 'image', hash: 'f'.repeat(40) }), '“Photo” was repainted meanwhile.'],
  ['another shape', withSource({ kind: 'appearance', place: 'stack' }), '“Photo” has another shape by now.'],
]

function withPicture(picture: Picture) {
  return (order: PlaceVariant) => ({ ...order, pictures: order.pictures.map((each) => ({ ...each, picture })) })
}
function withSource(source: PlaceVariant['pictures'][number]['source']) {
  return (order: PlaceVariant) => ({
    ...order,
    pictures: order.pictures.map((each) => ({ ...each, source, ratio: 3 })),
  })
}

test.each(OBSTACLES)('%s: nothing changes', async (_, change, message) => {
  const plugin = await open([cards(), layer('Alone', [solid], { x: 2000 })])
  const { rows } = await sourcesFor(plugin, 'Size=S, Theme=Day')
  const before = json(plugin)
  const order = change(variantOf(idOf(plugin, 'Size=S, Theme=Day'), rows, blue))
  const id = order.id.includes(':') ? order.id : idOf(plugin, order.id)
  await expect(plugin.ui.call('placeVariant', { ...order, id })).rejects.toMatchObject({ message })
  expect(json(plugin)).toBe(before)
  expect(plugin.editor.errors()).toEqual([])
})

test('one that was stopped before anything was written changes nothing', async () => {
  const plugin = await open([cards()])
  const { rows } = await sourcesFor(plugin, 'Size=S, Theme=Day')
  const before = json(plugin)
  const stop = new AbortController()
  const order = variantOf(idOf(plugin, 'Size=S, Theme=Day'), rows, blue)
  const call = plugin.ui.call('placeVariant', order, { signal: stop.signal, patient: true })
  stop.abort()
  await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
  expect(json(plugin)).toBe(before)
})

test('a property that was renamed meanwhile is filled by its new name, where it can be no other', async () => {
  const plugin = await open([cards()])
  const { rows } = await sourcesFor(plugin, 'Size=S, Theme=Day')
  const id = idOf(plugin, 'Size=S, Theme=Day')
  const order = variantOf(id, rows, blue, { properties: ['Size', 'Theme'] })
  for (const name of childNames(plugin, 'Cards')) plugin.editor.rename(name, name.replace('Theme', 'Mood'))
  const { placed, ...made } = await plugin.ui.call('placeVariant', order)
  expect([made.name, placed.length]).toEqual(['Size=S, Mood=Night', 1])
  for (const name of childNames(plugin, 'Cards')) plugin.editor.rename(name, name.replace('Size', 'Format'))
  await expect(plugin.ui.call('placeVariant', order)).rejects.toMatchObject({
    message: '“Cards” has no property “Theme” any more. Give it that name again.',
  })
})

test('a set in conflict stays as it is until it is mended', async () => {
  const plugin = await open([cards()])
  const { rows } = await sourcesFor(plugin, 'Size=S, Theme=Day')
  const id = idOf(plugin, 'Size=S, Theme=Day')
  plugin.editor.rename('Size=L, Theme=Day', 'Size=S, Theme=Day')
  const before = json(plugin)
  await expect(plugin.ui.call('placeVariant', variantOf(id, rows, blue))).rejects.toMatchObject({
    fault: 'layer',
    message: 'Variants of “Cards” have the same values or none. Correct them in Figma first.',
  })
  expect(json(plugin)).toBe(before)
  expect((await sourcesFor(plugin, 'Cards')).sources[0]).toEqual({ kind: 'none', why: 'conflict' })
})

test('a component of a library, and one that is only kept for its instances, take no variant', async () => {
  const plugin = await plugins.openWorld({
    pages: [{ name: 'Page', layers: [instance('Far', 'Theirs'), card('Own', { y: 400 }), instance('Copy', 'Own')] }],
    library: [card('Theirs')],
    pictures: { red: red.bytes },
  })
  const { sources } = await sourcesFor(plugin, 'Far')
  expect(sources).toEqual([{ kind: 'none', why: 'instance' }])
  const { rows, sources: own } = await sourcesFor(plugin, 'Own')
  const order = variantOf(own[0]!.kind === 'component' ? own[0]!.id : '', rows, blue)
  plugin.editor.remove('Own')
  const before = json(plugin)
  await expect(plugin.ui.call('placeVariant', order)).rejects.toMatchObject({ fault: 'layer' })
  expect(json(plugin)).toBe(before)
  expect(await rowsFor(plugin, 'Copy')).not.toEqual([])
})
