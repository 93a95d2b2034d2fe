import type { Size } from '../../shared/picture.ts'
import type { AuditedBitmap, Use } from '../../shared/protocol.ts'
import { pixelsIn } from '../providers/upscaling.ts'
import { LEAST_GAIN } from './enlargings.ts'

/** Every use at one scale, or each at the scale that it is exported at. */
export type Target = 1 | 2 | 3 | 4 | 'exports'

/** `large`: it has pixels, and so bytes, that no export uses. */
export type Verdict = 'small' | 'soft' | 'sharp' | 'large'

/** What an image needs so that its largest use is sharp. */
export interface Judged {
  bitmap: AuditedBitmap
  verdict: Verdict
  /** By this its pixels must grow on each side; 1 or less where it has enough. */
  factor: number
  /** px that it would need. */
  needed: Size
  /** The use that decides, and the scale that it is judged at. */
  use: Use
  scale: number
  /** Whether it is too small somewhere where it can be changed. */
  gains: boolean
}

export interface Need {
  factor: number
  needed: Size
  scale: number
}

/** An image is judged by its largest use: the one that needs the most pixels, also where it cannot be changed. */
export function judge(bitmap: AuditedBitmap, target: Target): Judged {
  const judged = bitmap.uses.map((use) => ({ use, ...needOf(bitmap, use, target) }))
  const deciding = judged.reduce((largest, one) => (one.factor > largest.factor ? one : largest))
  const gains = judged.some(({ use, factor }) => !use.skipped && factor >= LEAST_GAIN)
  return { bitmap, ...deciding, verdict: verdictOf(deciding, bitmap), gains }
}

/** What one use needs of its bitmap. */
export function needOf(bitmap: AuditedBitmap, use: Use, target: Target): Need {
  const scale = scaleOf(use, target)
  const shown = shownSize(bitmap, use)
  // What was merely resampled has the detail of its original, whatever pixels it has now.
  const detail = use.density * ((bitmap.resampledFrom ?? bitmap).width / bitmap.width)
  return {
    factor: scale / detail,
    needed: { width: Math.round(shown.width * scale), height: Math.round(shown.height * scale) },
    scale,
  }
}

/** px of the canvas that the whole of the bitmap covers there, also what is cut off. */
export const shownSize = ({ width, height }: Size, { density }: Pick<Use, 'density'>): Size => ({
  width: width / density,
  height: height / density,
})

/** The part of its pixels, and about that of its bytes, that no use needs. */
export function unusedShare({ bitmap, needed, verdict }: Judged): number {
  return verdict === 'large' ? 1 - pixelsIn(needed) / pixelsIn(bitmap) : 0
}

/** What nobody exports is still looked at, in Figma or in a prototype: 1× is the least that anybody sees of it. */
const scaleOf = ({ exported = 1 }: Use, target: Target) => (target === 'exports' ? exported : target)

function verdictOf({ factor, needed }: Need, bitmap: Size): Verdict {
  if (factor > TOO_SMALL) return 'small'
  if (factor >= LEAST_GAIN) return 'soft'
  const isLarge = factor < TOO_LARGE && pixelsIn(bitmap) - pixelsIn(needed) >= LEAST_UNUSED
  return isLarge ? 'large' : 'sharp'
}

/** Each pixel is drawn over more than one and a half: no longer a little soft, single pixels begin to show. */
const TOO_SMALL = 1.5
/** Over twice what is needed on each side: one step of export in reserve is common sense, more is waste. */
const TOO_LARGE = 0.5
/** px, a quarter of a megapixel: below it there are some tens of kB to win, which no download feels. */
const LEAST_UNUSED = 250_000
