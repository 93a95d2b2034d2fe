import type { Size } from '../../../shared/picture.ts'
import { GROUND, restoreAlpha } from '../alpha.ts'
import { decode } from '../decode.ts'
import { decodeOriginal, PAPER, paint, place, withPixels } from '../drawing.ts'
import { encode } from '../encode.ts'
import { cut, type Rect, withinLimit } from '../fit.ts'
import type { Affine, Drawn, Original, PatchOrder, Region } from '../orders.ts'
import type { MakeSurface, Surface } from '../surface.ts'
import { blend, type Pixels } from './blend.ts'
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
  const before = croppedFrom(base.pixels, crop)
  const answer = await answerFor(crop, order, { isClear: base.isClear, make })
  if (base.isClear) restoreAlpha(answer.data, before.data)
  const alpha = await regionIn(crop, region, make)
  const weights = feathered(alphaOf(alpha), crop, { radius: region.feather, open: sidesOf(crop, limited) })
  const field = order.corrects ? driftOf(compared({ before, answer, weights }, make)) : undefined
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
  const surface = make(size)
  await withPixels(decodeOriginal(picture), (bitmap) => place(surface, bitmap))
  const pixels = surface.context.getImageData(0, 0, size.width, size.height)
  const isClear = isTransparent(pixels.data)
  const encoded = () => {
    surface.context.putImageData(pixels, 0, 0)
    return encode(surface, 'image/png')
  }
  return { pixels, isClear, encode: isClear ? () => pngOf(pixels) : encoded }
}

/** The answer at the crop's own px. */
async function answerFor(
  crop: Rect,
  { answer, shape, content }: PatchOrder,
  { isClear, make }: { isClear: boolean; make: MakeSurface },
): Promise<Pixels> {
  const surface = make({ width: crop.width, height: crop.height })
  await withPixels(decode(answer, { origin: 'provider' }), (bitmap) => {
    const from = cut(content, { shape, answer: bitmap })
    paint(surface, isClear ? GROUND : PAPER)
    surface.context.imageSmoothingQuality = 'high'
    place(surface, bitmap, undefined, from)
  })
  return surface.context.getImageData(0, 0, crop.width, crop.height)
}

function croppedFrom({ width, data }: Pixels, crop: Rect): Pixels {
  const cropped = new Uint8ClampedArray(crop.width * crop.height * 4)
  for (let y = 0; y < crop.height; y++) {
    const from = ((crop.y + y) * width + crop.x) * 4
    cropped.set(data.subarray(from, from + crop.width * 4), y * crop.width * 4)
  }
  return { width: crop.width, height: crop.height, data: cropped }
}

function alphaOf({ context, width, height }: Surface): Uint8ClampedArray {
  const { data } = context.getImageData(0, 0, width, height)
  const alpha = new Uint8ClampedArray(width * height)
  for (let at = 0; at < alpha.length; at++) alpha[at] = data[at * 4 + 3]!
  return alpha
}

/** All three in one small size, where only tones are left. */
function compared(
  { before, answer, weights }: { before: Pixels; answer: Pixels; weights: Uint8ClampedArray },
  make: MakeSurface,
) {
  const size = withinLimit(before, COMPARED)
  const { width, height } = size
  return {
    ...{ width, height, before: reduced(before, size, make), after: reduced(answer, size, make) },
    weights: mostOf(weights, before, size),
  }
}

function reduced(pixels: Pixels, size: Size, make: MakeSurface): Uint8ClampedArray {
  const large = make(pixels)
  large.context.putImageData(new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height), 0, 0)
  const small = make(size)
  place(small, large.canvas)
  large.free()
  return small.context.getImageData(0, 0, small.width, small.height).data
}

/** The largest weight within each small px, and next to it: what mixes with a px that changes says nothing. */
function mostOf(weights: Uint8ClampedArray, { width, height }: Size, size: Size): Uint8ClampedArray {
  const most = new Uint8ClampedArray(size.width * size.height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * size.height) / height) * size.width
    for (let x = 0; x < width; x++) {
      const at = row + Math.floor((x * size.width) / width)
      most[at] = Math.max(most[at]!, weights[y * width + x]!)
    }
  }
  return most.map((_, at) => {
    const [x, y] = [at % size.width, Math.floor(at / size.width)]
    const near = (column: number, row: number) =>
      column >= 0 && column < size.width && row >= 0 && row < size.height ? most[row * size.width + column]! : 0
    return Math.max(...AROUND.map(([across, down]) => near(x + across, y + down)))
  })
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

const AROUND = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const))
/** px, the longer edge */
const COMPARED = 96
