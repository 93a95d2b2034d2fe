import { FILLED, imagesOn } from '../layers.ts'
import { coverInside } from '../place/cover.ts'
import { coversWithin, isCovered, isCutAway } from './out-of-sight.ts'
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
