import { afterAll, expect, test } from 'vitest'
import { createEditor } from '../../dev/figma/create-editor.ts'
import { noPainter } from '../../dev/figma/no-painter.ts'
import { pluginBuilder } from '../harness/plugin.ts'

// How large the panel opens, and how it is made larger.

const plugins = pluginBuilder()
afterAll(plugins.close)

/** px: the simulated Figma shows a page in 1280 × 720, and a panel has a title bar. */
const LEFT_OF_720 = 672

async function open(storage?: Record<string, unknown>, command = 'edit') {
  const editor = await createEditor({ painter: noPainter })
  editor.open({ id: 'test', title: 'Test', pages: [{ name: 'Page', layers: [] }], pictures: {} })
  const plugin = await plugins.startIn(editor, command, '', storage)
  await plugin.ui.call('start', {})
  return plugin
}

test('the first panel opens at the usual size, the next ones as the last was left', async () => {
  const first = await open()
  expect(first.window).toMatchObject({ width: 360, height: 640 })
  await first.ui.call('resizePanel', { width: 512, height: 600, keep: true })
  expect(first.window).toMatchObject({ width: 512, height: 600 })
  expect(first.run.storage).toEqual({ 'panel size': { width: 512, height: 600 } })
  expect((await open(first.run.storage)).window).toMatchObject({ visible: true, width: 512, height: 600 })
})

test('while it is dragged nothing is written', async () => {
  const { ui, run, window } = await open()
  for (const width of [361, 362, 400]) await ui.call('resizePanel', { width, height: 640, keep: false })
  expect(window).toMatchObject({ width: 400, height: 640 })
  expect(run.storage).toEqual({})
})

test.each([
  [
    { width: 1, height: 2 },
    { width: 300, height: 400 },
  ],
  [
    { width: 9000, height: 1e9 },
    { width: 1200, height: 1200 },
  ],
  [
    { width: 400.4, height: 500.6 },
    { width: 400, height: 501 },
  ],
])('a wish for %j comes to %j', async (wanted, size) => {
  const { ui, window, run } = await open()
  await ui.call('resizePanel', { ...wanted, keep: true })
  expect(window).toMatchObject(size)
  expect(run.storage).toEqual({ 'panel size': size })
  const { width, height } = size
  const seen = { width, height: Math.min(height, LEFT_OF_720) }
  expect((await open({ 'panel size': wanted })).window).toMatchObject(seen)
})

test('one that was left on a larger screen opens with its corner in reach, and is kept for that screen', async () => {
  const kept = { 'panel size': { width: 1100, height: 1100 } }
  const { window, run } = await open(kept)
  expect(window).toMatchObject({ width: 1100, height: LEFT_OF_720 })
  expect(run.storage).toEqual(kept)
})

test.each([
  [null],
  ['large'],
  [[400, 500]],
  [{ width: 500 }],
  [{ width: '500', height: 600 }],
  [{ width: null, height: 600 }],
])('what is kept as %j counts as nothing', async (kept) => {
  const { window, editor } = await open({ 'panel size': kept })
  expect(window).toMatchObject({ visible: true, width: 360, height: 640 })
  expect(editor.errors()).toEqual([])
})

test('a hidden panel stays hidden, and shows at the size that was kept', async () => {
  const { ui, window } = await open({ 'panel size': { width: 500, height: 600 } }, 'again')
  expect(window).toMatchObject({ visible: false, width: 500, height: 600 })
  await ui.call('showPanel', {})
  expect(window).toMatchObject({ visible: true, width: 500, height: 600 })
})

test('where storage is full the panel is resized all the same', async () => {
  const full = await open({ other: 'x'.repeat(4_999_990) })
  await full.ui.call('resizePanel', { width: 500, height: 600, keep: true })
  expect(full.window).toMatchObject({ width: 500, height: 600 })
  expect(full.editor.errors()).toEqual([])
})
