import type { RegionLayer } from '../../shared/protocol.ts'
import { layerById, pageOf } from '../layers.ts'
import { imageOn } from '../regions/image-on.ts'
import { layersOver } from '../regions/layers-over.ts'
import { after, boxAfter, inverse } from '../regions/transform.ts'

/** See `Commands.readRegions`. */
export async function readRegions({ id, hash }: { id: string; hash: string }): Promise<RegionLayer[]> {
  const layer = await layerById(id)
  await pageOf(layer)?.loadAsync()
  const { size, toImage } = await imageOn(layer, hash)
  const fromPage = inverse(layer.absoluteTransform)
  if (!fromPage) return []
  const regions: RegionLayer[] = []
  for (const over of layersOver(layer)) {
    const box = ('absoluteRenderBounds' in over && over.absoluteRenderBounds) || over.absoluteBoundingBox
    const bounds = box && boxAfter(after(toImage, fromPage), box)
    if (bounds && touches(bounds, size)) regions.push({ id: over.id, name: over.name, bounds })
    if (regions.length === MOST) break
  }
  return regions
}

const touches = ({ x, y, width, height }: RegionLayer['bounds'], image: { width: number; height: number }) =>
  x < image.width && y < image.height && x + width > 0 && y + height > 0

/** More are no choice. */
const MOST = 50
