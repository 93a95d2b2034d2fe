import type { Rect } from '../../shared/picture.ts'
import { restoreAlpha } from './alpha.ts'
import { decode } from './decode.ts'
import { encode } from './encode.ts'
import type { Drawn, Original } from './orders.ts'
import type { MakeSurface, Surface } from './surface.ts'

// The strokes that orders are made of.

export const decodeOriginal = ({ bytes, told }: Original) => decode(bytes, { owner: 'ours', told })

/** A bitmap weighs 4 bytes a px that the garbage collector does not see: it is closed by hand. */
export async function withPixels<T>(decoding: Promise<ImageBitmap>, use: (bitmap: ImageBitmap) => T | Promise<T>) {
  const bitmap = await decoding
  try {
    return await use(bitmap)
  } finally {
    bitmap.close()
  }
}

/**
 * The whole image, or a part of it, into a rectangle of the surface. One step is enough for any reduction: Chromium then draws from
 * mipmaps, pixel for pixel what halving or `resizeQuality: 'high'` gives, in a fifth of the time.
 */
export function place(
  { context, width, height }: Surface,
  image: CanvasImageSource,
  rect: Rect = { x: 0, y: 0, width, height },
  part?: Rect,
) {
  if (!part) return context.drawImage(image, rect.x, rect.y, rect.width, rect.height)
  context.drawImage(image, part.x, part.y, part.width, part.height, rect.x, rect.y, rect.width, rect.height)
}

export function paint({ context, width, height }: Surface, colour: readonly number[]) {
  context.fillStyle = `rgb(${colour.join(' ')})`
  context.fillRect(0, 0, width, height)
}

/** The picture at the size of the surface, whose alpha is to be laid on that. */
export async function maskFor(surface: Surface, alphaOf: Original, make: MakeSurface): Promise<Surface> {
  const mask = make(surface)
  await withPixels(decodeOriginal(alphaOf), (bitmap) => place(mask, bitmap))
  return mask
}

/** The surface as a PNG with the alpha of the mask. */
export async function masked(surface: Surface, mask: Surface): Promise<Drawn> {
  const { context, width, height } = surface
  const pixels = context.getImageData(0, 0, width, height)
  restoreAlpha(pixels.data, mask.context.getImageData(0, 0, width, height).data)
  context.putImageData(pixels, 0, 0)
  return { picture: await encode(surface, 'image/png'), transparent: true }
}

/** Under an opaque result whose answer has holes. */
export const PAPER = [255, 255, 255] as const
