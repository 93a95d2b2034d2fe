import { expect, test } from 'vitest'
import { box, openFigma } from './open-figma.ts'

const BOX = `const layer = figma.currentPage.findOne((node) => node.name === 'Box');`
const text = (editor: { json(): unknown }) => JSON.stringify(editor.json())

test('what a plugin does without a commit goes back together', async () => {
  const { editor, ask } = await openFigma()
  const before = text(editor)
  await ask(`figma.createRectangle(); figma.createEllipse()`)
  expect(editor.undo()).toBe(true)
  expect(text(editor)).toBe(before)
  expect(editor.undo()).toBe(false)
})

test('commitUndo parts steps', async () => {
  const { editor, ask } = await openFigma()
  await ask(`figma.createRectangle(); figma.commitUndo(); figma.createEllipse()`)
  editor.undo()
  expect(editor.json().pages[0]!.children.map(({ name }) => name)).toEqual(['Box', 'Rectangle'])
})

test('undo and redo cover fills, geometry, tree and plugin data, byte for byte', async () => {
  const frame = box('Frame', { type: 'FRAME', children: [box('Box')] })
  const { editor, ask } = await openFigma({ layers: [frame] })
  const before = text(editor)
  await ask(`${BOX} layer.fills = []; layer.x = 9; layer.rotation = 30; layer.setPluginData('a', '1')
    layer.setRelaunchData({ again: '' }); figma.currentPage.appendChild(layer); layer.resize(5, 5); layer.clone(); figma.createFrame()`)
  const after = text(editor)
  expect(after).not.toBe(before)
  editor.undo()
  expect(text(editor)).toBe(before)
  expect(editor.redo()).toBe(true)
  expect(text(editor)).toBe(after)
})

test('a layer that undo brings back is the one that the plugin holds', async () => {
  const { editor, start } = await openFigma()
  const run = await start(
    `${BOX} layer.remove(); figma.commitUndo(); figma.triggerUndo(); console.log(layer.removed, layer.name)`,
  )
  expect(run.logs[0]!.values).toEqual([false, 'Box'])
  expect(editor.layer('Box').name).toBe('Box')
})

test('each of a designer’s actions is a step', async () => {
  const { editor } = await openFigma()
  const states = [text(editor)]
  const actions = [
    () => editor.move('Box', { x: 3, y: 4 }),
    () => editor.resize('Box', { width: 30, height: 40 }),
    () => editor.rename('Box', 'Crate'),
    () => editor.setFills('Crate', []),
    () => editor.setVisible('Crate', false),
    () => editor.remove('Crate'),
  ]
  for (const act of actions) {
    act()
    states.push(text(editor))
  }
  expect(new Set(states).size).toBe(actions.length + 1)
  for (const state of states.toReversed().slice(1)) {
    editor.undo()
    expect(text(editor)).toBe(state)
  }
})

test('a designer’s action takes what a plugin did not commit into its own step', async () => {
  const { editor, start } = await openFigma()
  const before = text(editor)
  await start(`${BOX} layer.x = 50`)
  editor.rename('Box', 'Crate')
  editor.undo()
  expect(text(editor)).toBe(before)
})

test('what a plugin did is kept apart from what the designer did, where it commits before and after', async () => {
  const { editor, start } = await openFigma()
  editor.rename('Box', 'Crate')
  await start(`figma.commitUndo(); figma.currentPage.children[0].x = 50; figma.commitUndo()`)
  editor.undo()
  expect(editor.layer('Crate').x).toBe(0)
})

test('doing and undoing in one go is no step', async () => {
  const { editor, ask } = await openFigma()
  await ask(`${BOX} const copy = layer.clone(); copy.remove(); figma.commitUndo()`)
  expect(editor.undo()).toBe(false)
})

test('a new step ends redo', async () => {
  const { editor } = await openFigma()
  editor.rename('Box', 'Crate')
  editor.undo()
  editor.rename('Box', 'Chest')
  expect(editor.redo()).toBe(false)
})
