import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LayerSpec } from '../../dev/figma/world.ts'
import type { Picture } from '../../src/shared/picture.ts'
import { plainPicture } from '../harness/pictures.ts'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import { fillsOf, frame, json, layer, orderFor, photo, rowsFor, tint } from './session.ts'

// What others do while a picture is being placed, one turn of the event loop later each time: traps 21, 22 and 24.

const plugins = pluginBuilder()
afterAll(plugins.close)

let red: Picture
let blue: Picture
beforeAll(async () => {
  red = await plainPicture(40, 20)
  blue = await plainPicture(40, 20, '#2040c0')
})

const world = (...layers: LayerSpec[]) => ({
  pages: [
    { name: 'One', layers: [frame('Card', layers)] },
    { name: 'Two', layers: [] },
  ],
  pictures: { red: red.bytes },
})

/** Begins to place a picture on `Photo`, lets the plugin work for so many turns, and acts. */
async function whilePlacing(turns: number, act: (plugin: OpenPlugin) => void) {
  const plugin = await plugins.openWorld(world(layer('Photo', [photo()])))
  const [row] = await rowsFor(plugin, 'Photo')
  const before = json(plugin)
  const call = plugin.ui.call('placeImage', orderFor(row, blue))
  // Nobody waits for it where the plugin closes.
  call.catch(() => {})
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
  const wasPlaced = json(plugin) !== before
  act(plugin)
  return { plugin, call, before, wasPlaced }
}

/** Longer than the whole of it takes. */
const TURNS = Array.from({ length: 14 }, (_, turns) => turns)

/** Whether some layer that still exists shows the hash. */
const shows = ({ editor }: OpenPlugin, id: string, hash: string) =>
  editor.layer(id).fills.some((paint) => paint.type === 'IMAGE' && paint.imageHash === hash && paint.visible)

const painters: [string, (plugin: OpenPlugin) => void][] = [
  ['the designer', ({ editor }) => editor.setFills('Photo', [...photosOf(editor), tint])],
  ['a colleague', ({ editor }) => editor.colleague().setFills('Photo', [...photosOf(editor), tint])],
]
const photosOf = (editor: OpenPlugin['editor']) => editor.layer('Photo').fills

test.each(painters)(
  'a paint that %s adds at any moment of the placing stays, and so does the picture',
  async (_, act) => {
    for (const turns of TURNS) {
      const { plugin, call } = await whilePlacing(turns, act)
      const { id, hash, beside } = await call
      expect(beside).toBeUndefined()
      expect(shows(plugin, id, hash)).toBe(true)
      expect(fillsOf(plugin, 'Photo').at(-1)).toMatchObject({ type: 'SOLID', opacity: tint.opacity })
      expect(fillsOf(plugin, 'Photo')).toHaveLength(3)
      expect(plugin.editor.errors()).toEqual([])
    }
  },
)

test.each(['Photo', 'Card'])('a picture is never lost because “%s” is removed while it is placed', async (name) => {
  for (const turns of TURNS) {
    const { plugin, call, wasPlaced } = await whilePlacing(turns, ({ editor }) => editor.remove(name))
    const { id, hash, beside } = await call
    expect(plugin.editor.errors()).toEqual([])
    if (wasPlaced) continue
    expect(beside).toBe('gone')
    expect(shows(plugin, id, hash)).toBe(true)
  }
})

test('a picture goes to its own page, whatever page is shown while it is placed', async () => {
  for (const turns of TURNS) {
    const { plugin, call } = await whilePlacing(turns, ({ editor }) => editor.showPage('Two'))
    const { id, hash, beside } = await call
    expect(beside).toBeUndefined()
    expect(shows(plugin, id, hash)).toBe(true)
    expect(plugin.editor.json().pages[1]!.children).toEqual([])
  }
})

test('a plugin that is closed while it places has done all of it or nothing, and one undo takes it back', async () => {
  const { call, plugin: whole } = await whilePlacing(0, () => {})
  await call
  for (const turns of TURNS) {
    const { plugin, before } = await whilePlacing(turns, ({ run }) => run.close())
    const left = json(plugin)
    for (let turn = 0; turn < TURNS.length; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(json(plugin)).toBe(left)
    expect(plugin.editor.errors()).toEqual([])
    if (left === before) continue
    expect(left).toBe(json(whole))
    plugin.editor.undo()
    expect(json(plugin)).toBe(before)
  }
})
