import type { LayerRow } from '../../shared/protocol.ts'
import { imagesOn } from '../layers.ts'
import { holdsLayers, type Illustrated, imagesInside } from './images-inside.ts'
import { inOrder } from './in-order.ts'
import type { Pace } from './pace.ts'
import { createRowMaker, type Draft } from './row-maker.ts'

/**
 * The rows of the selected layers, none twice: one for each visible image of a layer, else one for its look, else why
 * there is none. A layer that holds images is first one row as a whole, then one for each image in it, its own first.
 * Waits now and then; throws `cancelled` when it is no longer wanted.
 */
export async function readRows(selected: readonly SceneNode[], pace: Pace): Promise<LayerRow[]> {
  const rows = new Map<string, Draft>()
  const make = createRowMaker(figma.currentPage.id)
  const addImages = (to: typeof rows, { layer, images }: Illustrated, container?: SceneNode) => {
    for (const hash of images) to.set(`${layer.id} ${hash}`, make.image(layer, hash, container))
  }

  for (const layer of await inOrder(selected, pace)) {
    await pace()
    if (layer.removed) continue
    await make.prepare(layer, pace)
    if (layer.removed) continue
    const inside = await imagesOf(layer, make, pace)
    if (layer.removed) continue
    if (inside) {
      const images = new Map<string, Draft>()
      for (const each of inside) {
        await pace()
        if (!each.layer.removed) addImages(images, each, layer)
      }
      if (layer.removed) continue
      rows.set(layer.id, make.look(layer, images.size))
      for (const [key, row] of images) rows.set(key, row)
      continue
    }
    const shown = make.inPlaceOf(layer)
    const images = make.showsFills(shown) ? imagesOn(shown) : []
    if (images.length > 0) addImages(rows, { layer: shown, images })
    else rows.set(shown.id, make.look(shown))
  }
  const made: LayerRow[] = []
  for (const row of rows.values()) {
    made.push(await row())
    await pace()
  }
  return made
}

/** The layers whose images a container's rows are about; `undefined` if it is no container, or none of them shows. */
async function imagesOf(
  layer: SceneNode,
  make: ReturnType<typeof createRowMaker>,
  pace: Pace,
): Promise<Illustrated[] | undefined> {
  if (!holdsLayers(layer) || !make.showsFills(layer)) return undefined
  const own = { layer, images: imagesOn(layer) }
  const others = await imagesInside(layer, make, pace)
  const inside = own.images.length > 0 ? [own, ...others] : others
  return inside.length > 0 ? inside : undefined
}
