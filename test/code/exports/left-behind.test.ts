import { createHash } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { LayerSpec } from '../../../dev/figma/editor.ts'
import type { WorldData } from '../../../dev/figma/world.ts'
import type { Picture } from '../../../src/shared/picture.ts'
import type { ExportFile } from '../../../src/shared/protocol.ts'
import { type OpenPlugin, pluginBuilder } from '../../harness/plugin.ts'
import { fillsOf, frame, idOf, json, layer, photo, picturesOf, solid } from '../session.ts'
import { createShownPainter } from './shown-painter.ts'

// What could be left behind by an export where something else happens as well: another file, a duplicate, a second loan.

const painter = createShownPainter()
const plugins = pluginBuilder(painter)
afterAll(plugins.close)
beforeEach(() => {
  painter.meanwhile = undefined
})

const { red } = await picturesOf(40, 20)
const larger = (await picturesOf(160, 80)).blue
const largest = (await picturesOf(320, 160)).blue
const hashOf = ({ bytes }: Picture) => createHash('sha1').update(bytes).digest('hex')
const PNG: ExportFile['as'] = { format: 'PNG' }

const world = (...layers: LayerSpec[]): Omit<WorldData, 'id' | 'title'> => ({
  pages: [{ name: 'Page', layers }],
  pictures: { red: red.bytes },
})
const open = (...layers: LayerSpec[]) => plugins.openWorld(world(...layers))
const card = frame('Card', [layer('Photo', [photo()]), layer('Other', [photo()], { y: 120 })])
const dots = layer('Dots', [solid], { y: 800 })
/** Drawn as a copy. */
const held = frame('Held', [layer('Main', [solid], { type: 'COMPONENT', children: [layer('Photo', [photo()])] })])

const lend = ({ ui }: OpenPlugin, picture = larger) =>
  ui.call('lendImage', {
    ...{ hash: hashOf(red), shrink: red.width / picture.width },
    picture: { ...picture, bytes: picture.bytes.slice() },
  })
const exported = (plugin: OpenPlugin, name: string) =>
  plugin.ui.call('exportFile', { id: idOf(plugin, name), as: PNG, larger: [hashOf(red)] })

/** `act` is done once, in the middle of the first drawing. */
const meanwhile = (act: () => void) => {
  painter.meanwhile = () => {
    painter.meanwhile = undefined
    act()
  }
}
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}
const borrowedIn = ({ run }: OpenPlugin) => Object.keys(run.storage).filter((key) => key.startsWith('borrowed'))

async function killedWhileDrawn(plugin: OpenPlugin, name: string): Promise<void> {
  await lend(plugin)
  meanwhile(() => plugin.run.kill())
  exported(plugin, name).catch(() => {})
  await turns(40)
  expect(borrowedIn(plugin)).toHaveLength(1)
}

test.each(['Card', 'Held'])(
  'another file of the same name, opened first, does not forget what %s is owed',
  async (name) => {
    const plugin = await open(card, { ...held, x: 500 })
    const before = json(plugin)
    await killedWhileDrawn(plugin, name)
    const mine = plugin.editor.json()
    expect(json(plugin)).not.toBe(before)

    const other = await open(dots)
    const owed = await plugins.startIn(other.editor, 'edit', '', plugin.run.storage)
    await owed.ui.call('readExports', {})
    await turns(40)
    expect(borrowedIn(owed)).toHaveLength(1)

    expect(plugin.editor.json()).toEqual(mine)
    const again = await plugins.startIn(plugin.editor, 'edit', '', owed.run.storage)
    await turns(40)
    expect(json(again)).toBe(before)
    expect(borrowedIn(again)).toEqual([])
  },
)

test('an older, other larger image does not come back with an undo either', async () => {
  const plugin = await open(card, dots)
  await lend(plugin)
  meanwhile(() => plugin.editor.move('Dots', { x: 7, y: 800 }))
  await exported(plugin, 'Card')
  await lend(plugin, largest)
  await exported(plugin, 'Card')
  for (const step of ['undo', 'undo', 'redo', 'redo', 'undo'] as const) {
    plugin.editor[step]()
    await turns(20)
    expect(json(plugin)).not.toContain(hashOf(larger))
  }
})

test.each(['Card', 'Photo'])('what a designer duplicates while it is drawn shows its own images: %s', async (name) => {
  const plugin = await open(card)
  await lend(plugin)
  let copies: string[] = []
  meanwhile(() => {
    copies = plugin.editor.duplicate([name])
  })
  await exported(plugin, 'Card')
  await turns(20)
  expect(copies).toHaveLength(1)
  expect(json(plugin)).not.toContain(hashOf(larger))
  const { children, fills } = plugin.editor.layer(copies[0]!)
  expect(name === 'Card' ? children![0]!.fills : fills).toEqual(fillsOf(plugin, 'Photo'))
})

test('a copy is locked while it is drawn: what is clicked or dropped there is meant for the original', async () => {
  const plugin = await open(held)
  const before = json(plugin)
  await lend(plugin)
  let locked: boolean[] = []
  meanwhile(() => {
    locked = plugin.editor.json().pages[0]!.children.map((each) => 'locked' in each && each.locked === true)
  })
  await exported(plugin, 'Held')
  expect(locked).toEqual([false, true])
  expect(json(plugin)).toBe(before)
})

test.each(['Card', 'Held'])('%s goes at any moment: nothing stays written down', async (name) => {
  for (let count = 0; count < 12; count++) {
    const plugin = await open(card, { ...held, x: 500 })
    await lend(plugin)
    const call = exported(plugin, name).catch(({ fault }) => expect(fault).toBe('layer'))
    await turns(count)
    plugin.editor.remove(name)
    await call
    expect(borrowedIn(plugin), `after ${count} turns`).toEqual([])
    expect(plugin.editor.errors()).toEqual([])
    plugin.run.close()
  }
})

test('of many layers little is written down: all that a plugin keeps is 5 MB at most', async () => {
  const many = Array.from({ length: 300 }, (_, index) => layer(`Photo ${index}`, [photo()]))
  const plugin = await open(frame('All', many))
  await lend(plugin)
  let kept = 0
  meanwhile(() => {
    kept = JSON.stringify(plugin.run.storage).length
  })
  await exported(plugin, 'All')
  expect(kept).toBeGreaterThan(300)
  expect(kept).toBeLessThan(10_000)
})

test('who reads waits until what is borrowed is given back', async () => {
  const plugin = await open(card)
  plugin.editor.select(['Card'])
  await lend(plugin)
  const id = idOf(plugin, 'Photo')
  let audit: Promise<string[]> | undefined
  let results: Promise<unknown> | undefined
  painter.meanwhile = async () => {
    painter.meanwhile = undefined
    audit = plugin.ui.call('auditImages', { of: 'selection' }).then(({ bitmaps }) => bitmaps.map(({ hash }) => hash))
    results = plugin.ui.call('readResults', { id }).then(({ original }) => original)
    await turns(20)
  }
  await exported(plugin, 'Card')
  expect(await audit).toEqual([hashOf(red)])
  expect(await results).toBe(true)
})
