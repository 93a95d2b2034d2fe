import * as z from 'zod'
import type { LayerRecord, NewRecord } from '../document/layer-record.ts'
import { moveInPlace } from '../document/move-in-place.ts'
import { assertCanMove, moveNode } from '../document/structure.ts'
import { FigmaError, notSimulated } from '../errors.ts'
import { validated } from '../values/validated.ts'
import { LayerFace } from './nodes/layer-face.ts'
import { opened } from './nodes/mixins/with-children.ts'
import { NodeFace, recordOf } from './nodes/node-face.ts'
import type { Session } from './session.ts'

export type Operation = NonNullable<LayerRecord['operation']>

interface Wanted {
  nodes: unknown
  parent: unknown
  index: unknown
}

/** `figma.group`: the layers stay at their places on the page (T:1865) and in their order. Returns the group's id. */
export const group = (session: Session, wanted: Wanted): string =>
  gather(session, wanted, { type: 'GROUP', name: 'Group' })

/** `figma.union` and its like. As in the editor it looks like its top layer, subtracted like its lowest (help pages). */
export function combine(session: Session, operation: Operation, wanted: Wanted): string {
  const layers = inOrder(session, layersFrom(wanted.nodes))
  const look = session.document.tree.get(operation === 'SUBTRACT' ? layers[0]! : layers.at(-1)!)
  const { fills, strokes, stroke, styles } = look
  const name = NAMES[operation]
  return gather(session, wanted, { type: 'BOOLEAN_OPERATION', operation, name, fills, strokes, stroke, styles })
}

/** `figma.ungroup`: returns the ids of what it held, which takes its place, also in the selection (T:1947). */
export function ungroup({ document }: Session, node: unknown): string[] {
  const layer = validated(z.instanceof(LayerFace), node, 'node')
  const { id, type, childIds, parentId } = recordOf(layer)
  if (!UNGROUPED.has(type)) throw notSimulated(`ungrouping a ${type}`)
  const { tree } = document
  const at = tree.get(parentId!).childIds.indexOf(id)
  for (const childId of childIds) assertCanMove(tree, childId, parentId!)
  for (const [index, childId] of childIds.entries()) moveInPlace(tree, childId, parentId!, at + index)
  const pageId = tree.pageOf(id)?.id
  const selected = pageId === undefined ? [] : document.selectionOf(pageId)
  tree.remove(id)
  if (selected.includes(id)) {
    document.select(
      pageId!,
      selected.flatMap((one) => (one === id ? childIds : [one])),
    )
  }
  return [...childIds]
}

function gather(session: Session, { nodes, parent, index }: Wanted, record: Omit<NewRecord, 'id'>): string {
  const { tree } = session.document
  const ids = inOrder(session, layersFrom(nodes))
  if (!(parent instanceof NodeFace)) throw new FigmaError('Expected "parent" to have type node but got something else')
  const { id: parentId, childIds } = opened(parent, 'children')
  const at = validated(z.int().min(0).optional(), index, 'index') ?? childIds.length
  if (at > childIds.length) {
    throw new FigmaError('Cannot insert node at index greater than the number of existing siblings')
  }
  const pageId = tree.pageOf(parentId)?.id
  if (ids.some((id) => tree.pageOf(id)?.id !== pageId)) {
    throw new FigmaError('Grouped nodes must be in the same page as the parent')
  }
  for (const id of ids) assertCanMove(tree, id, parentId)
  const { id: groupId } = tree.create(parentId, record)
  moveNode(tree, groupId, parentId, at)
  for (const id of ids) moveInPlace(tree, id, groupId, tree.get(groupId).childIds.length)
  return groupId
}

function layersFrom(nodes: unknown): string[] {
  const layers = z.array(z.instanceof(NodeFace)).min(1).safeParse(nodes)
  if (!layers.success) throw new FigmaError('First argument must be an array of at least one node')
  return [...new Set(layers.data.map((layer) => recordOf(layer).id))]
}

/** Lowest first, as they lie in the document. */
function inOrder({ document: { tree } }: Session, ids: readonly string[]): string[] {
  const path = (id: string): number[] => {
    const { parentId } = tree.get(id)
    return parentId === null ? [] : [...path(parentId), tree.get(parentId).childIds.indexOf(id)]
  }
  return [...ids].sort((one, other) => compare(path(one), path(other)))
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at < 0 ? one.length - other.length : one[at]! - (other[at] ?? -1)
}

const NAMES: Record<Operation, string> = {
  UNION: 'Union',
  SUBTRACT: 'Subtract',
  INTERSECT: 'Intersect',
  EXCLUDE: 'Exclude',
}
const UNGROUPED: ReadonlySet<string> = new Set(['GROUP', 'BOOLEAN_OPERATION', 'FRAME', 'SECTION'])
