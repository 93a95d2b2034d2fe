import { createHash } from 'node:crypto'
import type { ImagePaint } from '@figma/plugin-typings/plugin-api-standalone'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Editor, LayerSpec } from '../../../dev/figma/editor.ts'
import type { ExportedFile, ExportFile, MissingImages } from '../../../src/shared/protocol.ts'
import { type OpenPlugin, pluginBuilder } from '../../harness/plugin.ts'
import { fillsOf, frame, idOf, json, layer, photo, picturesOf, solid, tint } from '../session.ts'
import { createShownPainter, shownIn } from './shown-painter.ts'

// What layers show for an export only: the document is as it was afterwards, byte by byte, whatever happens. The built
// code.js in QuickJS, in the simulated Figma.

const painter = createShownPainter()
const plugins = pluginBuilder(painter)
afterAll(plugins.close)
beforeEach(() => {
  painter.meanwhile = undefined
})

const { red, green } = await picturesOf(40, 20)
const larger = (await picturesOf(160, 80)).blue

const crop = { scaleMode: 'CROP', imageTransform: [[0.5, 0, 0.25], [0, 0.4, 0.1]] } // biome-ignore format: a matrix
const TOP: LayerSpec[] = [
  layer('Photo', [solid, photo({ opacity: 0.7, blendMode: 'MULTIPLY' }), tint]),
  frame(
    'Card',
    [layer('Tiles', [photo({ scaleMode: 'TILE', scalingFactor: 0.3 })]), layer('Crop', [photo(crop)], { y: 120 })],
    { x: 500, autoLayout: { mode: 'VERTICAL' } },
  ),
  layer('Styled', [], { fillStyle: 'Brand', y: 500 }),
  layer('Main', [solid], {
    ...{ type: 'COMPONENT', x: 1000, width: 300, height: 200 },
    children: [layer('Main photo', [photo()])],
  }),
  layer('Use', [], { type: 'INSTANCE', component: 'Main', x: 1400, width: 0, height: 0 }),
  frame('Holder', [layer('Used', [], { type: 'INSTANCE', component: 'Main', width: 0, height: 0 })], {
    ...{ x: 1000, y: 600, clipsContent: true, opacity: 0.8 },
  }),
  layer('Chapter', [solid], {
    ...{ type: 'SECTION', x: 0, y: 1200, width: 900, height: 600 },
    children: [layer('In chapter', [photo()]), layer('Used too', [], { type: 'INSTANCE', component: 'Main', x: 400 })],
  }),
]
const ROOTS = ['Photo', 'Card', 'Tiles', 'Patterned', 'Styled', 'Main', 'Main photo', 'Use', 'Holder', 'Used']

async function open(): Promise<OpenPlugin> {
  const plugin = await plugins.openWorld({
    pages: [
      { name: 'Page', layers: [...TOP, layer('Patterned', [photo()], { y: 800 }), layer('Dots', [tint], { y: 950 })] },
      { name: 'Other', layers: [] },
    ],
    pictures: { red: red.bytes, green: green.bytes },
    styles: { paint: { Brand: [photo()] } },
  })
  const tiles = { tileType: 'RECTANGULAR', scalingFactor: 1, spacing: { x: 0, y: 0 }, horizontalAlignment: 'START' }
  const pattern = { type: 'PATTERN', sourceNodeId: idOf(plugin, 'Dots'), ...tiles }
  plugin.editor.setFills('Patterned', [...fillsOf(plugin, 'Patterned'), pattern as never])
  return plugin
}

const own = (plugin: OpenPlugin) => imageOn(plugin, 'Main photo').imageHash!
const imageOn = (plugin: OpenPlugin, name: string) => fillsOf(plugin, name)[0] as ImagePaint

/** What the panel asks for a layer, when it has lent a larger picture in place of the red one. */
async function orderOf(plugin: OpenPlugin, name: string): Promise<ExportFile> {
  const hash = own(plugin)
  await plugin.ui.call('lendImage', { hash, picture: { ...larger, bytes: larger.bytes.slice() }, shrink: 40 / 160 })
  return { id: idOf(plugin, name), as: PNG, larger: [hash] }
}
/** The hash of the larger picture. */
const LARGER = createHash('sha1').update(larger.bytes).digest('hex')
const PNG: ExportFile['as'] = { format: 'PNG', constraint: { type: 'SCALE', value: 2 } }

