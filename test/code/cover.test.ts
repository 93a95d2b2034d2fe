import { expect, test } from 'vitest'
import { coversAmong } from '../../src/code/place/cover.ts'

// Which rectangle covers which layer, after a designer has copied one, the other or both.

interface Fake {
  id: string
  mark?: string
  x?: number
}

/** A parent with these layers, lowest first; all are 10 × 10 px at `x`. */
function parentOf(...layers: Fake[]) {
  const parent = { id: 'parent', children: [] as object[], findAllWithCriteria: () => [] as object[] }
  parent.children = layers.map(({ id, mark = '', x = 0 }) => ({
    ...{ id, parent, mark, width: 10, height: 10, getPluginData: () => mark },
    absoluteTransform: [
      [1, 0, x],
      [0, 1, 0],
    ],
  }))
  parent.findAllWithCriteria = () => parent.children.filter((child) => (child as Fake).mark !== '')
  return parent as never
}

const covers = (...layers: Fake[]) => [...coversAmong(parentOf(...layers))].map(([id, cover]) => `${cover.id} on ${id}`)

test('a cover is for the layer that its mark names', () => {
  expect(covers({ id: 'a' }, { id: 'b' }, { id: 'cover', mark: 'a' })).toEqual(['cover on a'])
})

test('a layer and its cover that were copied together belong together', () => {
  const copies = [{ id: 'copy' }, { id: 'its cover', mark: 'a' }]
  expect(covers({ id: 'a' }, { id: 'cover', mark: 'a' }, ...copies)).toEqual(['cover on a', 'its cover on copy'])
})

test('both copied elsewhere, or made a component with another id, still belong together', () => {
  expect(covers({ id: 'copy', x: 500 }, { id: 'its cover', mark: 'a', x: 500 })).toEqual(['its cover on copy'])
})

test('a layer that was copied without its cover has none', () => {
  expect(covers({ id: 'a' }, { id: 'copy' }, { id: 'cover', mark: 'a' })).toEqual(['cover on a'])
})

test('a cover that was copied without its layer covers nothing', () => {
  expect(covers({ id: 'a' }, { id: 'cover', mark: 'a' }, { id: 'copy', mark: 'a' })).toEqual(['cover on a'])
})

test('a cover that was moved away, or put below, covers nothing', () => {
  expect(covers({ id: 'a' }, { id: 'cover', mark: 'a', x: 40 })).toEqual([])
  expect(covers({ id: 'cover', mark: 'a' }, { id: 'a' })).toEqual([])
})
