import { FigmaError } from '../errors.ts'
import { gifSize } from './gif.ts'
import { jpegSize } from './jpeg.ts'
import { pngSize } from './png.ts'

export interface PixelSize {
  /** px */
  width: number
  /** px */
  height: number
}

/**
 * The size of a picture that Figma takes. Throws Figma's texts (developers.figma.com, createImage): PNG, JPEG and GIF
 * only, at most 4096 px a side. A file that ends before its end is refused as well, which is stricter than documented.
 */
export function sizeOfImage(bytes: Uint8Array): PixelSize {
  if (bytes.length === 0) throw new FigmaError('Image is too small')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = pngSize(view) ?? jpegSize(view) ?? gifSize(view)
  if (!size) throw new FigmaError('Image type is unsupported')
  if (size.width < 1 || size.height < 1) throw new FigmaError('Image is too small')
  if (size.width > MAX_SIDE || size.height > MAX_SIDE) throw new FigmaError('Image is too large')
  return size
}

/** px */
const MAX_SIDE = 4096
