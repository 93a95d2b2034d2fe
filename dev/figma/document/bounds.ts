import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { boxOf, combined, IDENTITY, intersection, union } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'
import type { Tree } from './tree.ts'

/** Layer space → page space. */
export function absoluteTransform(tree: Tree, id: string): F.Transform {
  let transform: F.Transform = IDENTITY
  for (const record of tree.chain(id)) transform = combined(record.transform, transform)
  return transform
}

export const absoluteBoundingBox = (tree: Tree, id: string) => boxOf(absoluteTransform(tree, id), tree.get(id))

/**
 * What of a layer is drawn on its page, cut by the frames it lies in; null if nothing is (T:7398). A turned frame cuts
 * by the upright box around it.
 */
export function absoluteRenderBounds(tree: Tree, id: string): F.Rect | null {
  let bounds = drawnBounds(tree, tree.get(id))
  for (const record of tree.chain(id)) {
    if (!record.visible) return null
    if (record.id === id || !record.clipsContent || !bounds) continue
    bounds = intersection(bounds, absoluteBoundingBox(tree, record.id))
  }
  return bounds
}

/** What a layer and its children draw, without regard to what they lie in. */
function drawnBounds(tree: Tree, record: LayerRecord): F.Rect | null {
  if (!record.visible || record.opacity === 0) return null
  const box = absoluteBoundingBox(tree, record.id)
  const own = box.width > 0 && box.height > 0 && record.fills.some(isDrawn) ? box : null
  const children = record.childIds
    .map((childId) => drawnBounds(tree, tree.get(childId)))
    .reduce((sum, bounds) => union(sum, bounds && record.clipsContent ? intersection(bounds, box) : bounds), null)
  return union(own, children)
}

function isDrawn(paint: F.Paint): boolean {
  if (paint.visible === false || paint.opacity === 0) return false
  return paint.type !== 'IMAGE' || paint.imageHash !== null
}
