import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { slowPainter } from '../../harness/pictures.ts'
import { pluginBuilder } from '../../harness/plugin.ts'
import { expectOneUndo, frame, idOf, json, layer, photo, picturesOf, shownOn, solid } from '../session.ts'
import { card, cards, childNames, instance, lookOf, placeNew, sourcesFor, variantOf } from './session.ts'

// New variants of components and of sets: what is made, where it lies, and that nothing else changes.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue, green } = await picturesOf(200, 100)
const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes })

test('a component becomes the first variant of a set of its name, in its place', async () => {
  const plugin = await open(
    layer('Below', [solid]),
    card('Card', { x: 300, y: 200 }),
    instance('Copy', 'Card', { overrides: { Headline: { text: { characters: 'Own words' } } } }),
    layer('Above', [solid]),
  )
  const [id, copy] = [idOf(plugin, 'Card'), lookOf(plugin, 'Copy')]
  const made = await placeNew(plugin, 'Card', blue)
  const set = plugin.editor.layer(made.set)
  expect(set).toMatchObject({ name: 'Card', type: 'COMPONENT_SET', x: 280, y: 180, width: 460, height: 180 })
  expect(set.children.map(({ id, name, x, y, width, height }) => [id, name, x, y, width, height])).toEqual([
    [id, 'Theme=Default', 20, 20, 200, 140],
    [made.id, 'Theme=Night', 240, 20, 200, 140],
  ])
  expect(made.name).toBe('Theme=Night')
  expect(plugin.editor.json().pages[0]!.children.map(({ name }) => name)).toEqual(['Below', 'Card', 'Copy', 'Above'])
  expect(lookOf(plugin, 'Copy')).toBe(copy)
  expect(shownOn(plugin, made.placed[0]!.id)).toEqual([made.placed[0]!.hash])
  expect(shownOn(plugin, set.children[0]!.children[0]!.id)).not.toContain(made.placed[0]!.hash)
  const { results } = await plugin.ui.call('readResults', { id: made.placed[0]!.id })
  expect(results).toMatchObject([{ hash: made.placed[0]!.hash, shown: true, made: { prompt: 'night' } }])
})

test('one undo takes the set, the names and the variant back, and redo brings them again', async () => {
  const plugin = await open(card('Card'), instance('Copy', 'Card'))
  await expectOneUndo(plugin, () => placeNew(plugin, 'Card', blue))
  plugin.editor.redo()
  expect(childNames(plugin, 'Card')).toEqual(['Theme=Default', 'Theme=Night'])
})

test('the next variants of a component join its set, each as an undo step of its own', async () => {
  const plugin = await open(card('Card'))
  const { rows, sources } = await sourcesFor(plugin, 'Card')
  expect(sources).toEqual([{ kind: 'component', id: idOf(plugin, 'Card'), name: 'Card' }])
  const order = variantOf(idOf(plugin, 'Card'), rows, blue)
  for (const value of ['Night', 'Night', 'Dawn', 'Dusk', 'Noon', 'Rain']) {
    await plugin.ui.call('placeVariant', { ...order, value })
  }
  expect(childNames(plugin, 'Card')).toEqual([
    ...['Default', 'Night', 'Night 2', 'Dawn', 'Dusk', 'Noon', 'Rain'].map((value) => `Theme=${value}`),
  ])
  const { children, width, height } = plugin.editor.layer('Card')
  expect(children.map(({ x, y }) => [x, y])).toEqual([
    ...[20, 240, 460, 680, 900].map((x) => [x, 20]),
    ...[20, 240].map((x) => [x, 180]),
  ])
  expect([width, height]).toEqual([1120, 340])
  for (let count = 6; count > 0; count--) {
    expect(childNames(plugin, 'Card')).toHaveLength(count + 1)
    plugin.editor.undo()
  }
  expect(plugin.editor.layer('Card').type).toBe('COMPONENT')
})

test('a set of several properties gets a column for the new value, and the others stay as they are', async () => {
  const plugin = await open(cards(), instance('Copy', 'Cards/Size=L, Theme=Dusk'))
  const [before, copy] = [plugin.editor.layer('Cards').children, lookOf(plugin, 'Copy')]
  const { sources } = await sourcesFor(plugin, 'Size=L, Theme=Dusk')
  expect(sources[0]).toMatchObject({
    kind: 'variant',
    set: { name: 'Cards', properties: { Size: ['S', 'L'], Theme: ['Day', 'Dusk', 'Dawn'] } },
    values: { Size: 'L', Theme: 'Dusk' },
  })
  await placeNew(plugin, 'Size=L, Theme=Dusk', blue)
  await placeNew(plugin, 'Size=S, Theme=Day', green, { value: 'night' })
  await placeNew(plugin, 'Size=S, Theme=Dawn', green)
  const { children, width, height } = plugin.editor.layer('Cards')
  expect(children.slice(0, 6)).toEqual(before)
  expect(children.slice(6).map(({ name, x, y }) => [name, x, y])).toEqual([
    ['Size=L, Theme=Night', 680, 180],
    ['Size=S, Theme=Night', 680, 20],
    ['Size=S, Theme=Night 2', 900, 20],
  ])
  expect([width, height]).toEqual([1120, 340])
  expect(lookOf(plugin, 'Copy')).toBe(copy)
})

