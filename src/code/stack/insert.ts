import type { ImagePaint, Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { hashOf, isVisible } from '../paint-key.ts'
import { type Picked, withResult } from './pick.ts'
import { type Paints, type Results, resultAt, rootOf, type Stack, stackOf } from './results.ts'

/** How the result's pixels compare with those of its source. */
export interface Fit {
  /** The source's width over the result's: a tile keeps its shown size. */
  shrink: number
  /** Whether both have one ratio: only then a crop shows the same region. */
  alike: boolean
}

/**
 * The stack with the result of an edit of one image, directly above the paint it came from and the earlier results of
 * that paint, with every field of the source. Product: “The fill stack”.
 * Answers `undefined` if the stack no longer holds an image with that hash.
 */
export function withImageEdit(
  paints: Paints,
  { source, result, fit, results }: { source: string; result: string; fit: Fit; results: Results },
): Picked | undefined {
  const stack = stackOf(paints, results)
  const from = sourceIn(stack, source)
  const paint = paints[from]
  if (paint?.type !== 'IMAGE') return undefined
  if (stack.places.has(result)) return withResult(paints, result, results)

  const root = rootOf(source, results)
  const known = new Map(results).set(result, { ...(root !== undefined && { of: root }), hid: [] })
  let at = from + 1
  while (at < paints.length && isResultOf(stack, at, root)) at++
  return withResult(inserted(paints, at, edited(paint, result, fit)), result, known)
}

/**
 * The stack with the result of an edit of the layer's appearance: on top, filling, with opacity 1 and a normal blend,
 * because all that is baked into the picture. Every paint that shows is hidden.
 */
export function withAppearanceEdit(paints: Paints, result: string, results: Results): Picked {
  if (stackOf(paints, results).places.has(result)) return withResult(paints, result, results)!
  const known = new Map(results).set(result, { hid: [] })
  return withResult(inserted(paints, paints.length, plain(result)), result, known)!
}

/** A paint that shows a picture as it is. */
export const plain = (imageHash: string): ImagePaint => ({
  type: 'IMAGE',
  scaleMode: 'FILL',
  imageHash,
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
})

/**
 * Where the source is. One image may lie in a stack several times: it is the topmost that shows, or that showed until
 * a result of it was put above; else the topmost.
 */
function sourceIn(stack: Stack, source: string): number {
  const { paints, places, results } = stack
  if (places.has(source)) return places.get(source)!
  const indexes = paints.flatMap((paint, index) => (hashOf(paint) === source ? [index] : []))
  const isEdited = (index: number) => index + 1 < paints.length && isResultOf(stack, index + 1, rootOf(source, results))
  const shows = indexes.filter((index) => isVisible(paints[index]!) || isEdited(index))
  return shows.pop() ?? indexes.pop() ?? -1
}

function isResultOf(stack: Stack, index: number, root: string | undefined): boolean {
  const result = resultAt(stack, index)
  return result !== undefined && rootOf(result, stack.results) === root
}

function edited(source: ImagePaint, imageHash: string, { shrink, alike }: Fit): ImagePaint {
  const paint: ImagePaint = { ...source, imageHash, visible: false }
  // Figma: a tile is shown at its picture's size times `scalingFactor`.
  if (paint.scaleMode === 'TILE') return { ...paint, scalingFactor: (source.scalingFactor ?? 1) * shrink }
  if (paint.scaleMode !== 'CROP' || alike) return paint
  const { imageTransform: _transform, ...filling } = paint
  return { ...filling, scaleMode: 'FILL' }
}

const inserted = (paints: Paints, at: number, paint: Paint): Paint[] => [
  ...paints.slice(0, at),
  { ...paint, visible: false },
  ...paints.slice(at),
]
