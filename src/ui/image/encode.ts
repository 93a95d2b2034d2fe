import type { Picture } from '../../shared/picture.ts'
import type { EncodedType, MakeSurface, Surface } from './surface.ts'

export async function encode(surface: Surface, type: EncodedType): Promise<Picture> {
  const { width, height } = surface
  return { bytes: await surface.encode(type, type === 'image/jpeg' ? JPEG_QUALITY : undefined), type, width, height }
}

/**
 * As the smaller of PNG and JPEG: a photograph then weighs an eighth, and a flat graphic stays a PNG. Writing a PNG takes
 * four times as long, so it is written only where samples of the picture say that it may be the smaller one.
 */
export async function encodeOpaque(surface: Surface, make: MakeSurface): Promise<Picture> {
  const jpeg = await encode(surface, 'image/jpeg')
  if ((await guessPng(surface, make)) > jpeg.bytes.length * MARGIN) return jpeg
  const png = await encode(surface, 'image/png')
  return png.bytes.length <= jpeg.bytes.length ? png : jpeg
}

/** Bytes of the whole as a PNG, from three strips of it. */
async function guessPng({ canvas, width, height }: Surface, make: MakeSurface): Promise<number> {
  if (height < STRIP * SAMPLES * 4) return 0
  const strips = make({ width, height: STRIP * SAMPLES })
  for (let sample = 0; sample < SAMPLES; sample++) {
    const from = Math.floor((height * (2 * sample + 1)) / (2 * SAMPLES)) - STRIP / 2
    strips.context.drawImage(canvas, 0, from, width, STRIP, 0, sample * STRIP, width, STRIP)
  }
  const { length } = await strips.encode('image/png')
  return (length * height) / strips.height
}

/** Above the 0.92 that hides its traces once: a result is often edited again. */
const JPEG_QUALITY = 0.95
/** px high: a quarter of what a photograph of 1 MP has, or less, is looked at. */
const STRIP = 16
const SAMPLES = 3
/** A picture that is flat between the strips may weigh this much less than they say. */
const MARGIN = 2
