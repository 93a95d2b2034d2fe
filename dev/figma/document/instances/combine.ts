import { FigmaError } from '../../errors.ts'
import { absoluteTransform } from '../bounds.ts'
import { boxOf, combined, IDENTITY, inverse, movedTo, union } from '../geometry.ts'
import type { LayerRecord } from '../layer-record.ts'
import { moveInPlace, spaceOf } from '../move-in-place.ts'
import { PLAIN_STROKE } from '../parts/stroke.ts'
import { assertCanMove } from '../structure.ts'
import type { Tree } from '../tree.ts'
import { freshComponent } from './make-component.ts'

/**
 * A set of these components, with the box around them (T:1835). They stay where they are, and so do their names: what says
 * no `Property=Value` leaves the set with errors. Refusals in Figma's words (docs, figma.combineAsVariants).
 */
export function combine(tree: Tree, ids: readonly string[], parentId: string, index?: number): string {
  const parent = tree.get(parentId)
  const layers = ids.map((id) => tree.get(id))
  assertCombinable(tree, layers, parent)
  if ((index ?? 0) > parent.childIds.length) {
    throw new FigmaError('Cannot insert node at index greater than the number of existing siblings')
  }
  const back = inverse(spaceOf(tree, parentId)) ?? IDENTITY
  const places = layers.map(({ id }) => combined(back, absoluteTransform(tree, id)))
  const box = layers.map((layer, at) => boxOf(places[at]!, layer)).reduce((sum, next) => union(sum, next)!)
  const { width, height } = box
  const own = { type: 'COMPONENT_SET' as const, name: commonName(layers), width, height }
  const { id } = tree.create(parentId, { ...own, ...LOOK, transform: movedTo(IDENTITY, box) })
  tree.change(id, { component: freshComponent(id) })
  if (index !== undefined) tree.move(id, parentId, index)
  for (const [at, layer] of layers.entries()) moveInPlace(tree, layer.id, id, at)
  return id
}

function assertCombinable(tree: Tree, layers: readonly LayerRecord[], parent: LayerRecord): void {
  if (layers.length === 0) throw new FigmaError('First argument must be an array of at least one node')
  if (layers.some(({ type }) => type !== 'COMPONENT')) {
    throw new FigmaError('Cannot move node. A COMPONENT_SET node cannot have children of type other than COMPONENT')
  }
  for (const layer of layers) assertCanMove(tree, layer.id, parent.id)
  // Not said by Figma in these words: a set lies in a page, a section, a frame or a group.
  if (parent.type === 'COMPONENT_SET')
    throw new FigmaError('Cannot move node. Reparenting would create a component set cycle')
  const pageId = tree.pageOf(parent.id)?.id
  if (layers.some(({ id }) => tree.pageOf(id)?.id !== pageId)) {
    throw new FigmaError('Grouped nodes must be in the same page as the parent')
  }
}

/** What the names say before their last slash, as in `Button/Primary`; otherwise a name of Figma's. */
function commonName(layers: readonly LayerRecord[]): string {
  const starts = new Set(layers.map(({ name }) => name.split('/').slice(0, -1).join('/').trim()))
  const [start = ''] = starts
  return starts.size === 1 && start !== '' ? start : 'Component 1'
}

/** How Figma outlines a set: 1 px inside, dashed, #9747FF. */
const LOOK = {
  strokes: [
    {
      type: 'SOLID',
      visible: true,
      opacity: 1,
      blendMode: 'NORMAL',
      color: { r: 151 / 255, g: 71 / 255, b: 1 },
      boundVariables: {},
    },
  ],
  stroke: { ...PLAIN_STROKE, dashes: [10, 5] },
  cornerRadius: 5,
  clipsContent: true,
} satisfies Partial<LayerRecord>
