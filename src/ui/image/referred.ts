import { hasAlpha } from './alpha.ts'
import { decode } from './decode.ts'
import { place, withPixels } from './drawing.ts'
import { encode } from './encode.ts'
import { REFERENCE_PIXELS, withinLimit, withinPixels } from './fit.ts'
import type { Drawn, ReferOrder } from './orders.ts'
import type { MakeSurface } from './surface.ts'

/** A picture that is sent beside the one that is edited: upright, of as many pixels as a model looks at, drawn anew. */
export async function referred({ file, told }: ReferOrder, make: MakeSurface): Promise<Drawn> {
  const surface = await withPixels(decode(file, { owner: 'ours', told }), (bitmap) => {
    const surface = make(withinLimit(withinPixels(bitmap, REFERENCE_PIXELS)))
    place(surface, bitmap)
    return surface
  })
  const transparent = hasAlpha(surface.canvas, make)
  return { picture: await encode(surface, transparent ? 'image/png' : 'image/jpeg'), transparent }
}