const shownOf = (file: ExportedFile | MissingImages) => shownIn('needs' in file ? new Uint8Array() : file.bytes)
const isFile = (file: ExportedFile | MissingImages): file is ExportedFile => 'bytes' in file

/** Nothing of it is written down any more either. */
const borrowedIn = ({ run }: OpenPlugin) => Object.keys(run.storage).filter((key) => key.startsWith('borrowed'))

describe('the larger image is in the file', () => {
  test.each(ROOTS)('of %s, and nothing in the document', async (name) => {
    const plugin = await open()
    const before = json(plugin)
    const order = await orderOf(plugin, name)
    const shown = shownOf(await plugin.ui.call('exportFile', order))
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.every((each) => each.startsWith(LARGER))).toBe(true)
    expect(json(plugin)).toBe(before)
    expect(borrowedIn(plugin)).toEqual([])
    expect(plugin.editor.errors()).toEqual([])
    // Nor is there a step to take back.
    expect(plugin.editor.undo()).toBe(true)
    expect(fillsOf(plugin, 'Patterned')).toHaveLength(1)
  })

  test('a tile keeps its size, and what lies around stays', async () => {
    const plugin = await open()
    const order = await orderOf(plugin, 'Tiles')
    expect(shownOf(await plugin.ui.call('exportFile', order))).toEqual([`${LARGER}*${0.3 / 4}`])
    expect(imageOn(plugin, 'Tiles').scalingFactor).toBe(0.3)
  })

  test('what shows no such image is drawn as it is, and nothing is written down for it', async () => {
    const plugin = await open()
    const order = await orderOf(plugin, 'Dots')
    let kept: string[] | undefined
    painter.meanwhile = () => {
      kept = borrowedIn(plugin)
    }
    expect(isFile(await plugin.ui.call('exportFile', order))).toBe(true)
    expect(kept).toEqual([])
  })

  test('of a section what can be lent is larger, and the rest is counted: Figma’s sections take in what is copied', async () => {
    const plugin = await open()
    const before = json(plugin)
    const order = await orderOf(plugin, 'Chapter')
    const file = await plugin.ui.call('exportFile', order)
    expect(shownOf(file)).toEqual([LARGER, own(plugin)])
    expect(file).toMatchObject({ missed: 1 })
    expect(json(plugin)).toBe(before)
  })

  test('what was not lent is asked for, and is drawn without it only when that is said', async () => {
    const plugin = await open()
    const before = json(plugin)
    const order = { id: idOf(plugin, 'Card'), as: PNG, larger: [own(plugin)] }
    expect(await plugin.ui.call('exportFile', order)).toEqual({ needs: [own(plugin)] })
    const file = await plugin.ui.call('exportFile', { ...order, anyway: true })
    expect(file).toMatchObject({ missed: 2 })
    expect(shownOf(file)).toEqual([`${own(plugin)}*0.3`, own(plugin)])
    expect(json(plugin)).toBe(before)
  })
})

type Act = (plugin: OpenPlugin) => void

/** What the designer or a colleague does while Figma draws, each of which alone gives the document its text. */
const ACTS: Record<string, (editor: Editor) => void> = {
  'an undo and a redo': (editor) => {
    editor.undo()
    editor.redo()
  },
  'another layer is moved': (editor) => editor.move('Dots', { x: 7, y: 7 }),
  'another layer is painted by a colleague': (editor) => editor.colleague().setFills('Dots', [solid]),
  'another page is shown': (editor) => editor.showPage('Other'),
  'the selection changes': (editor) => editor.select(['Dots']),
}

