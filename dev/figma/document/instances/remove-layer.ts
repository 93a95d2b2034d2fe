import { FigmaError } from '../../errors.ts'
import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { isInside } from './inside.ts'
import { assertWritable, internalHolder } from './internal.ts'

/**
 * Removes a layer with all in it. A component whose instances stay is not lost to them: like Figma, which keeps it where
 * nobody sees it (T:6382), this keeps it readable, with no parent. A variant that goes with its set takes the set along.
 */
export function removeLayer(tree: Tree, id: string): void {
  assertWritable(tree, id)
  if (isInside(id)) throw new FigmaError('Removing this node is not allowed')
  const inner = new Set([id, ...[...tree.inside(id)].map((layer) => layer.id)])
  for (const kept of [...inner].filter((innerId) => isNeeded(tree, innerId, inner))) {
    const set = setIn(tree, kept, inner)
    if (tree.get(set ?? kept).parentId !== internalHolder(tree)) tree.move(set ?? kept, internalHolder(tree), 0)
  }
  if (tree.find(id) && tree.get(id).parentId !== internalHolder(tree)) tree.remove(id)
}

function isNeeded(tree: Tree, id: string, removed: ReadonlySet<string>): boolean {
  if (tree.get(id).type !== 'COMPONENT') return false
  return tree.mirrorsOf(id).some((copyId) => !removed.has(copyId))
}

function setIn(tree: Tree, variantId: string, removed: ReadonlySet<string>): string | undefined {
  const parent: LayerRecord | undefined = tree.find(tree.get(variantId).parentId ?? '')
  return parent?.type === 'COMPONENT_SET' && removed.has(parent.id) ? parent.id : undefined
}
