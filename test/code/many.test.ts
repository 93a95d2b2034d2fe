import { afterAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import type { Progress } from '../../src/shared/channel.ts'
import type { LayerRow } from '../../src/shared/protocol.ts'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import {
  expectOneUndo,
  fillsOf,
  idOf,
  json,
  layer,
  namesOn,
  orderFor,
  photo,
  picturesOf,
  place,
  rowsFor,
  shownOn,
  solid,
} from './session.ts'

// What is done to many layers at once: a run that is taken back, tidying, one picture on a hundred instances.

const plugins = pluginBuilder()
afterAll(plugins.close)

const { red, blue, green } = await picturesOf(40, 20)

const names = (count: number) => Array.from({ length: count }, (_, index) => `Photo ${String(index).padStart(3, '0')}`)
const photos = (count: number) => names(count).map((name, index) => layer(name, [photo()], { y: index * 200 }))
const faded = (name: string, more: Partial<LayerSpec> = {}) => layer(name, [solid], { opacity: 0.5, ...more })

const open = (layers: LayerSpec[], first = '') =>
  plugins.openWorld({ pages: [{ name: 'Page', layers }], pictures: { red: red.bytes } }, 'edit', first)

/** A clock of the sandbox that goes on by 5 ms whenever it is looked at: three layers fill a slice. */
const THREE_A_SLICE = 'let now = 0; Date.now = () => (now += 5)'
/** A clock that stands still: everything fits into one slice. */
const ONE_SLICE = 'Date.now = () => 0'

/** The hash of the image that was there before Refill. */
function sourceOf(plugin: OpenPlugin, name: string) {
  const [source] = fillsOf(plugin, name)
  return source?.type === 'IMAGE' ? source.imageHash : undefined
}

/** A result on the source of each row. */
async function placeAll(plugin: OpenPlugin, rows: readonly LayerRow[]): Promise<string[]> {
  const placed = []
  for (const row of rows) placed.push(await plugin.ui.call('placeImage', orderFor(row, blue)))
  return placed.map(({ id }) => id)
}

/** Undoes until the document is as it was, and says how many steps that took. */
function stepsBackTo(plugin: OpenPlugin, before: string): number {
  let steps = 0
  while (json(plugin) !== before && plugin.editor.undo()) steps++
  expect(json(plugin)).toBe(before)
  return steps
}

test('a run of a few layers is taken back as one undo step', async () => {
  const plugin = await open(photos(2), ONE_SLICE)
  const ids = await placeAll(plugin, await rowsFor(plugin, ...names(2)))
  await expectOneUndo(plugin, () => plugin.ui.call('showOriginals', { ids }))
  const told = await plugin.ui.call('showOriginals', { ids })
  expect(told).toEqual({ shown: 2, already: 0, override: false, missed: 0, last: ids[1] })
  for (const name of names(2)) expect(shownOn(plugin, name)).toEqual([sourceOf(plugin, name)])
  for (const name of names(2)) expect(fillsOf(plugin, name)).toHaveLength(2)
})

test('layers that are gone are passed over and counted; one that shows its original already is told apart; one that is named twice counts once', async () => {
  const plugin = await open([...photos(3), faded('Faded', { x: 500 })])
  const ids = await placeAll(plugin, await rowsFor(plugin, ...names(3)))
  const cover = await place(plugin, 'Faded', blue)
  expect(cover.id).toBe(idOf(plugin, 'Faded – edited'))
  plugin.editor.remove('Photo 001')
  await plugin.ui.call('showOriginal', { id: ids[2]! })
  const told = await plugin.ui.call('showOriginals', { ids: [...ids, ids[0]!, cover.id, idOf(plugin, 'Faded'), '9:9'] })
  expect(told).toEqual({ shown: 2, already: 1, override: false, missed: 2, last: idOf(plugin, 'Faded') })
  expect(shownOn(plugin, 'Faded')).toEqual(['SOLID'])
  expect(shownOn(plugin, 'Faded – edited')).toEqual([])
  expect(plugin.editor.errors()).toEqual([])
})

test('a run of many layers is taken back in slices, each an undo step, with progress', async () => {
  const plugin = await open(photos(10), THREE_A_SLICE)
  const ids = await placeAll(plugin, await rowsFor(plugin, ...names(10)))
  const before = json(plugin)
  const heard: Progress[] = []
  const onProgress = (progress: Progress) => heard.push(progress)
  expect(await plugin.ui.call('showOriginals', { ids }, { onProgress })).toMatchObject({ shown: 10, missed: 0 })
  expect(heard.map(({ done }) => done)).toEqual([3, 6, 9, 10])
  expect(new Set(heard.map(({ total }) => total))).toEqual(new Set([10]))
  expect(stepsBackTo(plugin, before)).toBe(4)
})

test('taking back a run stops between two slices, and what is done stays', async () => {
  const plugin = await open(photos(30), THREE_A_SLICE)
  const ids = await placeAll(plugin, await rowsFor(plugin, ...names(30)))
  const before = json(plugin)
  const stop = new AbortController()
  const onProgress = () => stop.abort()
  const call = plugin.ui.call('showOriginals', { ids }, { signal: stop.signal, onProgress })
  await expect(call).rejects.toMatchObject({ fault: 'cancelled' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const back = names(30).filter((name) => shownOn(plugin, name)[0] === sourceOf(plugin, name))
  expect(back).toEqual(names(30).slice(0, back.length))
  expect(back.length).toBeGreaterThan(0)
  expect(back.length).toBeLessThan(30)
  expect(stepsBackTo(plugin, before)).toBe(back.length / 3)
  expect(plugin.editor.errors()).toEqual([])
})

test('a run is taken back also from a stack with a pattern, and on a page that is not shown', async () => {
  const plugin = await plugins.openWorld({
    pages: [
      { name: 'One', layers: [layer('Dots', [solid], { x: 900 }), ...photos(2)] },
      { name: 'Two', layers: [] },
    ],
    pictures: { red: red.bytes },
  })
  const pattern = { type: 'PATTERN', sourceNodeId: idOf(plugin, 'Dots'), tileType: 'RECTANGULAR', scalingFactor: 1 }
  const spacing = { spacing: { x: 0, y: 0 }, horizontalAlignment: 'START' }
  plugin.editor.setFills('Photo 000', [...fillsOf(plugin, 'Photo 000'), { ...pattern, ...spacing } as never])
  const ids = await placeAll(plugin, await rowsFor(plugin, ...names(2)))
  plugin.editor.showPage('Two')
  const told = await plugin.ui.call('showOriginals', { ids })
  expect(told).toEqual({ shown: 2, already: 0, override: false, missed: 0, last: ids[1] })
  plugin.editor.showPage('One')
  expect(shownOn(plugin, 'Photo 000')).toEqual([sourceOf(plugin, 'Photo 000'), 'PATTERN'])
})

test('covers that come and go while a run is taken back are seen', async () => {
  const all = ['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) => faded(name, { y: index * 200 }))
  const plugin = await open(all, THREE_A_SLICE)
  const rows = await rowsFor(plugin, 'A', 'B', 'C', 'D', 'E', 'F')
  await placeAll(plugin, rows.slice(0, 5))
  const later = plugin.ui.call('placeImage', orderFor(rows[5], blue))
  let isFirst = true
  const onProgress = () => {
    if (isFirst) plugin.editor.remove('E – edited')
    isFirst = false
  }
  const told = await plugin.ui.call('showOriginals', { ids: rows.map(({ id }) => id) }, { onProgress })
  await later
  expect(told).toEqual({ shown: 6, already: 0, override: false, missed: 0, last: idOf(plugin, 'F') })
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) expect(shownOn(plugin, name)).toEqual(['SOLID'])
  expect(shownOn(plugin, 'F – edited')).toEqual([])
  expect(plugin.editor.errors()).toEqual([])
})

test('tidying what fits into a slice is one undo step', async () => {
  const plugin = await open([...photos(2), faded('Faded', { x: 500 })], ONE_SLICE)
  const ids = await placeAll(plugin, await rowsFor(plugin, ...names(2), 'Faded'))
  await plugin.ui.call('showOriginals', { ids })
  await expectOneUndo(plugin, () => plugin.ui.call('tidy', { ids }))
})

test('tidying many layers goes in slices too, each an undo step', async () => {
  const plugin = await open([...photos(4), faded('Faded', { x: 500 }), faded('Other', { x: 900 })], THREE_A_SLICE)
  const rows = await rowsFor(plugin, ...names(4), 'Faded', 'Other')
  const ids = await placeAll(plugin, rows)
  await plugin.ui.call('showOriginals', { ids })
  const before = json(plugin)
  const told = await plugin.ui.call('tidy', { ids: rows.map(({ id }) => id) })
  expect(told).toEqual({ removed: 6, last: rows.at(-1)!.id })
  expect(namesOn(plugin)).toEqual([...names(4), 'Faded', 'Other'])
  for (const name of names(4)) expect(fillsOf(plugin, name)).toHaveLength(1)
  expect(stepsBackTo(plugin, before)).toBe(2)
})

test('one picture is placed on a hundred instances as an override of each, and undo takes one back at a time', async () => {
  const uses = names(100)
  const plugin = await open([
    layer('Card', [solid], { type: 'COMPONENT', children: [layer('Image', [photo()], { width: 50, height: 25 })] }),
    ...uses.map((name, index) => layer(name, [], { type: 'INSTANCE', component: 'Card', y: 300 * (index + 1) })),
  ])
  const rows = (await rowsFor(plugin, ...uses)).filter(({ inside }) => inside)
  expect(rows.map(({ where, notes }) => [where, notes])).toEqual(uses.map((name) => [name, [{ kind: 'override' }]]))
  const main = plugin.editor.layer('Card')

  const states: string[] = []
  const hashes = new Set<string>()
  for (const [index, row] of rows.entries()) {
    if (index % 20 === 0 || index === 99) states.push(json(plugin))
    const placed = await plugin.ui.call('placeImage', orderFor(row, green))
    expect(placed).toEqual({ id: row.id, hash: placed.hash })
    hashes.add(placed.hash)
  }
  expect(hashes.size).toBe(1)
  expect(plugin.editor.layer('Card')).toEqual(main)
  expect([...plugin.editor.scene().images.keys()]).toHaveLength(2)

  const placed = json(plugin)
  const ids = rows.map(({ id }) => id)
  const told = await plugin.ui.call('showOriginals', { ids })
  expect(told).toEqual({ shown: 100, already: 0, override: true, missed: 0, last: ids[99] })
  stepsBackTo(plugin, placed)
  expect(stepsBackTo(plugin, states.pop()!)).toBe(1)
  expect(stepsBackTo(plugin, states.pop()!)).toBe(19)
  for (const state of states.reverse()) {
    for (let step = 0; step < 20; step++) plugin.editor.undo()
    expect(json(plugin)).toBe(state)
  }
  expect(plugin.editor.errors()).toEqual([])
}, 60_000)
