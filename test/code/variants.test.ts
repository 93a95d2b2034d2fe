import { afterAll, expect, test } from 'vitest'
import type { LayerSpec, WorldData } from '../../dev/figma/world.ts'
import type { LayerRow } from '../../src/shared/protocol.ts'
import { warningsIn } from '../../src/ui/state/warnings.ts'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import { frame, idOf, json, layer, orderFor, photo, picturesOf, rowsFor } from './session.ts'

// In which variants images lie. The built code.js in QuickJS, in the simulated Figma.

const plugins = pluginBuilder()
afterAll(plugins.close)

const { red, blue } = await picturesOf(40, 20)
const open = (...layers: LayerSpec[]) => openWorld({ name: 'Page', layers })
const openWorld = (...pages: WorldData['pages']) => plugins.openWorld({ pages, pictures: { red: red.bytes } })

const component = (name: string, children: LayerSpec[], more: Partial<LayerSpec> = {}) =>
  frame(name, children, { type: 'COMPONENT', ...more })
const instance = (name: string, of: string, more: Partial<LayerSpec> = {}): LayerSpec => ({
  ...{ type: 'INSTANCE', name, x: 0, y: 2000, width: 0, height: 0, component: of },
  ...more,
})

/** Two tones in three sizes, side by side, and in each a photo above a badge, which has states. */
const cards = (more: Partial<LayerSpec> = {}): LayerSpec =>
  frame(
    'Card',
    ['Light', 'Dark'].flatMap((tone, row) =>
      ['S', 'M', 'L'].map((size, column) =>
        component(
          `Tone=${tone}, Size=${size}`,
          [layer('Photo', [photo()]), instance('New', 'Badge/State=On', { y: 150 })],
          { x: column * 500, y: row * 400 },
        ),
      ),
    ),
    { type: 'COMPONENT_SET', width: 1500, height: 800, ...more },
  )
const badges = (): LayerSpec =>
  frame(
    'Badge',
    ['On', 'Off'].map((state, index) =>
      component(`State=${state}`, [layer('Icon', [photo()], { width: 80, height: 80 })], {
        ...{ x: index * 120, width: 100, height: 100 },
      }),
    ),
    { type: 'COMPONENT_SET', y: 1200, height: 100 },
  )

const said = ({ name, variant }: LayerRow) => [name, variant && Object.values(variant.properties).join(' ')]

test('the images of a set come variant by variant, in the order of the set, each with the variant that it is in', async () => {
  const plugin = await open(badges(), cards())
  const rows = await rowsFor(plugin, 'Card')
  expect(rows.map(said)).toEqual([
    ['Card', undefined],
    ...['Light S', 'Light M', 'Light L', 'Dark S', 'Dark M', 'Dark L'].flatMap((values) => [
      ['Photo', values],
      // Nested in the variant, it is a part of it.
      ['Icon', values],
    ]),
  ])
  const set = { id: idOf(plugin, 'Card'), name: 'Card' }
  expect(rows[2]).toMatchObject({ where: 'New', variant: { name: 'Tone=Light, Size=S', set } })
  expect(rows[2]!.variant!.isInstance).toBeUndefined()
})

test('some variants of a set, selected, are in themselves', async () => {
  const plugin = await open(badges(), cards())
  const rows = await rowsFor(plugin, 'Tone=Dark, Size=S', 'Tone=Light, Size=L')
  expect(rows.map(said)).toEqual([
    ...['Tone=Light, Size=L', 'Photo', 'Icon'].map((name) => [name, 'Light L']),
    ...['Tone=Dark, Size=S', 'Photo', 'Icon'].map((name) => [name, 'Dark S']),
  ])
  expect(rows[0]!.variant!.id).toBe(rows[0]!.id)
})

test('instances have the values and the set of their components on another page', async () => {
  const uses = frame(
    'Shop',
    [instance('One', 'Card/Tone=Dark, Size=M', { y: 0 }), layer('Loose', [photo()], { x: 500, y: 10 })],
    { width: 1200, height: 600 },
  )
  const plugin = await openWorld(
    { name: 'Uses', layers: [uses, instance('Two', 'Card/Tone=Light, Size=S', { y: 900 })] },
    { name: 'Sets', layers: [badges(), cards()] },
  )
  const rows = await rowsFor(plugin, 'Shop', 'Two')
  expect(rows.map(said)).toEqual([
    ['Shop', undefined],
    ['Photo', 'Dark M'],
    ['Icon', 'Dark M'],
    ['Loose', undefined],
    ['Two', 'Light S'],
    ['Photo', 'Light S'],
    ['Icon', 'Light S'],
  ])
  expect(rows[1]!.variant).toMatchObject({ id: idOf(plugin, 'One'), name: 'One', isInstance: true })
  expect(rows[1]!.variant!.set).toEqual({ id: expect.any(String), name: 'Card' })
})

test('what lies in a selected part of a variant is in the nearest variant around', async () => {
  const plugin = await open(badges(), cards(), instance('Use', 'Card/Tone=Dark, Size=M'))
  plugin.editor.select(['New'])
  const [badge, icon] = (await plugin.ui.call('readSelection', {})).rows
  expect([badge!, icon!].map(said)).toEqual([
    ['New', 'On'],
    ['Icon', 'On'],
  ])
  const rows = await rowsFor(plugin, 'Photo')
  expect(said(rows[0]!)).toEqual(['Photo', 'Light S'])
})

