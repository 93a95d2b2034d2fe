import type { Size } from '../../shared/picture.ts'
import type { CanUpscale, Steps } from '../providers/provider.ts'
import { type Enlarging, MEGAPIXEL, mostFactor, pixelsIn } from '../providers/upscaling.ts'
import { type Larger, type NotLarger, whyNotLarger, worthwhile } from './enlargings.ts'

/** `isEnough`: false where the model's limit or Figma's comes before what is needed. */
export type Sharpening = (Larger & { isEnough: boolean }) | { why: NotLarger }

/**
 * The least that a model can do to make a picture `factor` times larger on each side, or the most where that is not
 * enough; or why it can do nothing worth paying for.
 */
export function sharpeningOf(picture: Size, factor: number, can: CanUpscale): Sharpening {
  const fitting = worthwhile(stepsFor(picture, factor, can), picture, can).sort(
    (one, other) => one.factor - other.factor,
  )
  const enough = fitting.find((larger) => larger.factor >= factor / ROUNDING)
  const most = enough ?? fitting.at(-1)
  return most ? { ...most, isEnough: enough !== undefined } : { why: whyNotLarger(picture) ?? 'steps' }
}

/** What the model could be asked for that is near: of a range the exact step and the two ends, of a few all of them. */
function stepsFor(picture: Size, factor: number, can: CanUpscale): Enlarging[] {
  if (can.factor) {
    const room = Math.floor(mostFactor(picture, can) * 100) / 100
    return within(can.factor, Math.ceil(factor * 100) / 100, room).map((factor) => ({ factor }))
  }
  if (!can.target) return []
  const megapixelsAt = (factor: number) => (pixelsIn(picture) * factor ** 2) / MEGAPIXEL
  // A target says itself how far the model goes.
  const room = megapixelsAt(mostFactor(picture, {}))
  return within(can.target, megapixelsAt(factor), room).map((target) => ({ target }))
}

function within(steps: Steps, wanted: number, room: number): number[] {
  if ('only' in steps) return [...steps.only]
  const round = (value: number, by: (value: number) => number) => (steps.whole ? by(value) : value)
  const most = round(Math.min(steps.most, room), Math.floor)
  if (most < steps.least) return []
  return [Math.min(most, Math.max(steps.least, round(wanted, Math.ceil))), most]
}

/** Sizes are whole px. */
const ROUNDING = 1.005
