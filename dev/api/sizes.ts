import { invalid } from './errors.ts'

/** px */
export interface Size {
  width: number
  height: number
}

/** What p-image-edit answers with; its one resolution tier is 1K. */
export const SIZES: readonly Size[] = [
  { width: 1365, height: 768 },
  { width: 768, height: 1365 },
  { width: 1254, height: 836 },
  { width: 836, height: 1254 },
  { width: 887, height: 1182 },
  { width: 1024, height: 1024 },
  { width: 1183, height: 887 },
]

/** The size whose shape is nearest. Measured as a factor, so that 7:1 is nearer to 8:1 than to 4:1, as the seed says. */
export function nearestSize(ratio: number): Size {
  const distance = ({ width, height }: Size) => Math.abs(Math.log(width / height / ratio))
  return SIZES.reduce((best, size) => (distance(size) < distance(best) ? size : best))
}

/** The shape asked for, `undefined` where the model may choose. `size` wins over `aspect_ratio` whenever it is sent. */
export function askedRatio(asked: { size?: string | undefined; aspectRatio?: string | undefined }): number | undefined {
  const fromAspect = asked.aspectRatio === undefined ? undefined : ratioIn(asked.aspectRatio, ASPECT, 'aspect_ratio')
  return asked.size === undefined ? fromAspect : ratioIn(asked.size, SIZE, 'size')
}

/** Any tier is taken and mapped to the one there is, but it has to be a tier: `2K`, or megapixels such as `0.25`. */
export function checkResolution(text: string | undefined): void {
  if (text !== undefined && !/^(auto|\d+(\.\d+)?k?)$/i.test(text)) {
    throw invalid(`Invalid resolution '${text}': expected 'auto', a tier such as '1K', or megapixels such as '1'`)
  }
}

export const toText = ({ width, height }: Size) => `${width}x${height}`

/** Moves one edge by up to `most` (0.015 = 1.5 %), the same way for the same seed. */
export function offRatio({ width, height }: Size, chance: number, most: number): Size {
  const factor = 1 + (chance * 2 - 1) * most
  const [edge, other] = [Math.max(width, height), Math.min(width, height)]
  const moved = Math.min(
    Math.max(Math.round(edge * factor), Math.ceil(edge * (1 - most))),
    Math.floor(edge * (1 + most)),
  )
  return width >= height ? { width: moved, height: other } : { width: other, height: moved }
}

function ratioIn(text: string, shape: RegExp, field: string): number | undefined {
  if (text === 'auto') return undefined
  const [, width, height] = shape.exec(text) ?? []
  const ratio = Number(width) / Number(height)
  if (Number.isFinite(ratio) && ratio > 0) return ratio
  const forms = field === 'size' ? "'1024x1024', '16:9' or 'auto'" : "'16:9' or 'auto'"
  throw invalid(`Invalid ${field} '${text}': expected ${forms}`)
}

const ASPECT = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/
const SIZE = /^(?:(?=\d+x)|(?=[\d.]+:))(\d+(?:\.\d+)?)[x:](\d+(?:\.\d+)?)$/