test.each([
  ['a=b, c', 'a b c'],
  ['  On/Off 🌃  ', 'On/Off 🌃'],
  ['', 'Variant'],
  ['=,=\n', 'Variant'],
  ['Day', 'Day 2'],
  ['x'.repeat(300), `${'x'.repeat(99)}…`],
])('of “%s” the value is made valid and free', async (value, expected) => {
  const plugin = await open(cards())
  await placeNew(plugin, 'Size=S, Theme=Day', blue, { value })
  const { sources } = await sourcesFor(plugin, 'Size=S, Theme=Day')
  expect(sources[0]).toMatchObject({ set: { properties: { Theme: ['Day', 'Dusk', 'Dawn', expected] } } })
})

test('the properties of a component are those of its set, and the new variant follows them', async () => {
  const icon = card('Icon', { y: 600, width: 20, height: 20, children: [] })
  const [picture, headline] = card('').children!
  const plugin = await open(
    icon,
    card('Card', {
      definitions: {
        'Label#1:0': { type: 'TEXT', defaultValue: 'Hello' },
        'Shown#1:1': { type: 'BOOLEAN', defaultValue: true },
      },
      children: [
        picture!,
        { ...headline!, propertyReferences: { characters: 'Label#1:0', visible: 'Shown#1:1' } },
        instance('Badge', 'Icon', { x: 150, y: 110 }),
      ],
    }),
    instance('Copy', 'Card', { properties: { 'Label#1:0': 'Own words' } }),
  )
  const copy = lookOf(plugin, 'Copy')
  const made = await placeNew(plugin, 'Card', blue)
  await placeNew(plugin, 'Theme=Night', green, { value: 'Dawn' })
  const set = plugin.editor.layer(made.set)
  expect(lookOf(plugin, 'Copy')).toBe(copy)
  expect(Object.keys((set.more.component as { definitions: object }).definitions)).toEqual(['Label#1:0', 'Shown#1:1'])
  expect(set.children.map(({ children }) => children[1]!.more.propertyReferences)).toEqual([
    ...Array(3).fill({ characters: 'Label#1:0', visible: 'Shown#1:1' }),
  ])
  expect(set.children.map(({ more }) => (more.component as { definitions: object }).definitions)).toEqual([{}, {}, {}])
})

test('a picture in an instance within the component is an override of the new variant alone', async () => {
  const plugin = await open(
    card('Thumb', { y: 500 }),
    card('Card', { width: 300, children: [instance('Nested', 'Thumb', { x: 40 })] }),
  )
  const thumb = JSON.stringify(plugin.editor.layer('Thumb'))
  const made = await placeNew(plugin, 'Card', blue)
  const [first, second] = plugin.editor.layer(made.set).children
  expect(shownOn(plugin, second!.children[0]!.children[0]!.id)).toEqual([made.placed[0]!.hash])
  expect(shownOn(plugin, first!.children[0]!.children[0]!.id)).not.toEqual([made.placed[0]!.hash])
  expect(JSON.stringify(plugin.editor.layer('Thumb'))).toBe(thumb)
})

test('the look of a component lies inside the new variant, and covers of layers stay with their copies', async () => {
  const faded = layer('Faded', [photo()], { y: 100, height: 40, opacity: 0.5 })
  const plugin = await open(card('Card', { children: [...card('').children!, faded] }))
  const look = { kind: 'appearance', place: 'above' } as const
  const id = idOf(plugin, 'Faded')
  const whole = { kind: 'appearance', place: 'inside' } as const
  const order = variantOf(idOf(plugin, 'Card'), [], blue, {
    pictures: [
      { ...(await pictureOn(id, look)), ratio: 5 },
      { ...(await pictureOn(idOf(plugin, 'Card'), whole)), ratio: 200 / 140 },
    ],
  })
  const first = await plugin.ui.call('placeVariant', order)
  const copy = () => plugin.editor.layer(first.id)
  expect(copy().children.map(({ name }) => name)).toEqual([
    ...['Photo', 'Headline', 'Faded', 'Faded – edited', 'Theme=Default – edited'].map((name) =>
      name.replace('Theme=Default', 'Card'),
    ),
  ])
  expect(copy().children.at(-1)!.id).toBe(first.placed[1]!.id)
  const twin = copy().children[2]!.id
  expect((await plugin.ui.call('readResults', { id: twin })).results).toHaveLength(1)

  const second = await plugin.ui.call('placeVariant', {
    ...order,
    id: first.id,
    value: 'Dawn',
    pictures: [{ ...order.pictures[0]!, id: twin }],
  })
  const next = plugin.editor.layer(second.id).children
  expect(next[3]!.pluginData).toMatchObject({ [Object.keys(next[3]!.pluginData)[0]!]: { covers: next[2]!.id } })
})

