import { afterAll, expect, test } from 'vitest'
import type { LayerSpec, WorldData } from '../../../dev/figma/world.ts'
import type { LayerWords } from '../../../src/shared/protocol.ts'
import { type OpenPlugin, pluginBuilder } from '../../harness/plugin.ts'
import { frame, idOf, layer, photo, picturesOf, rowsFor, solid } from '../session.ts'

// What prompts may say of layers. The built code.js in QuickJS, in the simulated Figma.

const plugins = pluginBuilder()
afterAll(plugins.close)

const { red } = await picturesOf(40, 20)
const pictures = { red: red.bytes }

const open = (...layers: LayerSpec[]) => plugins.open(layers, pictures)
const openWorld = (...pages: WorldData['pages']) => plugins.openWorld({ pages, pictures })

const text = (name: string, characters = name, more: Partial<LayerSpec> = {}) =>
  layer(name, [solid], { type: 'TEXT', width: 80, height: 20, text: { characters }, ...more })
const group = (name: string, children: LayerSpec[]): LayerSpec => ({
  ...{ type: 'GROUP', name, x: 0, y: 0, width: 0, height: 0, children },
})
const component = (name: string, children: LayerSpec[], more: Partial<LayerSpec> = {}) =>
  frame(name, children, { type: 'COMPONENT', ...more })
const instance = (name: string, of: string, more: Partial<LayerSpec> = {}): LayerSpec => ({
  ...{ type: 'INSTANCE', name, x: 0, y: 900, width: 400, height: 300, component: of },
  ...more,
})

async function wordsFor({ ui }: OpenPlugin, ids: readonly string[], ...texts: string[]): Promise<LayerWords[]> {
  return (await ui.call('readWords', { ids, texts })).layers
}
async function wordsOn(plugin: OpenPlugin, name: string, ...texts: string[]): Promise<LayerWords> {
  const [words] = await wordsFor(plugin, [idOf(plugin, name)], ...texts)
  return words!
}

/** A set of two tones in three sizes, each with a picture and a headline. */
const cards = (more: Partial<LayerSpec> = {}): LayerSpec =>
  frame(
    'Card',
    ['Light', 'Dark'].flatMap((tone) =>
      ['S', 'M', 'L'].map((size) =>
        component(`Tone=${tone}, Size=${size}`, [
          layer(`Photo ${tone} ${size}`, [photo()]),
          text('Headline', `${tone} and ${size}`),
        ]),
      ),
    ),
    { type: 'COMPONENT_SET', ...more },
  )

test('a picture in a variant has its values, its page and the text beside it', async () => {
  const plugin = await openWorld({ name: 'Cards', layers: [cards()] })
  expect(await wordsOn(plugin, 'Photo Dark L', 'headline')).toEqual({
    id: idOf(plugin, 'Photo Dark L'),
    page: 'Cards',
    properties: { Tone: 'Dark', Size: 'L' },
    texts: { headline: 'Dark and L' },
  })
})

test('all variants of a set are told in the order in which they are asked for, each once', async () => {
  const plugin = await openWorld({ name: 'Cards', layers: [cards()] })
  const ids = (await rowsFor(plugin, 'Card')).filter(({ inside }) => inside).map(({ id }) => id)
  expect(ids).toHaveLength(6)
  const words = await wordsFor(plugin, [...ids, ids[0]!], 'headline')
  expect(words.map(({ id }) => id)).toEqual(ids)
  for (const { properties, texts } of words) expect(texts.headline).toBe(`${properties.Tone} and ${properties.Size}`)
})

test('an instance tells the words that it overrides, and its own values', async () => {
  const plugin = await open(
    cards(),
    instance('Shown', 'Card/Tone=Dark, Size=M', { overrides: { Headline: { text: { characters: 'Our own' } } } }),
  )
  expect(await wordsOn(plugin, 'Shown', 'headline')).toMatchObject({
    properties: { Tone: 'Dark', Size: 'M' },
    texts: { headline: 'Our own' },
  })
  const [, inside] = await rowsFor(plugin, 'Shown')
  const [words] = await wordsFor(plugin, [inside!.id], 'headline')
  expect(words).toMatchObject({ properties: { Tone: 'Dark', Size: 'M' }, texts: { headline: 'Our own' } })
})

test('a nested instance has its own values first, and those around it that it lacks', async () => {
  const plugin = await open(
    frame('Badge', [component('Tone=Loud', [layer('Star', [photo()])])], { type: 'COMPONENT_SET' }),
    frame(
      'Poster',
      [component('Tone=Calm, Season=Fall', [instance('Its badge', 'Badge/Tone=Loud'), text('Title', 'Leaves')])],
      { type: 'COMPONENT_SET' },
    ),
    instance('Wall', 'Poster/Tone=Calm, Season=Fall'),
  )
  const star = (await rowsFor(plugin, 'Wall')).find(({ name }) => name === 'Star')!
  const [words] = await wordsFor(plugin, [star.id], 'title')
  expect(words).toMatchObject({ properties: { Tone: 'Loud', Season: 'Fall' }, texts: { title: 'Leaves' } })
})

test('values and names come as they are written, also with what file names and prompts could not hold', async () => {
  const plugin = await open(
    frame('Odd', [component('Mood=a/b {c} 🌙 ü', [layer('Photo', [photo()]), text('A/B, {x}=1 🌙', '{layer} {{')])], {
      type: 'COMPONENT_SET',
    }),
  )
  const token = 'a/b, {x}=1 🌙'
  expect(await wordsOn(plugin, 'Photo', token)).toMatchObject({
    properties: { Mood: 'a/b {c} 🌙 ü' },
    texts: { [token]: '{layer} {{' },
  })
})

