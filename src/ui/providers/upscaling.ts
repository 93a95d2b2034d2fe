import { AppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import { FIGMA_LIMIT } from '../image/fit.ts'
import { beyondFigmaText, factorOnlyText, NEVER_LARGER, NO_FACTOR, NO_TARGET, targetText } from '../texts/limits.ts'
import type { CanUpscale, Steps, UpscaleRequest } from './provider.ts'

export type Enlarging = Pick<UpscaleRequest, 'factor' | 'target'>

/** What is asked for: what was chosen, or what is usual. A factor wins where both are named. */
export function enlargingOf({ factor, target }: Enlarging, can: CanUpscale): Enlarging {
  if (factor !== undefined) return { factor }
  if (target !== undefined) return { target }
  return can.target ? { target: can.target.usual } : { factor: can.factor?.usual }
}

/** px of the result, about. A target is kept also where the picture has more pixels already. */
export function upscaledSize(picture: Size, wanted: Enlarging, can: CanUpscale): Size {
  const { factor, target } = enlargingOf(wanted, can)
  const scale = target === undefined ? Math.min(factor ?? 1, factorTo(can.most, picture)) : factorTo(target, picture)
  return { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
}

/** How often each side is multiplied at the most, by the model's limit and by Figma's. */
export const mostFactor = (picture: Size, { most }: Pick<CanUpscale, 'most'>): number =>
  Math.min(FIGMA_LIMIT / Math.max(picture.width, picture.height), factorTo(most, picture))

const factorTo = (megapixels = Number.POSITIVE_INFINITY, picture: Size) =>
  Math.sqrt((megapixels * MEGAPIXEL) / pixelsIn(picture))

export const pixelsIn = ({ width, height }: Size) => width * height

/** Refuses what the model would refuse, and what Figma would not take once it is paid for: fault `settings`. */
export function assertEnlarging(
  can: CanUpscale | undefined,
  { picture, ...wanted }: UpscaleRequest,
): asserts can is CanUpscale {
  if (!can) throw new AppError('settings', NEVER_LARGER)
  const { factor, target } = enlargingOf(wanted, can)
  if (target !== undefined) assertStep(target, can.target, { none: NO_TARGET, textOf: targetText })
  else assertStep(factor, can.factor, { none: NO_FACTOR, textOf: factorOnlyText })
  const size = upscaledSize(picture, wanted, can)
  if (Math.max(size.width, size.height) <= FIGMA_LIMIT) return
  throw new AppError('settings', beyondFigmaText(size, FIGMA_LIMIT))
}

function assertStep(
  value: number | undefined,
  steps: Steps | undefined,
  { none, textOf }: { none: string; textOf(steps: Steps): string },
) {
  if (!steps) throw new AppError('settings', none)
  if (value === undefined || !isOneOf(value, steps)) throw new AppError('settings', textOf(steps))
}

function isOneOf(value: number, steps: Steps): boolean {
  if ('only' in steps) return steps.only.includes(value)
  return value >= steps.least && value <= steps.most && (!steps.whole || Number.isInteger(value))
}

/** px */
export const MEGAPIXEL = 1_000_000