const pictureOn = async (id: string, source: { kind: 'appearance'; place: 'above' | 'inside' }) => ({
  ...{ id, source, picture: blue },
  made: { prompt: 'night', provider: 'lumenfall', model: 'p-image-edit', at: '2026-01-01T00:00:00Z' },
})

test('a component in auto layout, taken out of it, turned or locked: the set takes over its place', async () => {
  const row = { autoLayout: { mode: 'HORIZONTAL', itemSpacing: 10 } } as Partial<LayerSpec>
  const plugin = await open(frame('Row', [layer('One', [solid]), card('Card'), layer('Two', [solid])], row))
  const made = await placeNew(plugin, 'Card', blue)
  expect(childNames(plugin, 'Row')).toEqual(['One', 'Card', 'Two'])
  expect(plugin.editor.layer(made.set)).toMatchObject({ x: 210, width: 460, height: 180 })

  const free = { layoutChild: { positioning: 'ABSOLUTE' }, x: 30, y: 40 } as Partial<LayerSpec>
  const other = await open(frame('Row', [layer('One', [solid]), card('Card', free)], row))
  const set = other.editor.layer((await placeNew(other, 'Card', blue)).set)
  expect(set).toMatchObject({ x: 10, y: 20, more: { layoutChild: { positioning: 'ABSOLUTE' } } })

  const turned = await open(card('Card', { x: 500, y: 300, rotation: 30, locked: true }), instance('Copy', 'Card'))
  const [before, copy] = [turned.editor.layer('Card'), lookOf(turned, 'Copy')]
  const sheet = turned.editor.layer((await placeNew(turned, 'Card', blue)).set)
  const [first, second] = sheet.children
  expect(sheet.x + first!.x).toBeCloseTo(before.x)
  expect(sheet.y + first!.y).toBeCloseTo(before.y)
  expect([first!.rotation, second!.rotation].map(Math.round)).toEqual([30, 30])
  expect(second!.y).toBeCloseTo(first!.y)
  expect(second!.x).toBeGreaterThan(first!.x + 200)
  expect(lookOf(turned, 'Copy')).toBe(copy)
})

test.each<[string, Partial<LayerSpec>]>([
  ['auto layout that hugs', { autoLayout: { mode: 'VERTICAL', itemSpacing: 20, primaryAxisSizingMode: 'AUTO' } }],
  ['auto layout of fixed size', { autoLayout: { mode: 'HORIZONTAL', itemSpacing: 20 } }],
  ['a turn and a clip', { rotation: 15, clipsContent: true, locked: true }],
] as [string, Partial<LayerSpec>][])(
  'a set with %s grows to hold the new one, and the default variant stays',
  async (_, more) => {
    const plugin = await open(
      layer('Area', [], { type: 'SECTION', width: 2000, height: 2000, children: [cards(more)] }),
    )
    const before = plugin.editor.layer('Cards')
    await expectOneUndo(plugin, () => placeNew(plugin, 'Size=S, Theme=Day', blue))
    plugin.editor.redo()
    const set = plugin.editor.layer('Cards')
    expect(set.children.slice(0, 6)).toEqual(before.children)
    const [last, { x, y }] = [set.children.at(-1)!, set.children[0]!]
    expect(last.x >= x && last.y >= y && (last.x > x || last.y > y)).toBe(true)
    expect(last.x + last.width).toBeLessThanOrEqual(set.width)
    expect(last.y + last.height).toBeLessThanOrEqual(set.height)
    expect([set.x, set.y, set.rotation]).toEqual([before.x, before.y, before.rotation])
    expect(set.width >= before.width && set.height >= before.height).toBe(true)
  },
)

test('a set on another page than the open one', async () => {
  const plugin = await plugins.openWorld({
    pages: [
      { name: 'One', layers: [cards(), card('Card', { x: 2000 })] },
      { name: 'Two', layers: [] },
    ],
    pictures: { red: red.bytes },
  })
  const { rows, sources } = await sourcesFor(plugin, 'Size=S, Theme=Day', 'Card')
  plugin.editor.showPage('Two')
  for (const [index, source] of sources.entries()) {
    if (source.kind === 'none') throw new Error('of no component')
    await plugin.ui.call('placeVariant', variantOf(source.id, [rows[index]!], blue))
  }
  const [one, two] = plugin.editor.json().pages
  expect(two!.children).toEqual([])
  expect(one!.children.map(({ type, children }) => [type, children.length])).toEqual([
    ['COMPONENT_SET', 7],
    ['COMPONENT_SET', 2],
  ])
})

test('what was made in a panel that has closed is an ordinary set: nothing of it is held', async () => {
  const plugin = await open(card('Card'))
  await placeNew(plugin, 'Card', blue)
  const before = json(plugin)
  plugin.run.close()
  expect(json(plugin)).toBe(before)
  expect(plugin.editor.errors()).toEqual([])
})
