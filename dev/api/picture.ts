import sharp, { type Sharp } from 'sharp'
import type { EditForm, OutputFormat } from './form.ts'
import { toSharp } from './paint/canvas.ts'
import { paint } from './paint/paint.ts'
import { createRandom } from './paint/random.ts'
import { preparedPicture } from './prepared.ts'
import { nearestSize, offRatio, type Size } from './sizes.ts'
import type { Settings } from './stand.ts'
import type { Trouble } from './trouble.ts'

/** One picture of an answer. */
export interface Made {
  readonly file: Buffer
  /** The file as base64 text in pieces, where that is at hand. */
  base64?: readonly Buffer[]
  /** The size the service says it made. */
  nominal: Size
  seed: number
  /** What was understood and done, in words. */
  did: string[]
  /** Of an edit alone. */
  revisedPrompt?: string
}

interface Circumstances {
  seed: number
  trouble: Trouble
  settings: Pick<Settings, 'offRatio'> & { prepared?: boolean }
}

/** What a picture is made from; the forms of all services come down to this. */
export interface Wish
  extends Pick<EditForm, 'prompt' | 'pictures' | 'ratio' | 'outputFormat' | 'turbo'>,
    Partial<Pick<EditForm, 'compression' | 'weights'>> {
  /** Gives the input pixels back, as the prompt `echo` does. */
  echo: boolean
  /** Where the size is not the nearest of p-image-edit's seven. */
  nominal?: Size | undefined
}

/** Follows the wish to a file: shape, content, format. */
export async function makePicture(asked: Wish, { seed, trouble, settings }: Circumstances): Promise<Made> {
  const { prompt, pictures, weights } = asked
  const main = pictures[0]!
  const nominal = asked.nominal ?? nearestSize(asked.ratio ?? main.width / main.height)
  if (settings.prepared && asked.outputFormat === 'png' && !trouble.size) {
    const about = { nominal, seed, did: ['prepared'], revisedPrompt: `${prompt} [prepared]` }
    const prepared = preparedPicture(nominal, seed)
    return trouble.file ? { file: trouble.file(prepared.file), ...about } : Object.assign(prepared, about)
  }
  const echoes = asked.echo || prompt.trim() === 'echo'
  const usual = echoes ? nominal : offRatio(nominal, createRandom(seed)(), settings.offRatio)
  const size = trouble.size?.(usual) ?? usual

  const painted = echoes ? undefined : await paint({ ...asked, size: nominal, seed, weights })
  const content = painted ? toSharp(painted.canvas) : sharp(main.bytes)
  const file = await encode(content.resize({ ...size, fit: 'fill' }), asked)
  const did = painted?.did ?? ['echo']
  return { file: trouble.file?.(file) ?? file, nominal, seed, did, revisedPrompt: `${prompt} [${did.join(', ')}]` }
}

export interface Encoding {
  outputFormat: OutputFormat
  /** 1–100 */
  compression?: number | undefined
}

/** The least effort each encoder offers: a full-effort AVIF of one megapixel takes ten seconds. */
export function encode(content: Sharp, { outputFormat, compression: quality = QUALITY }: Encoding): Promise<Buffer> {
  const said = content.withExif({ IFD0: { ImageDescription: 'Made by a stand-in, not by a model' } })
  switch (outputFormat) {
    case 'png':
      return said.png({ compressionLevel: 3 }).toBuffer()
    case 'jpeg':
      return said.flatten({ background: 'white' }).jpeg({ quality }).toBuffer()
    case 'webp':
      return said.webp({ quality, effort: 0 }).toBuffer()
    case 'avif':
      return said.avif({ quality, effort: 0 }).toBuffer()
    case 'gif':
      return said.gif({ effort: 1 }).toBuffer()
  }
}

const QUALITY = 90 // of 100
