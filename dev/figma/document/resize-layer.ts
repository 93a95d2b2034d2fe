import { constrainedPlace, fitted, type Place, ratioOf } from './constrained.ts'
import { boxOf, combined, IDENTITY, inverse } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'
import { isPlacedByLayout } from './layout/in-flow.ts'
import { hasNoSpace } from './spaces.ts'
import type { Tree } from './tree.ts'
import { resizedPaths } from './vector-paths.ts'
import { keepSize } from './write-layer.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Resizes a layer, and what is in it as its constraints say (T:7502). What is in a group scales with it. */
export function resizeLayer(tree: Tree, id: string, to: Size): void {
  const from = tree.get(id)
  tree.change(id, sized(from, to))
  if (hasNoSpace(from.type)) scaleContent(tree, from, to)
  // What lies in an instance follows its size: see instances/placed.ts.
  if (from.mirror || hasNoSpace(from.type) || from.type === 'SECTION') return
  constrainAll(tree, from.childIds, from, to)
}

/** What changes in a layer itself with its size. A line has no height (T:7499). */
export function sized(record: LayerRecord, { width, height }: Size): Partial<LayerRecord> {
  const { type, vectorPaths, targetAspectRatio } = record
  const size = { width, height: type === 'LINE' ? 0 : height }
  return {
    ...size,
    ...(vectorPaths && { vectorPaths: resizedPaths(vectorPaths, record, size) }),
    // T:7508: it follows the size that is set by hand.
    ...(targetAspectRatio && { targetAspectRatio: { x: size.width, y: size.height } }),
  }
}

function constrainAll(tree: Tree, ids: readonly string[], from: Size, to: Size): void {
  for (const id of ids) {
    const child = tree.get(id)
    if (isPlacedByLayout(tree, child)) continue
    // Groups have no constraints; what is in them follows its own, in the frame around the group.
    if (hasNoSpace(child.type)) constrainAll(tree, child.childIds, from, to)
    else if (child.constraints.horizontal !== 'MIN' || child.constraints.vertical !== 'MIN') {
      place(tree, child, constrainedPlace(child, from, to))
    }
  }
}

/** Everything in a group grows by the same factors, along the group's own axes. */
function scaleContent(tree: Tree, group: LayerRecord, to: Size): void {
  const factor = { x: ratioOf(to.width, group.width), y: ratioOf(to.height, group.height) }
  for (const child of leavesOf(tree, group)) {
    const box = boxOf(combined(inverse(group.transform) ?? IDENTITY, child.transform), child)
    const target = {
      ...{ x: box.x * factor.x, y: box.y * factor.y },
      ...{ width: box.width * factor.x, height: box.height * factor.y },
    }
    place(tree, child, fitted(child, group.transform, target))
  }
}

const leavesOf = (tree: Tree, { childIds }: LayerRecord): LayerRecord[] =>
  childIds.map((id) => tree.get(id)).flatMap((child) => (hasNoSpace(child.type) ? leavesOf(tree, child) : [child]))

function place(tree: Tree, child: LayerRecord, { transform, width, height }: Place): void {
  tree.change(child.id, { transform })
  if (width === child.width && height === child.height) return
  resizeLayer(tree, child.id, { width, height })
  keepSize(tree, child.id)
}
