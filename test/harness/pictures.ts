import sharp from 'sharp'
import type { Painter } from '../../dev/figma/editor.ts'
import type { Bytes, Picture } from '../../src/shared/picture.ts'

/** A picture of one colour, as PNG. */
export async function plainPicture(width: number, height: number, background = '#c04020'): Promise<Picture> {
  const png = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  return { bytes: new Uint8Array(png) as Bytes, width, height, type: 'image/png' }
}

/** A painter for Node that draws nothing but takes a while, for tests of what happens in between. */
export const slowPainter: Painter = {
  async paint({ width, height }) {
    await new Promise((resolve) => setTimeout(resolve, 60))
    return (await plainPicture(width, height)).bytes
  },
}
