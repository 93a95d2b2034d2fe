import { FILLED, imagesOn } from '../layers.ts'
import { coverInside } from '../place/cover.ts'
import { coversWithin, isCovered, isCutAway } from './out-of-sight.ts'
import type { Pace } from './pace.ts'
import type { Surroundings } from './surroundings.ts'
import type { KnownVariant } from './variants.ts'

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
 * the order of the layers panel tells who lies over whom, which nobody has in mind who looks for a picture. Those of one
 * variant stay together, where it is.
 * Left out are those that nobody sees – hidden, cut away, under the cover of a frame in between –, and the cover of the
 * container itself, which holds what its whole look became.
 */
export async function imagesInside(
  container: SceneNode & ChildrenMixin,
  { around, variantOf }: Told,
  pace: Pace,
): Promise<Illustrated[]> {
  const cover = coverInside(container)?.id
  const covers = await coversWithin(container, pace)
  if (container.removed) return []
  const found: Placed[] = []
  for (const layer of container.findAllWithCriteria({ types: FILLED }) as SceneNode[]) {
    await pace()
    if (layer.removed) continue
    const images = imagesOn(layer)
    if (images.length === 0 || layer.id === cover) continue
    const { shown, inBoolean } = around(layer)
    if (!shown || inBoolean || isCutAway(layer) || isCovered(layer, container, covers)) continue
    const { x, y } = layer.absoluteBoundingBox ?? { x: 0, y: 0 }
    const variant = variantOf(layer, container)
    found.push({ layer, images, x, y, of: variant ? { ...variant, id: variant.told.id } : { x, y, id: '' } })
  }
  return found.sort(
    ({ of: a, ...one }, { of: b, ...other }) =>
      a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : Number(a.id > b.id)) || one.y - other.y || one.x - other.x,
  )
}

/** What is known of a layer's surroundings; of its variant, from the container on. */
interface Told {
  around(layer: SceneNode): Surroundings
  variantOf(layer: SceneNode, container: SceneNode): KnownVariant | undefined
}

interface Placed extends Illustrated {
  x: number
  y: number
  /** What it goes with: its variant, or itself alone. */
  of: { id: string; x: number; y: number }
}
