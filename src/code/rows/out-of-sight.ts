import { imagesOn, type Parent } from '../layers.ts'
import { coverInside, liesInside, markedWithin } from '../place/cover.ts'
import type { Pace } from './pace.ts'

/** Figma: `null` where nothing of a layer is drawn. A section does not tell. */
export const isCutAway = (layer: SceneNode) => 'absoluteRenderBounds' in layer && layer.absoluteRenderBounds === null

/** The ids of the covers that show, by the id of the frame that each lies in. */
export async function coversWithin(container: Parent, pace: Pace): Promise<ReadonlyMap<string, string>> {
  const covers = new Map<string, string>()
  for (const marked of markedWithin(container)) {
    await pace()
    if (marked.removed || !liesInside(marked)) continue
    const { parent } = marked
    if (!parent || parent.type === 'PAGE' || parent.id === container.id || covers.has(parent.id)) continue
    const cover = coverInside(parent as SceneNode)
    if (cover?.visible && imagesOn(cover).length > 0) covers.set(parent.id, cover.id)
  }
  return covers
}

/** Whether the cover of a frame between layer and container, or of the layer itself, hides the layer's own fills. */
export function isCovered(layer: SceneNode, container: BaseNode, covers: ReadonlyMap<string, string>): boolean {
  if (covers.size === 0) return false
  for (let at: BaseNode = layer; at.id !== container.id && at.parent; at = at.parent) {
    const cover = covers.get(at.parent.id)
    if (cover !== undefined && cover !== at.id) return true
  }
  return covers.has(layer.id)
}
