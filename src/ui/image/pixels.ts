import { type Rect, typeOf } from '../../shared/picture.ts'
import { GROUND, hasAlpha } from './alpha.ts'
import { converted } from './converted.ts'
import { decode } from './decode.ts'
import { decodeOriginal, masked, maskFor, PAPER, paint, place, withPixels } from './drawing.ts'
import { encode, encodeOpaque } from './encode.ts'
import { enlarge } from './enlarge.ts'
import { cut, resultSize, withinLimit } from './fit.ts'
import type { CutOrder, Drawn, FrameOrder, Order, ThumbnailOrder } from './orders.ts'
import { referred } from './referred.ts'
import { maskOf } from './region/mask.ts'
import { patch } from './region/patch.ts'
import { resampled } from './resampled.ts'
import type { MakeSurface, Surface } from './surface.ts'

/** Does one order, in a worker or on the page. Keeps nothing. Throws `image`, and `provider` for a provider's file. */
export async function draw(order: Order, makeSurface: MakeSurface): Promise<Drawn> {
  const made: Surface[] = []
  const make: MakeSurface = (size) => {
    const surface = makeSurface(size)
    made.push(surface)
    return surface
  }
  try {
    if (order.work === 'frame') return await frame(order, make)
    if (order.work === 'cut') return await cutOut(order, make)
    if (order.work === 'patch') return await patch(order, make)
    if (order.work === 'mask') return await maskOf(order, make)
    if (order.work === 'enlarge') return await enlarge(order, make)
    if (order.work === 'resample') return await resampled(order, make)
    if (order.work === 'convert') return await converted(order, make)
    if (order.work === 'refer') return await referred(order, make)
    return await thumbnail(order, make)
  } finally {
    for (const { free } of made) free()
  }
}

async function frame({ original, shape, content, crop, bare }: FrameOrder, make: MakeSurface): Promise<Drawn> {
  return withPixels(decodeOriginal(original), async (bitmap) => {
    const isPhoto = typeOf(original.bytes) === 'image/jpeg'
    // Looking at every pixel takes longer than decoding them, and a JPEG has no alpha to look for.
    const transparent = !isPhoto && hasAlpha(bitmap, make)
    const surface = make(shape)
    if (transparent && !bare) paint(surface, GROUND)
    place(surface, bitmap, content, crop)
    if (!transparent) spreadEdges(surface, content)
    // What was a JPEG loses nothing that a model could see, and is uploaded in a fifth of the time.
    return { picture: await encode(surface, isPhoto ? 'image/jpeg' : 'image/png'), transparent }
  })
}

async function cutOut({ answer, shape, content, source, alphaOf }: CutOrder, make: MakeSurface): Promise<Drawn> {
  const surface = await withPixels(decode(answer, { owner: 'provider' }), (bitmap) => {
    const from = cut(content, { shape, answer: bitmap })
    const result = make(resultSize(source, from))
    // A model may answer with alpha of its own, where nothing but the source's is wanted.
    paint(result, alphaOf ? GROUND : PAPER)
    result.context.drawImage(bitmap, from.x, from.y, from.width, from.height, 0, 0, result.width, result.height)
    return result
  })
  if (!alphaOf) return { picture: await encodeOpaque(surface, make), transparent: false }
  return masked(surface, await maskFor(surface, alphaOf, make))
}

async function thumbnail({ original, maxEdge }: ThumbnailOrder, make: MakeSurface): Promise<Drawn> {
  const surface = await withPixels(decodeOriginal(original), (bitmap) => {
    const small = make(withinLimit(bitmap, maxEdge))
    place(small, bitmap)
    return small
  })
  const transparent = hasAlpha(surface.canvas, make)
  return { picture: transparent ? await encode(surface, 'image/png') : await encodeOpaque(surface, make), transparent }
}

/** Pads with the content's own border pixels: a model takes black bars for a part of the picture and keeps them. */
function spreadEdges({ context, canvas, width, height }: Surface, { x, y, width: across, height: down }: Rect) {
  const right = x + across
  const bottom = y + down
  context.imageSmoothingEnabled = false
  if (x > 0) context.drawImage(canvas, x, y, 1, down, 0, y, x, down)
  if (right < width) context.drawImage(canvas, right - 1, y, 1, down, right, y, width - right, down)
  if (y > 0) context.drawImage(canvas, 0, y, width, 1, 0, 0, width, y)
  if (bottom < height) context.drawImage(canvas, 0, bottom - 1, width, 1, 0, bottom, width, height - bottom)
}
