import sharp from 'sharp'
import type { EditForm } from './form.ts'
import { type Encoding, encode, type Made } from './picture.ts'
import type { Size } from './sizes.ts'
import type { Trouble } from './trouble.ts'

interface Wish extends Encoding {
  size: Size
  /** Brings out what is fine. */
  details?: boolean
  /** Louder colors and a little grain, where a model would invent skin and cloth. */
  realism?: boolean
}

/** The picture in another size by resampling: more pixels that are really computed, and nothing that was not there. */
export async function upscale(bytes: Buffer, { size, details, realism, ...encoding }: Wish): Promise<Buffer> {
  let content = sharp(bytes).resize({ ...size, fit: 'fill', kernel: 'lanczos3' })
  if (details) content = content.sharpen({ sigma: 1.2 })
  if (realism) content = content.modulate({ saturation: 1.04 })
  return encode(content, encoding)
}

/** What the gateway answers with when a form asks for a larger picture. */
export async function makeLarger(asked: EditForm, factor: number, { size, file, source }: Trouble): Promise<Made> {
  const [main] = asked.pictures
  const nominal = scaled(main!, factor)
  const made = await upscale((await source?.(main!.bytes)) ?? main!.bytes, {
    ...asked,
    size: size?.(nominal) ?? nominal,
    details: true,
  })
  return { file: file?.(made) ?? made, nominal, seed: 0, did: [`${factor} times larger`] }
}

/** px */
export const scaled = ({ width, height }: Size, factor: number): Size => ({
  width: Math.max(1, Math.round(width * factor)),
  height: Math.max(1, Math.round(height * factor)),
})
