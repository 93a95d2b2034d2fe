import type { Size } from '../../shared/picture.ts'
import { FIGMA_LIMIT } from '../image/fit.ts'
import type { CanUpscale, Steps } from '../providers/provider.ts'
import { type Enlarging, mostFactor, upscaledSize } from '../providers/upscaling.ts'

/** One way to make a picture larger, and px of what comes of it, about. */
export interface Larger {
  enlarging: Enlarging
  factor: number
  size: Size
}

/**
 * Why a picture cannot be made larger: it has all that Figma takes, nearly so, or no model has a step that fits; it was
 * resampled to that size already, or is but a larger copy of an original that is not there.
 */
export type NotLarger = 'limit' | 'gain' | 'steps' | 'done' | 'original'

/** What one model offers for a picture, the least first: what Figma takes and the model gives, and what is worth paying. */
export function enlargingsOf(picture: Size, can: CanUpscale): Larger[] {
  const asked: Enlarging[] = can.factor
    ? factorsIn(can.factor, mostFactor(picture, can)).map((factor) => ({ factor }))
    : targetsIn(can.target).map((target) => ({ target }))
  return worthwhile(asked, picture, can)
}

/** What comes of these: what Figma takes, and what is worth paying. */
export const worthwhile = (asked: readonly Enlarging[], picture: Size, can: CanUpscale): Larger[] =>
  asked
    .map((enlarging) => {
      const size = upscaledSize(picture, enlarging, can)
      return { enlarging, size, factor: enlarging.factor ?? size.width / picture.width }
    })
    .filter(({ size, factor }) => factor >= LEAST_GAIN && edgeOf(size) <= FIGMA_LIMIT)

/** What is offered first: the model's usual step, or the largest even one below it that fits. */
export function usualOf(offered: readonly Larger[], { factor, target }: CanUpscale): Larger | undefined {
  const usual = (factor ?? target)?.usual ?? 0
  const even = offered.filter(({ enlarging }) => Number.isInteger(stepOf(enlarging)) && stepOf(enlarging) <= usual)
  return even.at(-1) ?? offered[0]
}

/** Undefined where only the models decide. */
export function whyNotLarger(picture: Size): NotLarger | undefined {
  if (edgeOf(picture) >= FIGMA_LIMIT) return 'limit'
  return FIGMA_LIMIT / edgeOf(picture) < LEAST_GAIN ? 'gain' : undefined
}

const stepOf = ({ factor, target }: Enlarging) => factor ?? target ?? 0

function factorsIn(steps: Steps, room: number): number[] {
  if ('only' in steps) return steps.only.filter((factor) => factor <= room)
  const most = Math.min(steps.most, room)
  const even = EVEN_FACTORS.filter(
    (one) => one >= steps.least && one <= most && (!steps.whole || Number.isInteger(one)),
  )
  // As far as it goes: mostly that is Figma's limit.
  const last = Math.floor(most * 100) / 100
  const isWorthIt = !steps.whole && last >= steps.least && last >= (even.at(-1) ?? 1) * LEAST_GAIN
  return isWorthIt ? [...even, last] : even
}

/** MP, whole ones. */
function targetsIn(steps: Steps | undefined): readonly number[] {
  if (!steps) return []
  if ('only' in steps) return steps.only
  const first = Math.ceil(steps.least)
  return Array.from({ length: Math.max(0, Math.floor(steps.most) - first + 1) }, (_, index) => first + index)
}

const edgeOf = ({ width, height }: Size) => Math.max(width, height)

const EVEN_FACTORS = [1.5, 2, 3, 4, 6, 8]
/** Less than 5 % more on each side is not seen, and not worth a request. */
export const LEAST_GAIN = 1.05