describe.each(['Photo', 'Card', 'Patterned', 'Use', 'Main photo'])('while %s is drawn', (name) => {
  /** Acts in the middle of the first drawing, once. */
  async function drawnWhile(act: Act) {
    const plugin = await open()
    const order = await orderOf(plugin, name)
    const acted = new Promise<void>((resolve) => {
      painter.meanwhile = () => {
        painter.meanwhile = undefined
        act(plugin)
        resolve()
      }
    })
    const call = plugin.ui.call('exportFile', order)
    // Nobody waits for it where the plugin closes.
    call.catch(() => {})
    await acted
    return { plugin, order, call }
  }

  test.each(Object.entries(ACTS))('%s: the file is drawn, and the document is what that made of it', async (_, act) => {
    const alone = await open()
    act(alone.editor)
    const { plugin, call } = await drawnWhile(({ editor }) => act(editor))
    const shown = shownOf(await call)
    expect(shown.every((each) => each.startsWith(LARGER))).toBe(true)
    expectSame(plugin, alone)
    expect(borrowedIn(plugin)).toEqual([])
  })

  test('an undo: the file is drawn, and nothing more is taken back than the step before', async () => {
    const alone = await open()
    const before = json(alone)
    alone.editor.undo()
    const { plugin, call } = await drawnWhile(({ editor }) => editor.undo())
    expect(shownOf(await call).every((each) => each.startsWith(LARGER))).toBe(true)
    expect([before, json(alone)]).toContain(json(plugin))
    expect(borrowedIn(plugin)).toEqual([])
  })

  test('a stop: nothing is left', async () => {
    const plugin = await open()
    const before = json(plugin)
    const order = await orderOf(plugin, name)
    const stop = new AbortController()
    painter.meanwhile = () => stop.abort()
    await expect(plugin.ui.call('exportFile', order, { signal: stop.signal })).rejects.toMatchObject({
      fault: 'cancelled',
    })
    await settled(plugin)
    expect(json(plugin)).toBe(before)
    expect(borrowedIn(plugin)).toEqual([])
  })

  test('Figma cannot draw it: nothing is left', async () => {
    const plugin = await open()
    const before = json(plugin)
    const order = await orderOf(plugin, name)
    painter.meanwhile = () => {
      throw new Error('out of memory')
    }
    await expect(plugin.ui.call('exportFile', order)).rejects.toMatchObject({ fault: 'image' })
    expect(json(plugin)).toBe(before)
    expect(borrowedIn(plugin)).toEqual([])
  })

  test('the plugin is closed: nothing is left, at once', async () => {
    let before = ''
    let closed = ''
    const { plugin } = await drawnWhile((plugin) => {
      plugin.run.close()
      closed = json(plugin)
    })
    before = json(await open())
    await turns(40)
    expect(apart(closed, before)).toBe('nowhere')
    expect(json(plugin)).toBe(before)
  })

  test('the plugin is killed: the next start puts it back', async () => {
    const before = json(await open())
    let killed = ''
    const { plugin } = await drawnWhile((plugin) => {
      plugin.run.kill()
      killed = json(plugin)
    })
    await turns(40)
    expect(killed).not.toBe(before)
    const again = await plugins.startIn(plugin.editor)
    await settled(again)
    await turns(40)
    expect(json(again)).toBe(before)
    expect(borrowedIn(again)).toEqual([])
  })

  test('the layer is removed: it stays so', async () => {
    const alone = await open()
    alone.editor.remove(name)
    const { plugin, call } = await drawnWhile(({ editor }) => editor.remove(name))
    // Of a copy there is a file all the same.
    await call.catch(({ fault }) => expect(fault).toBe('layer'))
    expectSame(plugin, alone)
  })

  test('the storage is full: nothing is borrowed', async () => {
    const plugin = await open()
    const before = json(plugin)
    const order = await orderOf(plugin, name)
    await plugin.ui.call('saveSettings', { settings: 'x'.repeat(4_999_980) })
    await expect(plugin.ui.call('exportFile', order)).rejects.toMatchObject({ fault: 'storage' })
    expect(json(plugin)).toBe(before)
  })

  test('undo and redo afterwards never show what was borrowed', async () => {
    const { plugin, call } = await drawnWhile(({ editor }) => editor.move('Dots', { x: 7, y: 7 }))
    await call
    const turn = [...Array(3).fill('undo'), ...Array(3).fill('redo'), 'undo'] as ('undo' | 'redo')[]
    for (const step of turn) {
      plugin.editor[step]()
      await turns(20)
      expect(json(plugin)).not.toContain(LARGER)
    }
  })
})