test('a name is found in any case and however its letters are composed', async () => {
  const plugin = await open(frame('Card', [layer('Photo', [photo()]), text(' CAFE\u0301 ', 'open')]))
  expect((await wordsOn(plugin, 'Photo', 'café')).texts).toEqual({ café: 'open' })
})

test('a text in the layer comes before its siblings, those before what is further out', async () => {
  const plugin = await open(
    frame('Board', [
      text('Headline', 'of the board'),
      frame('Card', [text('Headline', 'of the card'), frame('Media', [layer('Photo', [photo()])])], {
        fills: [photo()],
      }),
      frame('Bare', [layer('Other', [photo()])], { fills: [photo()] }),
      layer('Loose', [photo()]),
    ]),
  )
  const told = async (name: string) => (await wordsOn(plugin, name, 'headline')).texts.headline
  expect(await told('Card')).toBe('of the card')
  expect(await told('Photo')).toBe('of the card')
  expect(await told('Other')).toBe('of the board')
  expect(await told('Loose')).toBe('of the board')
})

test('what lies deeper beside the way out is found, unless several have it as their own', async () => {
  const body = (name: string) => frame(name, [text('Title', `of ${name}`)])
  const plugin = await open(
    frame('One', [frame('Media', [layer('Photo', [photo()])]), body('Body')]),
    frame('Window', [layer('Poster', [photo()]), frame('Row', [body('Left card'), body('Right card')])]),
    frame('Pair', [layer('Twice', [photo()]), frame('Lines', [text('Title', 'first'), text('Title', 'second')])]),
    frame('Shop', [body('First card'), body('Second card'), frame('Bare card', [layer('Alone', [photo()])])]),
  )
  expect((await wordsOn(plugin, 'Photo', 'title')).texts).toEqual({ title: 'of Body' })
  for (const name of ['Alone', 'Poster']) expect((await wordsOn(plugin, name, 'title')).texts).toEqual({})
  expect((await wordsOn(plugin, 'Twice', 'title')).texts).toEqual({ title: 'first' })
})

test('a variant without a text does not take that of another one', async () => {
  const bare = component('Tone=Bare', [layer('Photo', [photo()])])
  const full = component('Tone=Full', [text('Headline')])
  const plugin = await open(frame('Set', [bare, full], { type: 'COMPONENT_SET' }))
  expect((await wordsOn(plugin, 'Photo', 'headline')).texts).toEqual({})
})

test('on a page, in a section and in a group, siblings are near; what lies in other frames is not', async () => {
  const plugin = await open(
    layer('On the page', [photo()]),
    text('Caption', 'of the page'),
    frame('Frame', [layer('In a frame', [photo()]), text('Hint', 'of the frame')]),
    frame('Section', [layer('In a section', [photo()]), text('Note', 'of the section')], { type: 'SECTION' }),
    group('Group', [layer('In a group', [photo()]), group('Inner', [text('Label', 'of the group')])]),
  )
  const names = ['caption', 'hint', 'note', 'label']
  const told = async (name: string) => Object.values((await wordsOn(plugin, name, ...names)).texts)
  expect(await told('On the page')).toEqual(['of the page'])
  expect(await told('In a frame')).toEqual(['of the frame'])
  expect(await told('In a section')).toEqual(['of the section'])
  expect(await told('In a group')).toEqual(['of the group'])
})

test('a hidden text counts, and an empty one is empty', async () => {
  const plugin = await open(
    frame('Card', [layer('Photo', [photo()]), text('Words', 'for the model', { visible: false }), text('None', '')]),
  )
  expect((await wordsOn(plugin, 'Photo', 'words', 'none')).texts).toEqual({ words: 'for the model', none: '' })
})

test('layers that are gone are passed over, and those of another page have its name', async () => {
  const plugin = await openWorld(
    { name: 'One', layers: [layer('Here', [photo()]), layer('Gone', [photo()])] },
    { name: 'Two/=, 🌙', layers: [layer('There', [photo()])] },
  )
  const ids = ['Gone', 'Here', 'There'].map((name) => idOf(plugin, name))
  plugin.editor.remove('Gone')
  expect(await wordsFor(plugin, [...ids, '999:999'])).toEqual([
    { id: ids[1], page: 'One', properties: {}, texts: {} },
    { id: ids[2], page: 'Two/=, 🌙', properties: {}, texts: {} },
  ])
})

test('a thousand layers are read without holding Figma up, and stop when they are not wanted', async () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    frame(`Card ${index}`, [layer(`Photo ${index}`, [photo()]), text('Headline', `Words ${index}`)], {
      x: index * 500,
    }),
  )
  const plugin = await open(frame('Board', many))
  const ids = many.map((_, index) => idOf(plugin, `Photo ${index}`))
  const before = Date.now()
  const words = await wordsFor(plugin, ids, 'headline', 'missing')
  expect(words.map(({ texts }) => texts)).toEqual(many.map((_, index) => ({ headline: `Words ${index}` })))
  expect(Date.now() - before).toBeLessThan(10_000)
  const stop = new AbortController()
  const call = plugin.ui.call('readWords', { ids, texts: [] }, { signal: stop.signal })
  stop.abort()
  await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
  expect(plugin.editor.errors()).toEqual([])
})
