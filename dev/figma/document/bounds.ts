import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { drawnExtent, isMasking, maskExtent } from '../painting/drawn-extent.ts'
import { extentOf } from '../painting/outline/extent.ts'
import { areaOf } from '../painting/outline/shapes.ts'
import { boxOf, combined, IDENTITY, intersection } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'
import { hasNoSpace } from './spaces.ts'
import { toScene } from './to-scene.ts'
import type { Tree } from './tree.ts'

/** Layer space → page space. */
export function absoluteTransform(tree: Tree, id: string): F.Transform {
  let transform: F.Transform = IDENTITY
  for (const record of tree.chain(id)) {
    if (record.id === id || !hasNoSpace(record.type)) transform = combined(record.transform, transform)
  }
  return transform
}

export const absoluteBoundingBox = (tree: Tree, id: string) => boxOf(absoluteTransform(tree, id), tree.get(id))

/**
 * What of a layer is drawn on its page, cut by the frames that it lies in and the masks below it; null if nothing is
 * (T:7398). What is turned cuts by the upright box around it.
 */
export function absoluteRenderBounds(tree: Tree, id: string): F.Rect | null {
  const layer = toScene(tree, id)
  // A slice draws nothing itself; its bounds are what an export of it shows.
  const own = layer.type === 'SLICE' ? { ...layer, type: 'RECTANGLE' as const, fills: ANY_FILL } : layer
  let bounds = drawnExtent(own, absoluteTransform(tree, id))
  let inner = tree.get(id)
  for (const record of tree.chain(id)) {
    if (!record.visible || !bounds) return null
    if (record.id === id) continue
    bounds = cutByMasks(tree, bounds, record, inner)
    if (bounds && record.clipsContent) bounds = cutByFrame(tree, bounds, record)
    inner = record
  }
  return bounds
}

function cutByFrame(tree: Tree, bounds: F.Rect, { id }: LayerRecord): F.Rect | null {
  const area = areaOf({ ...toScene(tree, id, { alone: true }) })
  const extent = area && extentOf(area, absoluteTransform(tree, id))
  return extent ? intersection(bounds, extent) : null
}

/** T:7603: a mask masks its later siblings. */
function cutByMasks(tree: Tree, bounds: F.Rect, parent: LayerRecord, child: LayerRecord): F.Rect | null {
  let seen: F.Rect | null = bounds
  for (const siblingId of parent.childIds.slice(0, parent.childIds.indexOf(child.id))) {
    const sibling = tree.get(siblingId)
    if (!sibling.isMask || !sibling.visible || !seen) continue
    const mask = { ...toScene(tree, siblingId), transform: absoluteTransform(tree, siblingId) }
    if (!isMasking(mask)) continue
    const extent = maskExtent(mask, IDENTITY)
    seen = extent && intersection(seen, extent)
  }
  return seen
}

const ANY_FILL: readonly F.Paint[] = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]
