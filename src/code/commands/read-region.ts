import { AppError } from '../../shared/errors.ts'
import type { RegionMask } from '../../shared/protocol.ts'
import { besideImageText, otherPageText, tooLittleText } from '../../shared/texts/layers.ts'
import { layerById, pageOf } from '../layers.ts'
import { drawnAlone } from '../regions/drawn-alone.ts'
import { imageOn } from '../regions/image-on.ts'
import { after, boxAfter, inverse } from '../regions/transform.ts'

/** See `Commands.readRegion`. */
export async function readRegion({
  id,
  hash,
  region,
}: {
  id: string
  hash: string
  region: string
}): Promise<RegionMask> {
  const layer = await layerById(id)
  const over = await layerById(region)
  const page = pageOf(layer)
  await page?.loadAsync()
  if (page?.id !== pageOf(over)?.id) throw new AppError('layer', otherPageText(over.name))
  const { size, toImage } = await imageOn(layer, hash)
  const fromPage = inverse(layer.absoluteTransform)
  if (!fromPage) throw new AppError('layer', tooLittleText(layer.name))
  const onImage = after(toImage, fromPage)
  const { picture, toPage } = await drawnAlone(region, { scale: scaleOf(onImage), edge: EDGE })
  const toPicture = after(onImage, toPage)
  const bounds = boxAfter(toPicture, { x: 0, y: 0, width: picture.width, height: picture.height })
  if (
    bounds.x >= size.width ||
    bounds.y >= size.height ||
    bounds.x + bounds.width <= 0 ||
    bounds.y + bounds.height <= 0
  ) {
    throw new AppError('layer', besideImageText(over.name))
  }
  const [[a, c, e], [b, d, f]] = toPicture
  return { picture, toImage: [a, b, c, d, e, f], bounds }
}

/** A px of the mask for each of the image, on average. */
const scaleOf = ([[a, c], [b, d]]: ReturnType<typeof after>) => Math.sqrt(Math.abs(a * d - b * c))

/** px: an edge is no finer in a larger one. */
const EDGE = 4096
