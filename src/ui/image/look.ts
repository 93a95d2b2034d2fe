import type { Size } from '../../shared/picture.ts'

/** A small picture without alpha: RGBA. */
export interface Look extends Size {
  pixels: Uint8ClampedArray
}

/** Its luma and how far its blue and its red are from that, in levels (ITU-R BT.601). */
export interface Planes extends Size {
  luma: Float32Array
  blue: Float32Array
  red: Float32Array
}

export function planesOf({ width, height, pixels }: Look): Planes {
  const luma = new Float32Array(width * height)
  const blue = new Float32Array(width * height)
  const red = new Float32Array(width * height)
  for (let at = 0, from = 0; at < luma.length; at++, from += 4) {
    const light = 0.299 * pixels[from]! + 0.587 * pixels[from + 1]! + 0.114 * pixels[from + 2]!
    luma[at] = light
    blue[at] = 0.564 * (pixels[from + 2]! - light)
    red[at] = 0.713 * (pixels[from]! - light)
  }
  return { width, height, luma, blue, red }
}
