import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { boxOf, combined, IDENTITY, inverse, movedTo } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'

interface Size {
  readonly width: number
  readonly height: number
}

export type Place = Pick<LayerRecord, 'transform' | 'width' | 'height'>

/** Where the constraints of a layer put it when what it lies in grows from one size to another (T:7283). */
export function constrainedPlace(layer: LayerRecord, from: Size, to: Size): Place {
  const { constraints, transform, targetAspectRatio: ratio } = layer
  const box = boxOf(transform, layer)
  const across = constrained(constraints.horizontal, { at: box.x, length: box.width }, from.width, to.width)
  const down = constrained(constraints.vertical, { at: box.y, length: box.height }, from.height, to.height)
  // T:7546: a locked layer keeps its proportions; that the width leads is believed.
  if (ratio && across.length !== box.width) down.length = (across.length * ratio.y) / ratio.x
  else if (ratio && down.length !== box.height) across.length = (down.length * ratio.x) / ratio.y
  return fitted(layer, IDENTITY, { x: across.at, y: down.at, width: across.length, height: down.length })
}

/**
 * A layer as it fills the upright box `target` in a space. If it is turned or skewed there it keeps its angles: each of its
 * sides grows as much as the box does along it, about the middle of the box (believed).
 */
export function fitted(layer: LayerRecord, space: F.Transform, target: F.Rect): Place {
  const local = combined(inverse(space) ?? IDENTITY, layer.transform)
  const [[a, c, x], [b, d, y]] = local
  if (a === 1 && b === 0 && c === 0 && d === 1) {
    return { ...atLeast(layer, target), transform: combined(space, movedTo(local, target)) }
  }
  const box = boxOf(local, layer)
  const factor = { x: ratioOf(target.width, box.width), y: ratioOf(target.height, box.height) }
  const size = atLeast(layer, {
    width: layer.width * Math.hypot(a * factor.x, b * factor.y),
    height: layer.height * Math.hypot(c * factor.x, d * factor.y),
  })
  const now = boxOf(local, size)
  const moved = movedTo(local, {
    x: x + target.x + target.width / 2 - now.x - now.width / 2,
    y: y + target.y + target.height / 2 - now.y - now.height / 2,
  })
  return { ...size, transform: combined(space, moved) }
}

/** How much longer; what has no length keeps none. */
export const ratioOf = (after: number, before: number) => (before === 0 ? 1 : after / before)

/** T:7499: a line has no height. */
const atLeast = ({ type }: LayerRecord, { width, height }: Size): Size => ({
  width: Math.max(LEAST_SIDE, width),
  height: type === 'LINE' ? 0 : Math.max(LEAST_SIDE, height),
})

/** One axis of a layer, in something that grows from `before` to `after` px. */
function constrained(constraint: F.ConstraintType, { at, length }: Span, before: number, after: number): Span {
  const grown = after - before
  if (constraint === 'MAX') return { at: at + grown, length }
  if (constraint === 'CENTER') return { at: at + grown / 2, length }
  if (constraint === 'STRETCH') return { at, length: length + grown }
  if (constraint === 'SCALE') return { at: at * ratioOf(after, before), length: length * ratioOf(after, before) }
  return { at, length }
}

interface Span {
  at: number
  length: number
}

/** px */
const LEAST_SIDE = 0.01
