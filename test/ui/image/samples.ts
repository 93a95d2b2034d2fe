import sharp, { type Sharp } from 'sharp'
import type { Bytes, Picture, PictureType, Size } from '../../../src/shared/picture.ts'

type Rgba = readonly [red: number, green: number, blue: number, alpha: number]
type Encode = (image: Sharp) => Sharp

/** A picture whose every pixel is computed. */
export async function sample(
  { width, height }: Size,
  colourAt: (x: number, y: number) => Rgba,
  encode: Encode = asPng,
) {
  const raw = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raw.set(colourAt(x, y), (y * width + x) * 4)
  const bytes = bytesOf(await encode(sharp(raw, { raw: { width, height, channels: 4 } })).toBuffer())
  return { bytes, width, height, type: await typeBy(bytes) } satisfies Picture
}

export const asPng: Encode = (image) => image.png({ compressionLevel: 1 })
/** Sharp writes RGBA where it can: what has no alpha is to have no alpha channel. */
export const asJpeg: Encode = (image) => image.removeAlpha().jpeg({ quality: 95, chromaSubsampling: '4:4:4' })

export const bytesOf = (buffer: Buffer): Bytes => new Uint8Array(buffer)

/** Decoded by a library that shares nothing with the browser. */
export async function pixelsOf(picture: { bytes: Uint8Array }) {
  const { data, info } = await sharp(picture.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const at = (x: number, y: number): Rgba => {
    const start = (Math.round(y) * width + Math.round(x)) * 4
    return [data[start]!, data[start + 1]!, data[start + 2]!, data[start + 3]!]
  }
  return { width, height, data, at }
}

/** What a model that changes nothing answers: the same pixels at a size of its own. */
export async function echoOf({ bytes }: { bytes: Uint8Array }, { width, height }: Size, encode: Encode = asPng) {
  const image = sharp(bytes).resize({ width, height, fit: 'fill' })
  return bytesOf(await encode(image).toBuffer())
}

const typeBy = async (bytes: Uint8Array) => `image/${(await sharp(bytes).metadata()).format}` as PictureType
