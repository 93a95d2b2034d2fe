import type { Rect, Size } from '../../shared/picture.ts'

/**
 * The shape whose ratio is nearest to the size's: 2:1 is as far from 1:1 as 1:2 is. The first of equals wins.
 * Throws when there is no shape to choose from.
 */
export function nearestShape(size: Size, shapes: readonly Size[]): Size {
  const distance = (shape: Size) => Math.abs(Math.log(ratioOf(shape) / ratioOf(size)))
  const [first, ...others] = shapes
  if (!first) throw new Error('There is no shape to fit the image into.')
  return others.reduce((best, shape) => (distance(shape) < distance(best) ? shape : best), first)
}

/**
 * Where the whole content lies in a shape: as large as it can be, centred, nothing cropped. Whole px, so that its
 * edges stay sharp against the padding; at least 1 px each way.
 */
export function fitInto(content: Size, shape: Size): Rect {
  const scale = Math.min(shape.width / content.width, shape.height / content.height)
  const { width, height } = wholePixels(content, scale)
  return { x: Math.floor((shape.width - width) / 2), y: Math.floor((shape.height - height) / 2), width, height }
}

/**
 * The fitted rectangle, found again in an answer of any size. Each axis is mapped by itself, because a model answers
 * up to 1.5 % off the ratio that it was asked for. Fractions of a px are kept.
 */
export function cut(fitted: Rect, { shape, answer }: { shape: Size; answer: Size }): Rect {
  const across = answer.width / shape.width
  const down = answer.height / shape.height
  return { x: fitted.x * across, y: fitted.y * down, width: fitted.width * across, height: fitted.height * down }
}

/**
 * The size at which a cut is placed: the source's ratio as nearly as whole px allow, because Figma's crop counts in
 * fractions of the image. Neither edge gets more px than the cut has, nor more than Figma takes. Up to 1 % of the
 * edge is given up where that brings the ratio nearer.
 */
export function resultSize(source: Size, room: Size, limit = FIGMA_LIMIT): Size {
  const scale = Math.min(Math.min(room.width, limit) / source.width, Math.min(room.height, limit) / source.height)
  const largest = wholePixels(source, scale)
  const edge = Math.max(largest.width, largest.height)
  const sourceEdge = Math.max(source.width, source.height)
  const error = (size: Size) => Math.abs(Math.log(ratioOf(size) / ratioOf(source)))

  let best = largest
  for (let shorter = edge - 1; shorter >= edge * (1 - RATIO_SLACK); shorter--) {
    const size = wholePixels(source, shorter / sourceEdge)
    if (error(size) < error(best)) best = size
  }
  return best
}

/** The size itself, or the largest of its ratio whose edges are within `limit` px. */
export function withinLimit(size: Size, limit = FIGMA_LIMIT): Size {
  const scale = limit / Math.max(size.width, size.height)
  return scale < 1 ? wholePixels(size, scale) : { width: size.width, height: size.height }
}

/** The size itself, or that of its ratio with about `most` px². */
export function withinPixels(size: Size, most: number): Size {
  const scale = Math.sqrt(most / (size.width * size.height))
  return scale < 1 ? wholePixels(size, scale) : { width: size.width, height: size.height }
}

const ratioOf = ({ width, height }: Size) => width / height

const wholePixels = ({ width, height }: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

/** px an edge. Figma: createImage takes at most 4096 px. */
export const FIGMA_LIMIT = 4096
/** px² of a reference: 1536 × 1024, the largest shape that a known model works in. It would scale down what has more. */
export const REFERENCE_PIXELS = 1_572_864
/** The share of an edge that an exact ratio is worth. */
const RATIO_SLACK = 0.01
