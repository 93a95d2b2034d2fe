import { decode } from '../decode.ts'
import { paint, withPixels } from '../drawing.ts'
import { encode } from '../encode.ts'
import type { Rect } from '../fit.ts'
import type { Drawn, MaskOrder, Region } from '../orders.ts'
import type { MakeSurface, Surface } from '../surface.ts'

/** The mask that a provider takes: as large as the crop was sent, clear where the picture is to change. */
export async function maskOf({ shape, content, crop, region }: MaskOrder, make: MakeSurface): Promise<Drawn> {
  const surface = make(shape)
  paint(surface, KEPT)
  const alpha = await regionIn(crop, region, make)
  surface.context.globalCompositeOperation = 'destination-out'
  surface.context.drawImage(alpha.canvas, content.x, content.y, content.width, content.height)
  return { picture: await encode(surface, 'image/png') }
}

/** The region as alpha, for each px of the crop. */
export async function regionIn(crop: Rect, { bounds, mask }: Region, make: MakeSurface): Promise<Surface> {
  const surface = make({ width: crop.width, height: crop.height })
  const { context } = surface
  if (!mask) {
    context.fillRect(bounds.x - crop.x, bounds.y - crop.y, bounds.width, bounds.height)
    return surface
  }
  await withPixels(decode(mask.file, { origin: 'ours' }), (bitmap) => {
    const [a, b, c, d, e, f] = mask.toPicture
    context.setTransform(a, b, c, d, e - crop.x, f - crop.y)
    context.drawImage(bitmap, 0, 0)
    context.resetTransform()
  })
  return surface
}

const KEPT = [255, 255, 255] as const
