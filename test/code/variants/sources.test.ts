import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/world.ts'
import { slowPainter } from '../../harness/pictures.ts'
import { pluginBuilder } from '../../harness/plugin.ts'
import { frame, json, layer, photo, picturesOf } from '../session.ts'
import { card, cards, sourcesFor } from './session.ts'

// Reading of which components many layers would make variants.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red } = await picturesOf(40, 20)
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => layer(`Photo ${index}`, [photo()], { y: index }))

/** Where the layers lie, and the name of the one whose id all of them tell; else each tells its own. */
const WORLDS: [string, LayerSpec[], string | undefined][] = [
  ['on a page', many(1000), undefined],
  ['in a frame', [frame('All', many(1000))], 'All'],
  ['in a component', [card('Card', { children: many(1000) })], 'Card'],
]

test.each(WORLDS)(
  '1,000 layers %s are told at once, in their order, and nothing is written',
  async (_, specs, holder) => {
    const plugin = await plugins.open(specs, { red: red.bytes })
    const before = json(plugin)
    const page = plugin.editor.json().pages[0]!.children
    const ids = (holder === undefined ? page : page[0]!.children).map(({ id }) => id)
    const layers = ids.map((id) => ({ id, container: holder === undefined ? id : page[0]!.id }))
    const sources = await plugin.ui.call('readVariantSources', { layers })
    const told = sources.map((source) => (source.kind === 'none' ? source.why : source.id))
    expect(told).toEqual(holder === undefined ? ids : ids.map(() => page[0]!.id))
    expect(json(plugin)).toBe(before)
  },
)

test('a reading stops when it is no longer wanted', async () => {
  const plugin = await plugins.open([cards()], { red: red.bytes })
  const { rows } = await sourcesFor(plugin, 'Cards')
  const layers = Array.from({ length: 500 }, () => rows.map(({ id }) => ({ id, container: id }))).flat()
  const stop = new AbortController()
  const call = plugin.ui.call('readVariantSources', { layers }, { signal: stop.signal, patient: true })
  stop.abort()
  await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
})
