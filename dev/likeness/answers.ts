import sharp, { type Sharp } from 'sharp'
import { resample } from '../../src/ui/image/resample.ts'
import type { Raster } from './pictures.ts'

export type Answer = (picture: Raster, factor: number) => Promise<Raster>

/** What an upscaler may send back, and is to be placed. */
export const SAME: Record<string, Answer> = {
  lanczos: async (picture, factor) => resampled(picture, factor),
  cubic: (picture, factor) => enlarged(picture, factor),
  nearest: (picture, factor) => enlarged(picture, factor, { kernel: 'nearest' }),
  sharpened: (picture, factor) => enlarged(picture, factor, { change: (image) => image.sharpen({ sigma: 1.2 }) }),
  'sharpened more': (picture, factor) =>
    enlarged(picture, factor, { change: (image) => image.sharpen({ sigma: 2, m2: 4 }) }),
  grain: async (picture, factor) => withGrain(await enlarged(picture, factor), 6),
  jpeg: (picture, factor) => enlarged(picture, factor, { change: (image) => image.jpeg({ quality: 80 }) }),
  webp: (picture, factor) => enlarged(picture, factor, { change: (image) => image.webp({ quality: 60 }) }),
  smoothed: (picture, factor) => enlarged(picture, factor, { change: (image) => image.median(5) }),
  lighter: (picture, factor) => enlarged(picture, factor, { change: (image) => image.linear(1.03, 0) }),
  darker: (picture, factor) => enlarged(picture, factor, { change: (image) => image.linear(0.97, 0) }),
  warmer: (picture, factor) => enlarged(picture, factor, { change: tinted([1.03, 1, 0.97]) }),
  saturated: (picture, factor) =>
    enlarged(picture, factor, { change: (image) => image.modulate({ saturation: 1.04 }) }),
  uneven: (picture, factor) => enlarged(picture, factor, { off: 1 }),
  'rounded to 64': (picture, factor) => enlarged(picture, factor, { step: 64 }),
}

/** What is not the picture that was sent, and is to be asked about. */
export const OTHER: Record<string, Answer> = {
  mirrored: (picture, factor) => enlarged(picture, factor, { change: (image) => image.flop() }),
  'upside down': (picture, factor) => enlarged(picture, factor, { change: (image) => image.rotate(180) }),
  'right 8 px': (picture, factor) => enlarged(moved(picture, 8, 0), factor),
  'down 8 px': (picture, factor) => enlarged(moved(picture, 0, 8), factor),
  'aslant 8 px': (picture, factor) => enlarged(moved(picture, -6, 5), factor),
  'red is blue': (picture, factor) =>
    enlarged(
      mapped(picture, (colour) => colour.toReversed()),
      factor,
    ),
  'hue + 90°': (picture, factor) => enlarged(picture, factor, { change: (image) => image.modulate({ hue: 90 }) }),
  'hue + 180°': (picture, factor) => enlarged(picture, factor, { change: (image) => image.modulate({ hue: 180 }) }),
  negative: (picture, factor) =>
    enlarged(
      mapped(picture, (colour) => colour.map((value) => 255 - value)),
      factor,
    ),
}

interface How {
  kernel?: 'cubic' | 'nearest'
  /** px that the answer is wider than it should be */
  off?: number
  /** px of which each edge is a multiple */
  step?: number
  change?: (image: Sharp) => Sharp
}

async function enlarged({ data, ...size }: Raster, factor: number, how: How = {}): Promise<Raster> {
  const { kernel = 'cubic', off = 0, step = 1, change = (image) => image } = how
  const whole = (edge: number) => Math.ceil((edge * factor) / step) * step
  const large = { width: whole(size.width) + off, height: whole(size.height) }
  const bigger = await sharp(data, { raw: { ...size, channels: 4 } })
    .resize({ ...large, fit: 'fill', kernel })
    .png({ compressionLevel: 0 })
    .toBuffer()
  // Through files, so that one change is over when the next begins, and what compresses does so.
  const answer = await change(sharp(bigger)).toBuffer()
  const pixels = await sharp(answer).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = pixels.info
  return { data: new Uint8ClampedArray(pixels.data), width, height }
}

/** As the panel does it itself. */
function resampled({ data, width, height }: Raster, factor: number): Raster {
  const size = { width: width * factor, height: height * factor }
  const result = new Uint8ClampedArray(size.width * size.height * 4)
  resample({
    ...{ source: { width, height }, size, transparent: true },
    read: (top, count) => data.slice(top * width * 4, (top + count) * width * 4),
    write: (rows, top) => result.set(rows, top * size.width * 4),
  })
  return { ...size, data: result }
}

const tinted = (factors: [number, number, number]) => (image: Sharp) =>
  image.removeAlpha().linear(factors, [0, 0, 0]).png({ compressionLevel: 0 })

function mapped({ data, ...size }: Raster, change: (colour: number[]) => number[]): Raster {
  const result = data.slice()
  for (let at = 0; at < data.length; at += 4) result.set(change([...data.subarray(at, at + 3)]), at)
  return { ...size, data: result }
}

/** The edge's own px come after it. */
function moved({ data, width, height }: Raster, right: number, down: number): Raster {
  const within = (place: number, edge: number) => Math.max(0, Math.min(edge - 1, place))
  const from = new Uint32Array(data.buffer)
  const to = new Uint32Array(from.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      to[y * width + x] = from[within(y - down, height) * width + within(x - right, width)]!
  }
  return { width, height, data: new Uint8ClampedArray(to.buffer) }
}

/** Noise of that standard deviation, in levels, the same each time. */
function withGrain({ data, ...size }: Raster, sigma: number): Raster {
  let state = 1
  const random = () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
  const result = data.map((value, at) => {
    return at % 4 === 3 ? value : value + (random() + random() + random() - 1.5) * 2 * sigma
  })
  return { ...size, data: result }
}
