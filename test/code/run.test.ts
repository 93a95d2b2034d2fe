import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import { NOT_KEPT } from '../../src/shared/texts/storage.ts'
import { slowPainter } from '../harness/pictures.ts'
import { pluginBuilder } from '../harness/plugin.ts'
import { idOf, json, layer, orderFor, photo, picturesOf, rowsFor, shownOn, solid } from './session.ts'

// What a long run needs of the sandbox besides placing: to be stopped, to be found again, to be heard of.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

const { red, blue, green } = await picturesOf(40, 20)

const open = (...layers: LayerSpec[]) => plugins.open(layers, { red: red.bytes, green: green.bytes })

/** A photo, and a turned layer: drawing that keeps all other exclusive work waiting. */
const openBusy = () => open(layer('Photo', [photo()]), layer('Turned', [solid], { rotation: 30, x: 500 }))

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('a placing that is stopped while it waits for its turn leaves nothing behind', async () => {
  const plugin = await openBusy()
  const [row] = await rowsFor(plugin, 'Photo')
  const before = json(plugin)
  const images = [...plugin.editor.scene().images.keys()]
  const drawing = plugin.ui.call('exportLayer', { id: idOf(plugin, 'Turned'), scale: 1 })
  const stop = new AbortController()
  const call = plugin.ui.call('placeImage', orderFor(row, blue), { signal: stop.signal })
  stop.abort()
  await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
  await drawing
  for (let turns = 0; turns < 20; turns++) await turn()
  expect(json(plugin)).toBe(before)
  expect([...plugin.editor.scene().images.keys()]).toEqual(images)
  expect(plugin.editor.undo()).toBe(false)
  expect(plugin.editor.errors()).toEqual([])
})

test('a placing that is stopped at any moment is done as a whole or not at all', async () => {
  const outcomes = new Set<string>()
  for (let turns = 0; turns < 14; turns++) {
    const plugin = await openBusy()
    const [row] = await rowsFor(plugin, 'Photo')
    const before = json(plugin)
    const stop = new AbortController()
    const call = plugin.ui.call('placeImage', orderFor(row, blue), { signal: stop.signal }).catch(() => {})
    for (let at = 0; at < turns; at++) await turn()
    const isPlaced = json(plugin) !== before
    stop.abort()
    await call
    for (let at = 0; at < 14; at++) await turn()
    outcomes.add(json(plugin) === before ? 'stopped' : 'placed')
    if (isPlaced) expect(json(plugin)).not.toBe(before)
    if (json(plugin) !== before) plugin.editor.undo()
    expect(json(plugin)).toBe(before)
    expect(plugin.editor.undo()).toBe(false)
  }
  expect(outcomes).toEqual(new Set(['stopped', 'placed']))
})

test('other work goes on after a placing that was stopped', async () => {
  const plugin = await openBusy()
  const rows = await rowsFor(plugin, 'Photo')
  const stop = new AbortController()
  const call = plugin.ui.call('placeImage', orderFor(rows[0], blue), { signal: stop.signal })
  stop.abort()
  await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
  const { hash } = await plugin.ui.call('placeImage', orderFor(rows[0], green))
  expect(shownOn(plugin, 'Photo')).toEqual([hash])
})

test('the journals of all windows are kept beside the settings, told by name, and removed one by one', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const journal = { version: 1, open: [{ id: 'request 1', at: '2026-01-01T00:00:00Z' }] }
  await plugin.ui.call('saveSettings', { settings: { version: 1 } })
  await plugin.ui.call('saveJournal', { window: 'a', journal })
  await plugin.ui.call('saveJournal', { window: 'b', journal: ['other'] })
  expect(await plugin.ui.call('readJournals', {})).toEqual({ a: journal, b: ['other'] })
  await plugin.ui.call('saveJournal', { window: 'b', journal: undefined })
  expect(await plugin.ui.call('readJournals', {})).toEqual({ a: journal })
  await plugin.ui.call('saveJournal', { window: 'a', journal: undefined })
  expect(plugin.run.storage).toEqual({ settings: { version: 1 } })
  await plugin.ui.call('saveJournal', { window: 'a', journal })
  await plugin.ui.call('saveJournal', { window: 'a', journal: null })
  expect(plugin.run.storage).toEqual({ settings: { version: 1 } })
})

