import { FigmaError } from '../errors.ts'
import { assertMayMove } from './instances/may-move.ts'
import type { LayerRecord } from './layer-record.ts'
import { ROOT, type Tree } from './tree.ts'

/**
 * Throws if a node cannot lie in a parent, in Figma's words and in the order of its documentation (appendChild, group).
 * It quotes none for sections, which lie only on pages and in sections.
 */
export function assertCanMove(tree: Tree, id: string, parentId: string): void {
  const [node, parent] = [tree.get(id), tree.get(parentId)]
  const wrong = obstacleTo(tree, node, parent)
  if (wrong) throw new FigmaError(`Cannot move node. ${wrong}`)
  assertMayMove(tree, node, parent)
  const misplaced = obstacleOfSections(node, parent)
  if (misplaced) throw new FigmaError(`Cannot move node. ${misplaced}`)
}

function obstacleTo(tree: Tree, node: LayerRecord, parent: LayerRecord): string | undefined {
  const isRoot = parent.id === ROOT
  if (node.id === ROOT) return 'Node is the scene root, which cannot be reparented'
  if ([...tree.chain(parent.id)].some(({ id }) => id === node.id)) return 'Doing so would create a parenting cycle'
  if (isRoot && node.type !== 'PAGE') return 'The root node cannot have children of type other than PAGE'
  if (!isRoot && node.type === 'PAGE') return 'Nodes other than the root node cannot have children of type PAGE'
  return HOLDERS.has(parent.type) ? undefined : 'New parent is of a type that cannot have children'
}

function obstacleOfSections({ type }: LayerRecord, parent: LayerRecord): string | undefined {
  if (type !== 'SECTION' || parent.type === 'PAGE' || parent.type === 'SECTION') return undefined
  return `A ${parent.type} node cannot have children of type SECTION`
}

/** Moves a node within the document, if it may go there. `index` as for Tree.move. Its place is kept as it is told. */
export function moveNode(tree: Tree, id: string, parentId: string, index: number): void {
  assertCanMove(tree, id, parentId)
  if (index > tree.get(parentId).childIds.length) {
    throw new FigmaError('Cannot insert node at index greater than the number of existing siblings')
  }
  tree.move(id, parentId, index)
  const { layoutChild } = tree.get(id)
  // T:8570: it means nothing without an auto layout around it.
  if (layoutChild.positioning === 'ABSOLUTE' && !tree.get(parentId).autoLayout) {
    tree.change(id, { layoutChild: { ...layoutChild, positioning: 'AUTO' } })
  }
}

const HOLDERS: ReadonlySet<string> = new Set([
  ...['DOCUMENT', 'PAGE', 'FRAME', 'GROUP', 'SECTION', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'BOOLEAN_OPERATION'],
])
