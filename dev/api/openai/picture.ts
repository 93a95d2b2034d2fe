import { randomInt } from 'node:crypto'
import sharp from 'sharp'
import type { PictureTrouble } from '../common-troubles.ts'
import { encode, makePicture } from '../picture.ts'
import type { Size } from '../sizes.ts'
import type { OpenAiForm } from './form.ts'

/** One picture of an answer: opaque, unless its background is asked to be transparent. */
export async function makeOpenAiPicture(asked: OpenAiForm, trouble: PictureTrouble): Promise<Buffer> {
  const { prompt, pictures, nominal, output_format: outputFormat, output_compression, mask, background } = asked
  const main = pictures[0]!.bytes
  const wish = { prompt, pictures, nominal, ratio: undefined, turbo: true, echo: false, outputFormat: 'png' } as const
  const { file } = await makePicture(wish, { seed: randomInt(2 ** 31), trouble: {}, settings: { offRatio: 0 } })

  // Under a mask only what is clear in it changes; a transparent background is so where the main picture was.
  let content = file
  if (mask) content = await lay(await cutTo(mask.bytes, await fill(main, nominal)), content)
  if (background === 'transparent') content = await cutTo(await fill(main, nominal), content)
  const image = background === 'transparent' ? sharp(content) : sharp(content).flatten({ background: 'white' })
  const size = trouble.size?.(nominal) ?? nominal
  const encoding = { outputFormat, compression: Math.max(1, output_compression) }
  const bytes = await encode(image.resize({ ...size, fit: 'fill' }), encoding)
  return trouble.file?.(bytes) ?? bytes
}

const fill = (picture: Buffer, size: Size) =>
  sharp(picture)
    .ensureAlpha()
    .resize({ ...size, fit: 'cover' })
    .png()
    .toBuffer()

const lay = (upper: Buffer, picture: Buffer) =>
  sharp(picture)
    .composite([{ input: upper }])
    .png()
    .toBuffer()

/** What of the picture lies under the opaque part of the shape. */
async function cutTo(shape: Buffer, picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const input = await fill(shape, { width, height })
  return sharp(picture)
    .ensureAlpha()
    .composite([{ input, blend: 'dest-in' }])
    .png()
    .toBuffer()
}
