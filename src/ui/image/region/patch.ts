import type { Rect, Size } from '../../../shared/picture.ts'
import { GROUND, restoreAlpha } from '../alpha.ts'
import { decode } from '../decode.ts'
import { decodeOriginal, PAPER, paint, place, withPixels } from '../drawing.ts'
import { encode } from '../encode.ts'
import { cut, withinLimit } from '../fit.ts'
import type { Affine, Drawn, Original, PatchOrder, Region } from '../orders.ts'
import type { MakeSurface, Surface } from '../surface.ts'
import { blend, type Pixels } from './blend.ts'
import { comparedIn } from './compared.ts'
import { driftOf, type Field } from './drift.ts'
import { feathered, type Sides } from './feather.ts'
import { regionIn } from './mask.ts'
import { pngOf } from './png-file.ts'
import { straightPixels } from './png-pixels.ts'

/** Lays an answer for a crop back into its picture, within the region alone. Throws `image`, `provider`. */
export async function patch(order: PatchOrder, make: MakeSurface): Promise<Drawn> {
  const { told } = order.picture
  const limited = withinLimit(told)
  const scale = limited.width / told.width
  const { crop, region } = scale < 1 ? scaledDown(order, scale, limited) : order
  const base = await baseOf(order.picture, limited, make)
  const answer = await answerFor(crop, order, { isClear: base.isClear, make })
  if (base.isClear) restoreAlpha(answer.data, croppedFrom(base.pixels, crop).data)
  const alpha = alphaOf(await regionIn(crop, region, make))
  const weights = feathered(alpha, crop, { radius: region.feather, open: sidesOf(crop, limited) })
  const field = order.corrects ? driftOf(comparedIn({ picture: base.pixels, crop, answer, weights })) : undefined
  blend(base.pixels, { answer, weights, crop, field })
  return { picture: await base.encode(), transparent: base.isClear, drift: field ? meanOf(field) : 0 }
}

/** A picture to be changed in place, and its file after that. */
interface Base {
  pixels: Pixels
  /** Whether it has alpha. */
  isClear: boolean
  encode(): Promise<Drawn['picture']>
}

async function baseOf(picture: Original, size: Size, make: MakeSurface): Promise<Base> {
  const straight = await straightPixels(picture.bytes)
  if (straight && straight.width === size.width && straight.height === size.height) {
    return { pixels: straight, isClear: true, encode: () => pngOf(straight) }
  }
  const drawn = make(size)
  await withPixels(decodeOriginal(picture), (bitmap) => place(drawn, bitmap))
  const pixels = readOff(drawn)
  const isClear = isTransparent(pixels.data)
  const encoded = async () => {
    const surface = make(size)
    surface.context.putImageData(pixels, 0, 0)
    return encode(surface, 'image/png')
  }
  return { pixels, isClear, encode: isClear ? () => pngOf(pixels) : encoded }
}

/** The canvas goes: of a picture of 4096 × 4096 px it and its pixels weigh 64 MB each. */
function readOff(surface: Surface): ImageData {
  const pixels = surface.context.getImageData(0, 0, surface.width, surface.height)
  surface.free()
  return pixels
}

/** The answer at the crop's own px. */
async function answerFor(
  crop: Rect,
  { answer, shape, content }: PatchOrder,
  { isClear, make }: { isClear: boolean; make: MakeSurface },
): Promise<Pixels> {
  const surface = make({ width: crop.width, height: crop.height })
  await withPixels(decode(answer, { owner: 'provider' }), (bitmap) => {
    const from = cut(content, { shape, answer: bitmap })
    paint(surface, isClear ? GROUND : PAPER)
    surface.context.imageSmoothingQuality = 'high'
    place(surface, bitmap, undefined, from)
  })
  return readOff(surface)
}

function croppedFrom({ width, data }: Pixels, crop: Rect): Pixels {
  const cropped = new Uint8ClampedArray(crop.width * crop.height * 4)
  for (let y = 0; y < crop.height; y++) {
    const from = ((crop.y + y) * width + crop.x) * 4
    cropped.set(data.subarray(from, from + crop.width * 4), y * crop.width * 4)
  }
  return { width: crop.width, height: crop.height, data: cropped }
}

/** Read in strips: of each px only a byte is wanted. */
function alphaOf({ context, width, height, free }: Surface): Uint8ClampedArray {
  const alpha = new Uint8ClampedArray(width * height)
  for (let top = 0; top < height; top += STRIP) {
    const { data } = context.getImageData(0, top, width, Math.min(STRIP, height - top))
    for (let at = 0; at * 4 < data.length; at++) alpha[top * width + at] = data[at * 4 + 3]!
  }
  free()
  return alpha
}

const sidesOf = ({ x, y, width, height }: Rect, picture: Size): Sides => ({
  left: x === 0,
  top: y === 0,
  right: x + width === picture.width,
  bottom: y + height === picture.height,
})

/** In a picture that Figma takes only smaller, everything lies nearer together. */
function scaledDown({ crop, region }: PatchOrder, scale: number, limited: Size) {
  const scaled = ({ x, y, width, height }: Rect) => ({
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  })
  const { x, y, width, height } = scaled(crop)
  const [left, top] = [Math.round(x), Math.round(y)]
  const whole = {
    ...{ x: left, y: top },
    width: Math.max(1, Math.min(limited.width, Math.round(x + width)) - left),
    height: Math.max(1, Math.min(limited.height, Math.round(y + height)) - top),
  }
  const mask = region.mask && {
    ...region.mask,
    toPicture: region.mask.toPicture.map((part) => part * scale) as unknown as Affine,
  }
  const smaller: Region = { bounds: scaled(region.bounds), mask, feather: region.feather * scale }
  return { crop: whole, region: smaller }
}

function isTransparent(pixels: Uint8ClampedArray) {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at]! < 255) return true
  return false
}

const meanOf = ({ levels }: Field) => levels.reduce((sum, level) => sum + Math.abs(level), 0) / levels.length
/** px high */
const STRIP = 256
