import { AppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import { tooLargeForText } from '../texts/images.ts'
import { decodeOriginal, PAPER, paint, withPixels } from './drawing.ts'
import type { ConvertOrder, Drawn } from './orders.ts'
import type { MakeSurface } from './surface.ts'

/**
 * The picture as a file of another type, pixel for pixel. Throws `image` where it is larger than such a file may be, or the
 * browser cannot write it.
 */
export async function converted({ original, type, quality, ground }: ConvertOrder, make: MakeSurface): Promise<Drawn> {
  const surface = await withPixels(decodeOriginal(original), (bitmap) => {
    assertFits(bitmap, type)
    const surface = make(bitmap)
    if (type === 'image/jpeg') paint(surface, ground === undefined ? PAPER : levelsOf(ground))
    surface.context.drawImage(bitmap, 0, 0)
    return surface
  })
  const { width, height } = surface
  return { picture: { bytes: await surface.encode(type, quality / 100), type, width, height } }
}

function assertFits(size: Size, type: ConvertOrder['type']) {
  const format = FORMATS[type]
  if (Math.max(size.width, size.height) <= format.edge) return
  throw new AppError('image', tooLargeForText(size, format))
}

/** Of `#rrggbb`. */
const levelsOf = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** px an edge: VP8 has 14 bits for it; of a JPEG, which could have 65,535, the canvas of Firefox holds no more. */
const FORMATS = {
  'image/jpeg': { format: 'JPG', edge: 32_767 },
  'image/webp': { format: 'WebP', edge: 16_383 },
} as const
