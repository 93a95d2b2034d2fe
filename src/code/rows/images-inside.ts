import { imagesOn } from '../layers.ts'
import { coverInside, liesInside, markedWithin } from '../place/cover.ts'
import type { Pace } from './pace.ts'
import type { Surroundings } from './surroundings.ts'

/** A layer and the hashes of the images that it shows. */
export interface Illustrated {
  layer: SceneNode
  images: readonly string[]
}

/** Whether a row for what is inside makes sense: the parts of a boolean operation show no fills. */
export const holdsLayers = (layer: SceneNode): layer is SceneNode & ChildrenMixin =>
  'children' in layer && layer.type !== 'BOOLEAN_OPERATION' && layer.children.length > 0

/**
 * The layers at any depth that show an image, from top left to bottom right, as one reads a banner or a set of variants:
 * the order of the layers panel tells who lies over whom, which nobody has in mind who looks for a picture.
 * Left out are those that nobody sees – hidden, cut away, under the cover of a frame in between –, and the cover of the
 * container itself, which holds what its whole look became.
 */
export async function imagesInside(
  container: SceneNode & ChildrenMixin,
  around: (layer: SceneNode) => Surroundings,
  pace: Pace,
): Promise<Illustrated[]> {
  const cover = coverInside(container)?.id
  const covers = await coversWithin(container, pace)
  if (container.removed) return []
  const found: (Illustrated & { x: number; y: number })[] = []
  for (const layer of container.findAllWithCriteria({ types: FILLED }) as SceneNode[]) {
    await pace()
    if (layer.removed) continue
    const images = imagesOn(layer)
    if (images.length === 0 || layer.id === cover) continue
    const { shown, inBoolean } = around(layer)
    if (!shown || inBoolean || isCutAway(layer) || isCovered(layer, container, covers)) continue
    const { x, y } = layer.absoluteBoundingBox ?? { x: 0, y: 0 }
    found.push({ layer, images, x, y })
  }
  return found.sort((a, b) => a.y - b.y || a.x - b.x)
}

/** Figma: `null` where nothing of a layer is drawn. A section does not tell. */
const isCutAway = (layer: SceneNode) => 'absoluteRenderBounds' in layer && layer.absoluteRenderBounds === null

/** The ids of the covers that show, by the id of the frame that each lies in. */
async function coversWithin(container: SceneNode & ChildrenMixin, pace: Pace): Promise<ReadonlyMap<string, string>> {
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

function isCovered(layer: SceneNode, container: SceneNode, covers: ReadonlyMap<string, string>): boolean {
  if (covers.size === 0) return false
  for (let at: BaseNode = layer; at.id !== container.id && at.parent; at = at.parent) {
    const cover = covers.get(at.parent.id)
    if (cover !== undefined && cover !== at.id) return true
  }
  return covers.has(layer.id)
}

const FILLED: NodeType[] = [
  ...(['RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'VECTOR', 'TEXT', 'BOOLEAN_OPERATION'] as const),
  ...(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION'] as const),
]
