import type { Tree } from '../tree.ts'
import { copyContent, removeSurplus } from './copy-content.ts'
import { follow } from './follow.ts'
import { isInternal } from './internal.ts'
import { adoptDefinitions } from './properties.ts'

/**
 * Brings instances in line with what has changed in their components, but for what they override. It costs in proportion
 * to what changed and to the copies of that; nested instances come in the next round, as what they follow has changed.
 */
export function propagate(tree: Tree, touched: ReadonlySet<string>): void {
  const surplus = new Set<string>()
  for (const id of touched) {
    const layer = tree.find(id)
    if (layer?.mirror) refresh(tree, id, surplus)
    // A set gives its name to the instances of its variants.
    const sources = layer?.type === 'COMPONENT_SET' ? [id, ...layer.childIds] : [id]
    for (const copyId of sources.flatMap((source) => tree.mirrorsOf(source))) {
      follow(tree, copyId, { hasChanged: true })
      copyContent(tree, copyId, surplus)
    }
  }
  removeSurplus(tree, surplus)
  for (const id of touched) tidySet(tree, id)
}

/** Its size places its children; its properties say what layers at any depth show. */
function refresh(tree: Tree, id: string, surplus: Set<string>): void {
  copyContent(tree, id, surplus)
  if (!tree.get(id).instance) return
  for (const inner of [...tree.inside(id)]) if (inner.propertyReferences) follow(tree, inner.id, { hasChanged: false })
}

/** T:1849: there are no empty sets. What a component brings into a set becomes the set's. */
function tidySet(tree: Tree, id: string): void {
  const layer = tree.find(id)
  if (layer?.type === 'COMPONENT_SET' && layer.childIds.length === 0 && !isInternal(tree, id)) tree.remove(id)
  if (layer?.type === 'COMPONENT') adoptDefinitions(tree, id)
}
