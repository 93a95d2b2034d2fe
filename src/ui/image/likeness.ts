import type { Size } from '../../shared/picture.ts'
import { agreementOf } from './agreement.ts'
import { withinLimit } from './fit.ts'
import { type Look, planesOf } from './look.ts'
import { shiftOf } from './shift.ts'

// Why so, and what was measured: decision 019.

/** The size at which a picture and its enlargement are compared. */
export const comparedSize = (source: Size): Size => withinLimit(source, COMPARED)

/** How far two looks of one size show the same picture, from 0 to 1: the respect in which they agree least decides. */
export function likenessOf(before: Look, after: Look, source: Size): number {
  const [one, other] = [planesOf(before), planesOf(after)]
  const { structure, colour, tone } = agreementOf(one, other)
  const shift = (shiftOf(one, other) * source.width) / before.width
  return Math.max(0, Math.min(structure, colour, tone, 1 - shift / FAR))
}

/** Whether what came back is the picture that was sent. What could not be compared counts as it. */
export const isAlike = (likeness: number | undefined): boolean => likeness === undefined || likeness >= ALIKE

/** px, the longer edge */
const COMPARED = 512
/** px of the source */
const FAR = 16
/** Measured: what is the same has at least 0.87, and what is not at most 0.71. */
export const ALIKE = 0.75
