import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { absoluteTransform } from './bounds.ts'
import { combined, IDENTITY, inverse } from './geometry.ts'
import { placeLayer } from './place-layer.ts'
import { hasNoSpace } from './spaces.ts'
import { moveNode } from './structure.ts'
import type { Tree } from './tree.ts'

/** Moves a layer to another parent, where it stays at its place on the page (T:1865). `index` as for Tree.move. */
export function moveInPlace(tree: Tree, id: string, parentId: string, index: number): void {
  const before = absoluteTransform(tree, id)
  moveNode(tree, id, parentId, index)
  placeLayer(tree, id, combined(inverse(spaceOf(tree, parentId)) ?? IDENTITY, before))
}

/** The space in which the children of a node have their places → page space. */
export function spaceOf(tree: Tree, id: string): F.Transform {
  for (const record of tree.chain(id)) if (!hasNoSpace(record.type)) return absoluteTransform(tree, record.id)
  return IDENTITY
}
