import { AppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import { notLargerText, shapeDiffersText } from '../texts/images.ts'
import { GROUND, hasAlpha } from './alpha.ts'
import { decode } from './decode.ts'
import { decodeOriginal, masked, PAPER, paint, place, withPixels } from './drawing.ts'
import { encode, encodeOpaque } from './encode.ts'
import { resultSize } from './fit.ts'
import { comparedSize, likenessOf } from './likeness.ts'
import type { Look } from './look.ts'
import type { Drawn, EnlargeOrder } from './orders.ts'
import type { MakeSurface, Surface } from './surface.ts'

/**
 * The whole of an upscaler's answer, at the ratio of its source. Alpha of its own stays; where the source has some and the
 * answer has not, it gets the source's. Throws `provider` where the answer is not larger, or of another shape.
 */
export async function enlarge(
  { answer, source, original, keepsAlpha }: EnlargeOrder,
  make: MakeSurface,
): Promise<Drawn> {
  const surface = await withPixels(decode(answer, { owner: 'provider' }), (bitmap) => {
    assertEnlarged(bitmap, source)
    const result = make(resultSize(source, bitmap))
    place(result, bitmap)
    return result
  })
  if (!original) return finish(surface, undefined, make)
  const { mask, before } = await withPixels(decodeOriginal(original), (bitmap) => {
    const mask = keepsAlpha ? make(surface) : undefined
    if (mask) place(mask, bitmap)
    return { mask, before: lookOf(bitmap, make) }
  })
  const drawn = await finish(surface, mask, make)
  return { ...drawn, likeness: likenessOf(before, lookOf(surface.canvas, make, before), source) }
}

async function finish(surface: Surface, mask: Surface | undefined, make: MakeSurface): Promise<Drawn> {
  const isClear = mask !== undefined && hasAlpha(mask.canvas, make)
  if (isClear && hasAlpha(surface.canvas, make)) {
    return { picture: await encode(surface, 'image/png'), transparent: true }
  }
  surface.context.globalCompositeOperation = 'destination-over'
  paint(surface, isClear ? GROUND : PAPER)
  return isClear ? masked(surface, mask) : { picture: await encodeOpaque(surface, make), transparent: false }
}

/** Both pictures are looked at in one small size, and what is clear in them on one ground. */
function lookOf(image: Size & CanvasImageSource, make: MakeSurface, size: Size = comparedSize(image)): Look {
  const small = make(size)
  paint(small, GROUND)
  place(small, image)
  const { width, height } = small
  return { width, height, pixels: small.context.getImageData(0, 0, width, height).data }
}

function assertEnlarged(came: Size, source: Size) {
  const { width, height } = came
  const [across, down] = [width / source.width, height / source.height]
  const isLarger = Math.max(across, down) > 1 && Math.min(across, down) >= 1
  // Of a thin strip one whole px is more than that.
  const isRounded = Math.abs(height - source.height * across) <= 1 || Math.abs(width - source.width * down) <= 1
  if (isLarger && (isRounded || Math.abs(Math.log(across / down)) <= SHAPE_SLACK)) return
  throw new AppError('provider', (isLarger ? shapeDiffersText : notLargerText)({ came, image: source }))
}

/** An upscaler may round its edges to what its model likes: of 3 % nobody sees that they are evened out. */
const SHAPE_SLACK = 0.03