test('names with signs and emoji are told as they are, and what only looks like a variant is none', async () => {
  const set = frame(
    'Set / A, B=C 🌲',
    ['Light / Day 🌞', 'Dark'].map((theme, index) =>
      component(`Theme / Mode 🎨=${theme}`, [layer(`P${index}`, [photo()])], { x: index * 450 }),
    ),
    { type: 'COMPONENT_SET', width: 900 },
  )
  const lookalike = frame('Theme=Dark', [layer('In a frame', [photo()])], { y: 600 })
  const plain = component('Tone=Dark', [layer('In a component', [photo()])], { y: 1000 })
  const plugin = await open(set, lookalike, plain)
  const rows = await rowsFor(plugin, 'Set / A, B=C 🌲', 'Theme=Dark', 'Tone=Dark')
  expect(rows.filter(({ variant }) => variant).map(({ variant }) => variant!.properties)).toEqual([
    { 'Theme / Mode 🎨': 'Light / Day 🌞' },
    { 'Theme / Mode 🎨': 'Dark' },
  ])
  expect(rows[1]!.variant!.set!.name).toBe('Set / A, B=C 🌲')
})

test('a set in conflict has its variants without properties, and its instances without variants', async () => {
  const set = frame(
    'Set',
    [0, 1].map((index) => component('Mode=A', [layer('Photo', [photo()])], { x: index * 450 })),
    { type: 'COMPONENT_SET', width: 900 },
  )
  const plugin = await open(set, instance('Use', 'Set/Mode=A', { y: 500 }))
  const rows = await rowsFor(plugin, 'Set', 'Use')
  const variants = rows.map(({ variant }) => variant)
  expect(variants.map((variant) => variant?.properties)).toEqual([undefined, {}, {}, undefined, undefined])
  expect(variants[1]!.id).not.toBe(variants[2]!.id)
  expect(rows.every(({ source }) => source.kind !== 'skipped')).toBe(true)
  expect(plugin.editor.errors()).toEqual([])
})

test('reading variants detaches and writes nothing, and an edit in an instance is an override there', async () => {
  const plugin = await open(badges(), cards(), instance('Use', 'Card/Tone=Dark, Size=M'))
  const before = json(plugin)
  const rows = await rowsFor(plugin, 'Use')
  expect(json(plugin)).toBe(before)
  expect(rows.slice(1).map(({ notes }) => notes)).toEqual([[{ kind: 'override' }], [{ kind: 'override' }]])
  await plugin.ui.call('placeImage', orderFor(rows[1], blue))
  expect(plugin.editor.layer('Use').type).toBe('INSTANCE')
  expect((await rowsFor(plugin, 'Use')).slice(1).map(said)).toEqual([
    ['Photo', 'Dark M'],
    ['Icon', 'Dark M'],
  ])
})

test('the instances of each variant count once, however many of its images are edited', async () => {
  const use = (name: string, variant: string, y: number) => instance(name, `Card/${variant}`, { y })
  const plugin = await openWorld(
    { name: 'Sets', layers: [badges(), cards()] },
    {
      name: 'Uses',
      layers: [
        use('A', 'Tone=Dark, Size=M', 0),
        frame('Nested', [use('B', 'Tone=Dark, Size=M', 0)], { y: 600 }),
        use('C', 'Tone=Light, Size=S', 1200),
      ],
    },
  )
  const rows = await rowsFor(plugin, 'Card')
  // Also the icon in a badge that is nested in the variant: what is edited is the variant's own.
  expect(rows.filter(({ notes }) => notes.some(({ kind }) => kind === 'instances'))).toHaveLength(4)
  expect(warningsIn(rows).instances).toBe(3)
  expect(warningsIn(rows.filter(({ variant }) => variant?.properties.Tone === 'Light')).instances).toBe(1)
  expect(warningsIn(rows.filter(({ variant }) => variant?.properties.Size === 'L')).instances).toBe(0)
  // Of the badge follow those in the variants, and those in their instances.
  const badge = await rowsFor(plugin, 'State=On')
  expect(warningsIn(badge).instances).toBe(9)
})

test('a thousand images in two hundred variants are read once for each variant', async () => {
  const variants = Array.from({ length: 200 }, (_, index) =>
    component(
      `Number=${index}`,
      Array.from({ length: 5 }, (_, image) => layer(`P${image}`, [photo()], { y: image * 10, width: 50, height: 5 })),
      { x: (index % 20) * 500, y: Math.floor(index / 20) * 400 },
    ),
  )
  const plugin: OpenPlugin = await open(frame('Set', variants, { type: 'COMPONENT_SET', width: 10_000, height: 4000 }))
  const rows = (await rowsFor(plugin, 'Set')).slice(1)
  expect(rows).toHaveLength(1000)
  expect(rows.map(({ variant }) => variant!.properties.Number)).toEqual(
    Array.from({ length: 1000 }, (_, index) => `${Math.floor(index / 5)}`),
  )
}, 60_000)
