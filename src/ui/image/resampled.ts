import { typeOf } from '../../shared/picture.ts'
import { hasAlpha } from './alpha.ts'
import { decodeOriginal, withPixels } from './drawing.ts'
import { encode, encodeOpaque } from './encode.ts'
import { FIGMA_LIMIT } from './fit.ts'
import type { Drawn, ResampleOrder } from './orders.ts'
import { resample, STRIP } from './resample.ts'
import type { MakeSurface, Surface } from './surface.ts'

/** The picture made larger by computing alone. Throws for a size that is smaller, or more than Figma takes. */
export async function resampled({ original, size }: ResampleOrder, make: MakeSurface): Promise<Drawn> {
  const { surface, transparent } = await withPixels(decodeOriginal(original), (bitmap) => {
    const isLarger = size.width >= bitmap.width && size.height >= bitmap.height
    if (!isLarger || Math.max(size.width, size.height) > FIGMA_LIMIT) {
      throw new Error(`${bitmap.width} × ${bitmap.height} px cannot become ${size.width} × ${size.height} px.`)
    }
    const transparent = typeOf(original.bytes) !== 'image/jpeg' && hasAlpha(bitmap, make)
    const surface = make(size)
    fill(surface, { bitmap, transparent, strip: make({ width: bitmap.width, height: STRIP }) })
    return { surface, transparent }
  })
  return { picture: await (transparent ? encode(surface, 'image/png') : encodeOpaque(surface, make)), transparent }
}

function fill(
  surface: Surface,
  { bitmap, transparent, strip }: { bitmap: ImageBitmap; transparent: boolean; strip: Surface },
) {
  strip.context.globalCompositeOperation = 'copy'
  resample({
    ...{ source: bitmap, size: surface, transparent },
    read(top, count) {
      strip.context.drawImage(bitmap, 0, -top)
      return strip.context.getImageData(0, 0, bitmap.width, count).data
    },
    write: (rows, top) => surface.context.putImageData(new ImageData(rows, surface.width), 0, top),
  })
}
