import { expect, test } from 'vitest'
import type { OutlineLayer } from '../../../dev/figma/editor.ts'
import { linesOf, selectionAfter } from '../../../dev/host/layer-lines.ts'

const layer = (id: string, children: OutlineLayer[] = [], visible = true): OutlineLayer => ({
  ...{ id, name: id, type: 'FRAME', visible, locked: false, children },
})

const tree = [layer('a', [layer('b'), layer('c')]), layer('d', [], false)]

test('the topmost layer is listed first, with what lies in it below it', () => {
  expect(linesOf(tree, new Set()).map(({ layer: { id }, level }) => `${id}${level}`)).toEqual(['d1', 'a1', 'c2', 'b2'])
})

test('a folded layer hides what lies in it', () => {
  const lines = linesOf(tree, new Set(['a']))
  expect(lines.map(({ layer: { id } }) => id)).toEqual(['d', 'a'])
  expect(lines.map(({ expanded }) => expanded)).toEqual([undefined, false])
})

test('a click selects one layer; with Shift it adds and takes away', () => {
  const selected = new Set(['a', 'b'])
  expect(selectionAfter(selected, 'c', false)).toEqual(['c'])
  expect(selectionAfter(selected, 'c', true)).toEqual(['a', 'b', 'c'])
  expect(selectionAfter(selected, 'b', true)).toEqual(['a'])
})

test('a click beside everything deselects, but not with Shift', () => {
  expect(selectionAfter(new Set(['a']), undefined, false)).toEqual([])
  expect(selectionAfter(new Set(['a']), undefined, true)).toEqual(['a'])
})
