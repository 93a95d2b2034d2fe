import type { JobTrouble } from '../jobs/trouble.ts'
import type { Product } from '../jobs/work.ts'
import type { Size } from '../sizes.ts'
import type { Upload } from '../uploads.ts'
import { scaled, upscale } from '../upscale.ts'
import { MICROS } from '../wallet.ts'
import type { UpscaleBody } from './bodies.ts'

/** What is taken when it is accepted: of a factor, only the fetched picture shows how far it goes. */
export const priceOf = ({ upscale_mode, target }: UpscaleBody) => priceFor(upscale_mode === 'target' ? target : MOST)

export async function makeLarger(
  body: UpscaleBody,
  picture: Upload,
  trouble: JobTrouble,
): Promise<Omit<Product, 'path'>> {
  const wanted = sizeOf(body, picture)
  const size = trouble.size?.(wanted) ?? wanted
  const format = body.output_format === 'jpg' ? 'jpeg' : body.output_format
  const source = (await trouble.source?.(picture.bytes)) ?? picture.bytes
  const bytes = await upscale(source, {
    ...{ size, details: body.enhance_details, realism: body.enhance_realism },
    ...{ outputFormat: format, compression: Math.max(1, body.output_quality) },
  })
  return { bytes, format, price: priceFor((wanted.width * wanted.height) / MEGAPIXEL) }
}

/** A target is kept whether the picture has more pixels or fewer; a factor goes up to the cap and stays there. */
function sizeOf({ upscale_mode, target, factor }: UpscaleBody, { width, height }: Upload): Size {
  const factorFor = (megapixels: number) => Math.sqrt((megapixels * MEGAPIXEL) / (width * height))
  return scaled({ width, height }, upscale_mode === 'target' ? factorFor(target) : Math.min(factor, factorFor(MOST)))
}

/** A third party's list (2026): half a cent up to 4 MP, a cent up to 8. A rounded edge may go a little over. */
const priceFor = (megapixels: number) => Math.round((megapixels <= 4.01 ? 0.005 : 0.01) * MICROS)

const MOST = 8 // MP
const MEGAPIXEL = 1_000_000 // px
