import type { Rect } from '../../../shared/picture.ts'
import { decode } from '../decode.ts'
import { paint, withPixels } from '../drawing.ts'
import { encode } from '../encode.ts'
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

/**
 * The region as alpha, for each px of the crop. Where a layer shows all of itself through, as one does that is drawn over a
 * picture to see it below, its strongest alpha counts as all: half of an answer would be a ghost of it.
 */
export async function regionIn(crop: Rect, { bounds, mask }: Region, make: MakeSurface): Promise<Surface> {
  const surface = make({ width: crop.width, height: crop.height })
  const { context } = surface
  if (!mask) {
    context.fillRect(bounds.x - crop.x, bounds.y - crop.y, bounds.width, bounds.height)
    return surface
  }
  await withPixels(decode(mask.file, { owner: 'ours' }), (bitmap) => {
    const [a, b, c, d, e, f] = mask.toPicture
    context.setTransform(a, b, c, d, e - crop.x, f - crop.y)
    context.drawImage(bitmap, 0, 0)
    context.resetTransform()
    const strongest = strongestIn(bitmap, make)
    if (strongest > 0 && strongest < 255) strengthen(surface, 255 / strongest)
  })
  return surface
}

/** The largest alpha of a picture, read in strips. */
function strongestIn(bitmap: ImageBitmap, make: MakeSurface): number {
  const { width, height } = bitmap
  const { context, free } = make({ width, height: Math.min(height, STRIP) })
  context.globalCompositeOperation = 'copy'
  let strongest = 0
  for (let top = 0; top < height && strongest < 255; top += STRIP) {
    context.drawImage(bitmap, 0, -top)
    const { data } = context.getImageData(0, 0, width, Math.min(STRIP, height - top))
    for (let at = 3; at < data.length; at += 4) if (data[at]! > strongest) strongest = data[at]!
  }
  free()
  return strongest
}

function strengthen({ context, width, height }: Surface, factor: number) {
  for (let top = 0; top < height; top += STRIP) {
    const strip = context.getImageData(0, top, width, Math.min(STRIP, height - top))
    for (let at = 3; at < strip.data.length; at += 4) strip.data[at]! *= factor
    context.putImageData(strip, 0, top)
  }
}

const KEPT = [255, 255, 255] as const
/** px high */
const STRIP = 256