test('of journals that are written at the same time the last one stands', async () => {
  const plugin = await open()
  const journals = [{ open: ['a'] }, undefined, { open: ['b'] }, { open: [] }, undefined, { open: ['c'] }]
  await Promise.all(journals.map((journal) => plugin.ui.call('saveJournal', { window: 'a', journal })))
  expect(plugin.run.storage).toEqual({ 'journal a': { open: ['c'] } })
})

test('a journal that is too large is refused in a sentence; the one before stands, and later ones are kept', async () => {
  const plugin = await open()
  await plugin.ui.call('saveJournal', { window: 'a', journal: ['small'] })
  await expect(plugin.ui.call('saveJournal', { window: 'a', journal: 'x'.repeat(5_000_001) })).rejects.toMatchObject({
    fault: 'storage',
    message: NOT_KEPT,
  })
  expect(plugin.run.storage).toEqual({ 'journal a': ['small'] })
  await plugin.ui.call('saveJournal', { window: 'a', journal: ['other'] })
  expect(plugin.run.storage).toEqual({ 'journal a': ['other'] })
  expect(plugin.editor.errors()).toEqual([])
})

test('what the panel has to say is said in Figma’s window, cut at a word where Figma would cut', async () => {
  const plugin = await open()
  await plugin.ui.call('notify', { message: '12 of 12 pictures are done.' })
  const long = '97 of 100 pictures are done. 2 lie beside their layers, and 1 could not be made: the account is empty.'
  await plugin.ui.call('notify', { message: long, error: true })
  expect(plugin.notes).toEqual([
    { message: '12 of 12 pictures are done.', error: false },
    {
      message: '97 of 100 pictures are done. 2 lie beside their layers, and 1 could not be made: the account is…',
      error: true,
    },
  ])
})

test('an image that was read for several layers is read also when the first of them is gone or repainted', async () => {
  const plugin = await open(layer('Photo', [photo()]), layer('Other', [photo()], { x: 500 }))
  const [row] = await rowsFor(plugin, 'Photo')
  const { hash } = row!.source as { hash: string }
  const wanted = { id: row!.id, hash }
  plugin.editor.setFills('Photo', [solid])
  await expect(plugin.ui.call('readImage', wanted)).rejects.toMatchObject({ fault: 'layer' })
  const picture = await plugin.ui.call('readImage', { ...wanted, anyLayer: true })
  expect([...picture.bytes]).toEqual([...red.bytes])
  plugin.editor.remove('Photo')
  await expect(plugin.ui.call('readImage', wanted)).rejects.toMatchObject({ fault: 'layer' })
  expect(await plugin.ui.call('readImage', { ...wanted, anyLayer: true })).toEqual(picture)
})

test('an image that Figma no longer has is told as lost, whatever layer it was on', async () => {
  const plugin = await open(layer('Photo', [photo()]))
  const call = plugin.ui.call('readImage', { id: idOf(plugin, 'Photo'), hash: 'f'.repeat(40), anyLayer: true })
  await expect(call).rejects.toMatchObject({ fault: 'image', message: 'Figma no longer has the image.' })
})

test('many rows are told as few ones are, at the start and when they change', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `Photo ${String(index).padStart(2, '0')}`)
  const plugin = await open(...names.map((name, index) => layer(name, [photo()], { y: index * 200 })))
  await plugin.ui.call('saveSettings', { settings: { version: 1 } })
  const rows = await rowsFor(plugin, ...names)
  expect(rows.map(({ name }) => name)).toEqual(names)
  const [first] = await rowsFor(plugin, names[0]!)
  expect(rows[0]).toEqual(first)
  plugin.editor.select(names)
  expect(await plugin.ui.call('readSelection', {})).toEqual({ rows })
  await expect.poll(() => plugin.selections.at(-1)).toEqual({ rows })
  plugin.editor.rename('Photo 07', 'Renamed')
  await expect.poll(() => plugin.selections.at(-1)?.rows[7]?.name, { timeout: 10_000 }).toBe('Renamed')
}, 15_000)
