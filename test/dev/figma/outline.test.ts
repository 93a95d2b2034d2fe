import { expect, test } from 'vitest'
import { box, openFigma } from './open-figma.ts'

const group = (name: string) => box(name, { type: 'FRAME', children: [box(`${name} inside`)] })

test('an outline has what a list of layers shows, lowest first', async () => {
  const { editor } = await openFigma({ layers: [group('A'), box('B', { visible: false, locked: true })] })
  const inner = {
    id: expect.any(String),
    name: 'A inside',
    type: 'RECTANGLE',
    visible: true,
    locked: false,
    children: [],
  }
  expect(editor.outline()).toEqual([
    { id: expect.any(String), name: 'A', type: 'FRAME', visible: true, locked: false, children: [inner] },
    { id: expect.any(String), name: 'B', type: 'RECTANGLE', visible: false, locked: true, children: [] },
  ])
})

test('a change that no list shows leaves the outline the same object', async () => {
  const { editor } = await openFigma({ layers: [group('A')] })
  const before = editor.outline()
  editor.setFills('A', [])
  editor.move('A inside', { x: 5, y: 5 })
  expect(editor.outline()).toBe(before)
})

test('a change makes new only what it is in', async () => {
  const { editor } = await openFigma({ layers: [group('A'), group('B')] })
  const [a, b] = editor.outline()
  editor.rename('A inside', 'Other')
  const [changed, still] = editor.outline()
  expect(changed).not.toBe(a)
  expect(changed?.children[0]?.name).toBe('Other')
  expect(still).toBe(b)
})

test('undo brings back the outline that was', async () => {
  const { editor } = await openFigma({ layers: [group('A'), group('B')] })
  const before = editor.outline()
  editor.remove('B')
  expect(editor.outline()).toHaveLength(1)
  editor.undo()
  expect(editor.outline()).toEqual(before)
})
