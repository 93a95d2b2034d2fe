import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { absoluteBoundingBox } from './bounds.ts'
import { moveInPlace } from './move-in-place.ts'
import type { Tree } from './tree.ts'

/**
 * A section takes in the layers beside it that it wholly covers once it is made or resized (field). They stay where they
 * are on the page. What it no longer covers stays in it (believed).
 */
export function adoptCovered(tree: Tree, sectionId: string): void {
  const section = tree.get(sectionId)
  const area = absoluteBoundingBox(tree, sectionId)
  for (const siblingId of tree.get(section.parentId!).childIds) {
    if (siblingId === sectionId || !covers(area, absoluteBoundingBox(tree, siblingId))) continue
    moveInPlace(tree, siblingId, sectionId, tree.get(sectionId).childIds.length)
  }
}

const covers = (outer: F.Rect, inner: F.Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