describe.each(['Card', 'Use'])('at any moment of the export of %s', (name) => {
  /** Longer than the whole of it takes, but for the drawing, which lasts as long as it is held up. */
  const TURNS = Array.from({ length: 30 }, (_, turns) => turns)

  async function sweep(act: (plugin: OpenPlugin, stop: AbortController) => OpenPlugin | Promise<OpenPlugin>) {
    const seen = new Set<boolean>()
    for (const count of TURNS) {
      const plugin = await open()
      const before = json(plugin)
      const order = await orderOf(plugin, name)
      painter.meanwhile = () => turns(8)
      const stop = new AbortController()
      const call = plugin.ui.call('exportFile', order, { signal: stop.signal }).catch(() => {})
      await turns(count)
      seen.add(json(plugin) !== before)
      const after = await act(plugin, stop)
      if (!plugin.run.closed) await call
      if (!after.run.closed) await settled(after)
      await turns(40)
      expect(apart(json(after), before), `after ${count} turns`).toBe('nowhere')
      if (!after.run.closed) expect(borrowedIn(after)).toEqual([])
      plugin.run.close()
    }
    // It was tried with something borrowed, and without.
    expect(seen.size).toBe(2)
  }

  test('a stop leaves nothing', () =>
    sweep((plugin, stop) => {
      stop.abort()
      return plugin
    }))

  test('closing leaves nothing', () =>
    sweep((plugin) => {
      plugin.run.close()
      return plugin
    }))

  test('the start after a kill leaves nothing', () =>
    sweep((plugin) => {
      plugin.run.kill()
      return plugins.startIn(plugin.editor)
    }))

  test('what a colleague does and undoes leaves nothing', () =>
    sweep((plugin) => {
      const { x, y } = plugin.editor.layer('Dots')
      plugin.editor.colleague().move('Dots', { x: 3, y: 3 })
      plugin.editor.colleague().move('Dots', { x, y })
      return plugin
    }))
})

test('a paint that the designer adds while the layer is drawn stays', async () => {
  const plugin = await open()
  const order = await orderOf(plugin, 'Photo')
  painter.meanwhile = () => {
    painter.meanwhile = undefined
    plugin.editor.setFills('Photo', [...fillsOf(plugin, 'Photo'), solid] as never)
  }
  const before = fillsOf(plugin, 'Photo')
  expect(isFile(await plugin.ui.call('exportFile', order))).toBe(true)
  const after = fillsOf(plugin, 'Photo')
  expect(after.slice(0, -1)).toEqual(before)
  expect(after.at(-1)).toMatchObject({ type: 'SOLID' })
})

test('what was borrowed in another file stays written down until that is opened', async () => {
  const plugin = await open()
  const before = json(plugin)
  painter.meanwhile = () => plugin.run.kill()
  plugin.ui.call('exportFile', await orderOf(plugin, 'Card')).catch(() => {})
  await turns(40)
  painter.meanwhile = undefined
  const { storage } = plugin.run
  expect(Object.keys(storage)).toHaveLength(1)

  const other = await plugins.openWorld(
    { pages: [{ name: 'Page', layers: [layer('Photo', [photo()])] }], pictures: { red: red.bytes } },
    'edit',
  )
  expect(json(other)).toContain('Photo')
  const again = await plugins.startIn(plugin.editor)
  await settled(again)
  await turns(40)
  expect(json(again)).toBe(before)
})

/** What is left of a step that no longer changes anything is no difference. */
function expectSame(plugin: OpenPlugin, alone: OpenPlugin): void {
  expect(apart(json(plugin), json(alone))).toBe('nowhere')
}

/** Whatever the sandbox does is done when it answers. */
const settled = ({ ui }: OpenPlugin) => ui.call('readExports', {})

/** Where two texts part. */
function apart(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return one === other ? 'nowhere' : `${one.slice(Math.max(0, at - 300), at + 200)} | ${other.slice(at, at + 200)}`
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}
