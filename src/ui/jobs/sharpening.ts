import type { Size } from '../../shared/picture.ts'
import { FIGMA_LIMIT } from '../image/fit.ts'
import type { CanUpscale, Steps } from '../providers/provider.ts'
import { type Enlarging, upscaledSize } from '../providers/upscaling.ts'
import { type Larger, LEAST_GAIN, type NotLarger, whyNotLarger } from './enlargings.ts'

/** `isEnough`: false where the model's limit or Figma's comes before what is needed. */
export type Sharpening = (Larger & { isEnough: boolean }) | { why: NotLarger }

/**
 * The least that a model can do to make a picture `factor` times larger on each side, or the most where that is not
 * enough; or why it can do nothing worth paying for.
 */
export function sharpeningOf(picture: Size, factor: number, can: CanUpscale): Sharpening {
  const fitting = stepsFor(picture, factor, can)
    .map((enlarging): Larger => {
      const size = upscaledSize(picture, enlarging, can)
      return { enlarging, size, factor: size.width / picture.width }
    })
    .filter(({ size, factor }) => factor >= LEAST_GAIN && Math.max(size.width, size.height) <= FIGMA_LIMIT)
    .sort((one, other) => one.factor - other.factor)
  const enough = fitting.find((larger) => larger.factor >= factor / ROUNDING)
  const most = enough ?? fitting.at(-1)
  return most ? { ...most, isEnough: enough !== undefined } : { why: whyNotLarger(picture) ?? 'steps' }
}

/** What the model could be asked for that is near: of a range the exact step and the two ends, of a few all of them. */
function stepsFor(picture: Size, factor: number, { factor: factors, target, most }: CanUpscale): Enlarging[] {
  const byFigma = FIGMA_LIMIT / Math.max(picture.width, picture.height)
  const pixels = picture.width * picture.height
  if (factors) {
    const byModel = most === undefined ? byFigma : Math.sqrt((most * MEGAPIXEL) / pixels)
    const room = Math.floor(Math.min(byFigma, byModel) * 100) / 100
    return within(factors, Math.ceil(factor * 100) / 100, room).map((factor) => ({ factor }))
  }
  if (!target) return []
  const room = (pixels * byFigma ** 2) / MEGAPIXEL
  return within(target, (pixels * factor ** 2) / MEGAPIXEL, room).map((target) => ({ target }))
}

function within(steps: Steps, wanted: number, room: number): number[] {
  if ('only' in steps) return [...steps.only]
  const round = (value: number, by: (value: number) => number) => (steps.whole ? by(value) : value)
  const most = round(Math.min(steps.most, room), Math.floor)
  if (most < steps.least) return []
  return [Math.min(most, Math.max(steps.least, round(wanted, Math.ceil))), most]
}

const MEGAPIXEL = 1_000_000
/** Sizes are whole px. */
const ROUNDING = 1.005
