import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { boxOf, combined, IDENTITY, inverse, movedTo, union } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'
import { hasNoSpace } from './spaces.ts'
import type { Tree } from './tree.ts'

/**
 * Fits groups and boolean operations around what lies in them (T:7361), and drops groups that are empty, which Figma does
 * not have (T:1858). Booleans may be empty: `createBooleanOperation` makes them so.
 */
export function regroup(tree: Tree, touched: ReadonlySet<string>): void {
  const depth = (id: string) => [...tree.chain(id)].length
  const groups = [...groupsAround(tree, touched)].sort((one, other) => depth(other) - depth(one))
  for (const id of groups) if (tree.find(id)) fitGroup(tree, tree.get(id))
}

function groupsAround(tree: Tree, touched: ReadonlySet<string>): Set<string> {
  const groups = new Set<string>()
  for (const id of touched) {
    if (!tree.find(id)) continue
    for (const record of tree.chain(id)) {
      if (hasNoSpace(record.type)) groups.add(record.id)
      else if (record.id !== id) break
    }
  }
  return groups
}

function fitGroup(tree: Tree, group: LayerRecord): void {
  const { id, type, childIds, transform } = group
  if (childIds.length === 0) {
    if (type === 'GROUP') tree.remove(id)
    return
  }
  const box = contentBox(tree, group)
  if (isSame(box, { x: 0, y: 0, width: group.width, height: group.height })) return
  const { width, height } = box
  tree.change(id, { transform: combined(transform, movedTo(IDENTITY, box)), width, height })
}

/** Around what lies in a group, in the group's own, perhaps turned, axes. Hidden layers count (believed). */
function contentBox(tree: Tree, { childIds, transform }: LayerRecord): F.Rect {
  const toOwn = inverse(transform) ?? IDENTITY
  const boxes = childIds.map((id) => boxOf(combined(toOwn, tree.get(id).transform), tree.get(id)))
  return boxes.reduce((one, other) => union(one, other)!)
}

const isSame = (one: F.Rect, other: F.Rect) =>
  (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(one[side] - other[side]) < TOLERANCE)

/** px; sums of fractions. */
const TOLERANCE = 1e-6
