import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LayerRecord } from '../../../dev/figma/document/layer-record.ts'
import { OpenDocument } from '../../../dev/figma/document/open-document.ts'
import { settle } from '../../../dev/figma/document/settle.ts'
import { documentJson } from '../../../dev/figma/document/to-json.ts'
import { ROOT } from '../../../dev/figma/document/tree.ts'
import { box, SOLID } from './open-figma.ts'

// Undo and redo of anything, alone and with a colleague who does anything in between.

const LAYERS = [
  box('A'),
  box('F', { type: 'FRAME', children: [box('B'), box('G', { type: 'FRAME', children: [box('C')] })] }),
  box('D'),
]

interface Action {
  kind: 'rename' | 'fill' | 'move' | 'data' | 'make' | 'remove' | 'reparent' | 'reorder'
  /** Which layers are meant, as places in the list of those that there are. */
  at: number
  to: number
  value: number
}

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('rename', 'fill', 'move', 'data', 'make', 'remove', 'reparent', 'reorder'),
  at: fc.nat(20),
  to: fc.nat(20),
  value: fc.nat(3),
})

const openLayers = () => new OpenDocument({ id: 'w', title: 'W', pages: [{ name: 'P', layers: LAYERS }], pictures: {} })

const layersOf = ({ tree, pageId }: OpenDocument) => [...tree.inside(pageId)]
const text = ({ tree }: OpenDocument) => JSON.stringify(documentJson(tree))

/** Does one thing, if it can be done. Returns the fields that it wrote, by layer. */
function act(document: OpenDocument, { kind, at, to, value }: Action, who: string): [string, Partial<LayerRecord>][] {
  const { tree, pageId } = document
  const layers = layersOf(document)
  const layer = layers[at % Math.max(1, layers.length)]
  const holders = [pageId, ...layers.filter(({ type }) => type === 'FRAME').map(({ id }) => id)]
  const holder = holders[to % holders.length]!
  if (kind === 'make') {
    tree.create(holder, { type: 'RECTANGLE', name: `${who} ${value}`, width: 10, height: 10 })
    return []
  }
  if (!layer) return []
  const write = (part: Partial<LayerRecord>): [string, Partial<LayerRecord>][] => {
    const isNew = JSON.stringify({ ...layer, ...part }) !== JSON.stringify(layer)
    tree.change(layer.id, part)
    // To write what is there already changes nothing, so there is nothing that could stay.
    return isNew ? [[layer.id, part]] : []
  }
  const fits = ![...tree.chain(holder)].some(({ id }) => id === layer.id)
  switch (kind) {
    case 'rename':
      return write({ name: `${who} ${value}` })
    case 'fill':
      return write({ fills: value === 0 ? [] : [{ ...SOLID, opacity: value / 4 }] })
    case 'move':
      return write({
        transform: [
          [1, 0, value],
          [0, 1, to],
        ],
      })
    case 'data':
      tree.change(layer.id, { pluginData: { ...layer.pluginData, [who]: { key: `${value}` } } })
      return []
    case 'remove':
      tree.remove(layer.id)
      return []
    case 'reparent':
      if (fits) tree.move(layer.id, holder, value)
      return []
    case 'reorder':
      tree.move(layer.id, layer.parentId!, to % (tree.get(layer.parentId!).childIds.length + 1))
      return []
  }
}

function assertSound({ tree }: OpenDocument) {
  const reached = [...tree.inside(ROOT)].map(({ id }) => id)
  expect(new Set(reached).size).toBe(reached.length)
  for (const { id, childIds } of tree.all()) for (const childId of childIds) expect(tree.get(childId).parentId).toBe(id)
  const nodes = [...tree.all()].filter(({ parentId }) => parentId !== null)
  expect(nodes.map(({ id }) => id).sort()).toEqual(reached.sort())
}

test('every step goes back and comes again, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (steps) => {
      const document = openLayers()
      const states = [text(document)]
      for (const step of steps) {
        for (const one of step) act(document, one, 'us')
        document.history.commit()
        if (text(document) !== states.at(-1)) states.push(text(document))
      }
      for (const state of states.toReversed().slice(1)) {
        expect(document.history.undo()).toBe(true)
        expect(text(document)).toBe(state)
      }
      expect(document.history.undo()).toBe(false)
      for (const state of states.slice(1)) {
        expect(document.history.redo()).toBe(true)
        expect(text(document)).toBe(state)
      }
      assertSound(document)
    }),
    RUNS,
  )
})

test('undo of everything leaves what a colleague wrote last, and redo of everything gives it all back', () => {
  const turns = fc.array(fc.record({ who: fc.constantFrom('us', 'them'), action, closes: fc.boolean() }), {
    maxLength: 16,
  })
  fc.assert(
    fc.property(turns, (all) => {
      const document = openLayers()
      const { tree, history } = document
      const theirs = new Map<string, unknown>()
      const ours = new Map<string, string>()
      for (const { who, action: one, closes } of all) {
        const written = who === 'us' ? act(document, one, who) : fromAfar(document, one)
        for (const [id, part] of written) {
          for (const [name, value] of Object.entries(part)) {
            const key = `${id} ${name}`
            // What they turned back in one go to what we had left is ours to take back.
            if (who === 'them' && JSON.stringify(value) !== ours.get(key)) theirs.set(key, value)
            else theirs.delete(key)
            if (who === 'us') ours.set(key, JSON.stringify(value))
          }
        }
        if (closes) history.commit()
      }
      history.commit()
      const end = text(document)
      let undone = 0
      while (history.undo()) undone++
      assertSound(document)
      for (const [key, value] of theirs) {
        const [id, name] = key.split(' ') as [string, keyof LayerRecord]
        const record = tree.find(id)
        if (record) expect({ [key]: record[name] }).toEqual({ [key]: value })
      }
      for (let step = 0; step < undone; step++) expect(history.redo()).toBe(true)
      expect(text(document)).toBe(end)
      assertSound(document)
    }),
    RUNS,
  )
})

function fromAfar(document: OpenDocument, one: Action) {
  settle(document.tree)
  return document.tree.by('REMOTE', () => {
    const written = act(document, one, 'them')
    settle(document.tree)
    return written
  })
}

const RUNS = { numRuns: 300 }
