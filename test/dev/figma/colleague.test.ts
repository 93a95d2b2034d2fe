import { expect, test } from 'vitest'
import { soon } from '../../../dev/figma/later.ts'
import { box, openFigma, SOLID } from './open-figma.ts'

const BOX = `const layer = figma.currentPage.findOne((node) => node.name === 'Box');`
const BLUE = { type: 'SOLID', color: { r: 0, g: 0, b: 1 } } as const
const text = (editor: { json(): unknown }) => JSON.stringify(editor.json())
const names = (editor: { json(): { pages: { children: { name: string }[] }[] } }) =>
  editor.json().pages[0]!.children.map(({ name }) => name)

test('what a colleague did is not a step of ours', async () => {
  const { editor } = await openFigma()
  editor.colleague().rename('Box', 'Theirs')
  expect(editor.undo()).toBe(false)
  expect(editor.layer('Theirs').name).toBe('Theirs')
})

test('our undo takes back our fields and leaves theirs', async () => {
  const { editor } = await openFigma()
  editor.setFills('Box', [])
  editor.colleague().move('Box', { x: 70, y: 80 })
  editor.undo()
  expect(editor.layer('Box')).toMatchObject({ x: 70, y: 80, fills: [SOLID] })
})

test('what they wrote over a field of ours stays, and redo changes nothing of it', async () => {
  const { editor } = await openFigma()
  editor.rename('Box', 'Ours')
  editor.setVisible('Ours', false)
  editor.colleague().rename('Ours', 'Theirs')
  const now = text(editor)
  editor.undo()
  expect(editor.undo()).toBe(false)
  expect(editor.layer('Theirs').visible).toBe(true)
  expect(editor.redo()).toBe(true)
  expect(text(editor)).toBe(now)
})

test('a step on a layer that they removed is skipped for the one before it', async () => {
  const { editor } = await openFigma({ layers: [box('Box'), box('Other')] })
  editor.move('Other', { x: 5, y: 5 })
  editor.rename('Box', 'Crate')
  editor.colleague().remove('Crate')
  expect(editor.undo()).toBe(true)
  expect(editor.layer('Other').x).toBe(0)
  expect(names(editor)).toEqual(['Other'])
})

test('what they did between two edits of ours that make one step stays too', async () => {
  const { editor, start } = await openFigma()
  const run = await start(`${BOX} layer.x = 10; layer.opacity = 0.5; figma.showUI('')
    figma.ui.onmessage = () => { layer.x = 30 }`)
  editor.colleague().move('Box', { x: 20, y: 0 })
  run.fromUi('on')
  await soon()
  expect(editor.layer('Box').x).toBe(30)
  editor.undo()
  expect(editor.layer('Box')).toMatchObject({ x: 20, opacity: 1 })
})

test('a layer comes back to its place among those that they added and removed', async () => {
  const { editor } = await openFigma({ layers: ['A', 'B', 'C', 'D'].map((name) => box(name)) })
  const bytes = Uint8Array.from(atob(DOT), (character) => character.charCodeAt(0))
  editor.remove('C')
  editor.colleague().remove('B')
  editor.colleague().addImage('New', bytes, { width: 1, height: 1 })
  editor.undo()
  expect(names(editor)).toEqual(['A', 'C', 'D', 'New'])
  editor.redo()
  expect(names(editor)).toEqual(['A', 'D', 'New'])
})

test('what lay in something that they removed does not come back without it', async () => {
  const frame = box('Frame', { type: 'FRAME', children: [box('Inside')] })
  const { editor } = await openFigma({ layers: [frame] })
  editor.remove('Inside')
  editor.colleague().remove('Frame')
  const now = text(editor)
  expect(editor.undo()).toBe(false)
  expect(text(editor)).toBe(now)
})

test('a layer that we moved out of what they removed stays where it is', async () => {
  const frame = box('Frame', { type: 'FRAME', children: [box('Inside')] })
  const { editor, ask } = await openFigma({ layers: [frame] })
  await ask(`const frame = figma.currentPage.children[0]; figma.currentPage.appendChild(frame.children[0])`)
  editor.colleague().remove('Frame')
  editor.undo()
  expect(names(editor)).toEqual(['Inside'])
})

test('plugin data of ours goes and theirs under another key stays', async () => {
  const { editor, ask } = await openFigma()
  await ask(`${BOX} layer.setPluginData('ours', '1')`)
  editor.rename('Box', 'Crate')
  editor.colleague().setFills('Crate', [BLUE])
  editor.undo()
  editor.undo()
  expect(editor.layer('Box').pluginData).toEqual({})
  expect(editor.layer('Box').fills).toMatchObject([BLUE])
})

test('a plugin is told whose changes they were, in the order in which they came', async () => {
  const { editor, start } = await openFigma()
  const run = await start(`figma.currentPage.on('nodechange', ({ nodeChanges }) =>
    console.log(nodeChanges.map(({ type, origin, properties }) => [type, origin, ...(properties || [])].join(' '))))`)
  editor.rename('Box', 'Crate')
  editor.colleague().setFills('Crate', [])
  editor.setVisible('Crate', false)
  editor.colleague().remove('Crate')
  await soon()
  expect(run.logs.map(({ values }) => values[0])).toEqual([
    ['PROPERTY_CHANGE LOCAL name', 'PROPERTY_CHANGE REMOTE fills', 'PROPERTY_CHANGE LOCAL visible', 'DELETE REMOTE'],
  ])
})

test('what they remove is no longer selected here', async () => {
  const { editor } = await openFigma()
  editor.select(['Box'])
  editor.colleague().remove('Box')
  expect(editor.selection()).toEqual([])
})

test('two editors share nothing', async () => {
  const [one, two] = await Promise.all([openFigma(), openFigma()])
  const code = (word: string) => `figma.on('selectionchange', () => console.log('${word} selection'))
    figma.currentPage.children[0].name = '${word}'
    figma.clientStorage.setAsync('word', '${word}').then(() => figma.clientStorage.getAsync('word')).then((value) => console.log(value))`
  const [first, second] = await Promise.all([one.start(code('one')), two.start(code('two'))])
  one.editor.select(['one'])
  await soon()
  await soon()
  await soon()
  expect([...first.logs].map(({ values }) => values[0]).sort()).toEqual(['one', 'one selection'])
  expect(second.logs.map(({ values }) => values[0])).toEqual(['two'])
  one.editor.undo()
  expect(one.editor.layer('Box').name).toBe('Box')
  expect(two.editor.layer('two').name).toBe('two')
  expect(first.closed || second.closed).toBe(false)
})

/** A PNG of one pixel. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
