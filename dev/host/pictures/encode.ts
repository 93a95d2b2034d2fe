import { encode } from '../../figma/painting/encode.ts'

/** A bitmap at another size, as a file. The bitmap is closed. */
export function encodeBitmap(bitmap: ImageBitmap, { width, height, type }: EncodedAs): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height)
  const context = contextOf(canvas)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  return encode(canvas, type)
}

export interface EncodedAs {
  /** px */
  width: number
  /** px */
  height: number
  type: 'image/png' | 'image/jpeg'
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas.')
  return context
}
