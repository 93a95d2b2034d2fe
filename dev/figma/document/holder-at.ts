import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { absoluteTransform } from './bounds.ts'
import { applied, inverse } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'
import type { Tree } from './tree.ts'

/**
 * Where something lands that is dropped at a point of a page: the innermost unlocked layer there that can hold others, else
 * the page (T:704). The point comes back in its own space.
 */
export function holderAt(tree: Tree, pageId: string, point: F.Vector): { id: string; at: F.Vector } {
  const found = innermost(tree, tree.get(pageId), point)
  return found ?? { id: pageId, at: point }
}

function innermost(tree: Tree, holder: LayerRecord, point: F.Vector): { id: string; at: F.Vector } | undefined {
  for (const childId of holder.childIds.toReversed()) {
    const child = tree.get(childId)
    if (!child.visible || child.locked || !HOLDERS.has(child.type)) continue
    const back = inverse(absoluteTransform(tree, childId))
    const at = back && applied(back, point)
    const isWithin = at && at.x >= 0 && at.y >= 0 && at.x <= child.width && at.y <= child.height
    const inner = isWithin || !child.clipsContent ? innermost(tree, child, point) : undefined
    if (inner) return inner
    if (isWithin) return { id: childId, at }
  }
  return undefined
}

const HOLDERS: ReadonlySet<string> = new Set(['FRAME', 'GROUP', 'SECTION', 'COMPONENT'])
