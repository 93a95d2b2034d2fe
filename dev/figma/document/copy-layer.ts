import type { Tree } from './tree.ts'

/** Copies a layer with all that is in it and its plugin data. Returns the id of the copy, which lies on top. */
export function copyLayer(tree: Tree, id: string, parentId: string): string {
  const { id: _id, parentId: _parent, childIds, ...record } = tree.get(id)
  const copy = tree.create(parentId, record)
  for (const childId of childIds) copyLayer(tree, childId, copy.id)
  return copy.id
}
