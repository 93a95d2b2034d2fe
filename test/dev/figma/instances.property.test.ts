import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyLayer } from '../../../dev/figma/document/copy-layer.ts'
import { copyContent } from '../../../dev/figma/document/instances/copy-content.ts'
import { detach } from '../../../dev/figma/document/instances/detach.ts'
import { removeOverrides } from '../../../dev/figma/document/instances/overrides.ts'
import { removeLayer } from '../../../dev/figma/document/instances/remove-layer.ts'
import { setProperties } from '../../../dev/figma/document/instances/set-properties.ts'
import { swapMain } from '../../../dev/figma/document/instances/swap.ts'
import { OpenDocument } from '../../../dev/figma/document/open-document.ts'
import { resizeLayer } from '../../../dev/figma/document/resize-layer.ts'
import { settle } from '../../../dev/figma/document/settle.ts'
import { moveNode } from '../../../dev/figma/document/structure.ts'
import { documentJson } from '../../../dev/figma/document/to-json.ts'
import { ROOT } from '../../../dev/figma/document/tree.ts'
import { assertPlacedFreely, keepSize, writeLayer } from '../../../dev/figma/document/write-layer.ts'
import { FigmaError } from '../../../dev/figma/errors.ts'
import { buttons, card, instance } from './component-worlds.ts'
import { box } from './open-figma.ts'

const LAYERS = [
  card(),
  buttons(),
  card({
    name: 'Row',
    autoLayout: { mode: 'HORIZONTAL', itemSpacing: 4 },
    children: [instance('Icon', 'Card'), box('Label', { type: 'TEXT', text: { characters: 'Go' } })],
  }),
  card({
    name: 'Page',
    children: [instance('First', 'Row'), box('Group', { type: 'GROUP', children: [instance('Key', 'Button')] })],
  }),
  instance('One', 'Page'),
  box('Frame', { type: 'FRAME', children: [instance('Two', 'Row'), instance('Three', 'Button')] }),
]

const act = fc.record({
  verb: fc.constantFrom(
    'opacity',
    'visible',
    'move',
    'resize',
    'put',
    'remove',
    'copy',
    'swap',
    'variant',
    'reset',
    'detach',
    'undo',
    'text',
  ),
  at: fc.nat(200),
  to: fc.nat(200),
  value: fc.integer({ min: 1, max: 300 }),
})

test('whatever is done to components and instances, instances are what their components make of them, and undo leads back', () => {
  const property = fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
    const document = new OpenDocument({ id: 'w', title: 'W', pictures: {}, pages: [{ name: 'P', layers: LAYERS }] })
    const before = JSON.stringify(documentJson(document.tree))
    for (const one of acts) {
      try {
        perform(document, one)
      } catch (error) {
        if (!(error instanceof FigmaError)) throw error
      }
      settle(document.tree)
      document.history.commit()
      expectFaithful(document)
    }
    while (document.history.undo());
    expect(JSON.stringify(documentJson(document.tree))).toBe(before)
  })
  fc.assert(property, { numRuns: 150 })
}, 120_000)

function perform(
  document: OpenDocument,
  { verb, at, to, value }: { verb: string; at: number; to: number; value: number },
) {
  const { tree } = document
  const layers = [...tree.inside(document.pageId)]
  const [layer, other] = [layers[at % layers.length], layers[to % layers.length]]
  if (verb === 'undo') return void document.history.undo()
  if (!layer || !other) return
  const components = [...tree.all()].filter(({ type }) => type === 'COMPONENT')
  const main = components[to % components.length]!
  if (verb === 'opacity') return writeLayer(tree, layer.id, { opacity: value / 300 })
  if (verb === 'visible') return writeLayer(tree, layer.id, { visible: value % 2 === 0 })
  if (verb === 'text' && layer.text)
    return writeLayer(tree, layer.id, { text: { ...layer.text, characters: 'x'.repeat(value / 10) } })
  if (verb === 'move') {
    return writeLayer(tree, layer.id, {
      transform: [
        [1, 0, value],
        [0, 1, value / 2],
      ],
    })
  }
  if (verb === 'resize') {
    assertPlacedFreely(tree, layer.id)
    resizeLayer(tree, layer.id, { width: value, height: value })
    return keepSize(tree, layer.id)
  }
  if (verb === 'put') return moveNode(tree, layer.id, other.id, 0)
  if (verb === 'remove') return removeLayer(tree, layer.id)
  if (verb === 'copy') return void copyLayer(tree, layer.id, document.pageId)
  if (!layer.instance) return
  if (verb === 'swap') {
    if ([...tree.chain(layer.id)].some(({ id }) => id === main.id || showsIn(document, main.id, id))) return
    return swapMain(tree, layer.id, main.id, { keeps: value % 2 === 0 })
  }
  if (verb === 'variant') return setProperties(tree, layer.id, { State: value % 2 === 0 ? 'Rest' : 'Hover' })
  if (verb === 'reset') return removeOverrides(tree, layer.id)
  if (verb === 'detach') return void detach(tree, layer.id)
}

/** Whether a component shows another, which may then not show it. */
const showsIn = ({ tree }: OpenDocument, mainId: string, id: string) =>
  [...tree.inside(mainId)].some(({ instance: shown }) => shown?.mainId === id)

/** Copying once more what instances follow changes nothing, and the tree holds together. */
function expectFaithful({ tree }: OpenDocument) {
  for (const record of [...tree.all()]) {
    for (const childId of record.childIds) expect(tree.get(childId).parentId).toBe(record.id)
    if (record.parentId && record.id !== ROOT) expect(tree.get(record.parentId).childIds).toContain(record.id)
    if (!record.mirror || !tree.find(record.mirror.of)) continue
    const surplus = new Set<string>()
    copyContent(tree, record.id, surplus)
    expect(surplus.size).toBe(0)
  }
  expect([...tree.takeTouched()]).toEqual([])
}
