import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { combined, IDENTITY, inverse } from './geometry.ts'
import { hasNoSpace } from './spaces.ts'
import type { Tree } from './tree.ts'

/** Moves and turns a layer. What lies in a group goes with it, since it counts from where the group does (T:7352). */
export function placeLayer(tree: Tree, id: string, transform: F.Transform): void {
  const { type, childIds, transform: before } = tree.get(id)
  tree.change(id, { transform })
  if (!hasNoSpace(type)) return
  const way = combined(transform, inverse(before) ?? IDENTITY)
  for (const childId of childIds) placeLayer(tree, childId, combined(way, tree.get(childId).transform))
}
