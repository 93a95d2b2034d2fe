import { AppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import { GROUND, hasAlpha } from './alpha.ts'
import { decode } from './decode.ts'
import { masked, maskFor, PAPER, paint, place, withPixels } from './drawing.ts'
import { encode, encodeOpaque } from './encode.ts'
import { resultSize } from './fit.ts'
import type { Drawn, EnlargeOrder } from './orders.ts'
import type { MakeSurface } from './surface.ts'

/**
 * The whole of an upscaler's answer, at the ratio of its source. Alpha of its own stays; where the source has some and the
 * answer has not, it gets the source's. Throws `provider` where the answer is not larger, or of another shape.
 */
export async function enlarge({ answer, source, alphaOf }: EnlargeOrder, make: MakeSurface): Promise<Drawn> {
  const surface = await withPixels(decode(answer, { origin: 'provider' }), (bitmap) => {
    assertEnlarged(bitmap, source)
    const result = make(resultSize(source, bitmap))
    place(result, bitmap)
    return result
  })
  const mask = alphaOf && (await maskFor(surface, alphaOf, make))
  const isClear = mask !== undefined && hasAlpha(mask.canvas, make)
  if (isClear && hasAlpha(surface.canvas, make)) {
    return { picture: await encode(surface, 'image/png'), transparent: true }
  }
  surface.context.globalCompositeOperation = 'destination-over'
  paint(surface, isClear ? GROUND : PAPER)
  return isClear ? masked(surface, mask) : { picture: await encodeOpaque(surface, make), transparent: false }
}

function assertEnlarged({ width, height }: Size, source: Size) {
  const [across, down] = [width / source.width, height / source.height]
  const isLarger = Math.max(across, down) > 1 && Math.min(across, down) >= 1
  // Of a thin strip one whole px is more than that.
  const isRounded = Math.abs(height - source.height * across) <= 1 || Math.abs(width - source.width * down) <= 1
  if (isLarger && (isRounded || Math.abs(Math.log(across / down)) <= SHAPE_SLACK)) return
  const whatIsWrong = isLarger ? 'of another shape than' : 'not larger than'
  throw new AppError(
    'provider',
    `What came has ${width} × ${height} px and is ${whatIsWrong} the image, which has ${source.width} × ${source.height} px.`,
  )
}

/** An upscaler may round its edges to what its model likes: of 3 % nobody sees that they are evened out. */
const SHAPE_SLACK = 0.03
