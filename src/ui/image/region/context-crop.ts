import type { Rect, Size } from '../../../shared/picture.ts'
import { nearestShape } from '../fit.ts'

interface Context {
  /** How much is sent around the region, as a share of its longer edge. */
  margin: number
  /** The shapes that the model takes; none where it takes any. */
  shapes: readonly Size[]
}

/**
 * What of a picture is sent so that a model can change a region of it: the region and a margin, in the shape nearest to
 * one that the model takes, as far as the picture goes. Whole px, within the picture. Undefined where the region lies
 * beside it.
 */
export function contextCrop(region: Rect, picture: Size, { margin, shapes }: Context): Rect | undefined {
  const seen = within(region, picture)
  if (!seen) return undefined
  const around = Math.max(LEAST_MARGIN, Math.max(seen.width, seen.height) * margin)
  const wide = Math.min(picture.width, Math.max(seen.width + 2 * around, LEAST_EDGE))
  const high = Math.min(picture.height, Math.max(seen.height + 2 * around, LEAST_EDGE))
  const size = inShape({ width: wide, height: high }, shapes)
  const across = spanAround(seen.x, seen.width, { length: size.width, limit: picture.width })
  const down = spanAround(seen.y, seen.height, { length: size.height, limit: picture.height })
  return { x: across.from, y: down.from, width: across.length, height: down.length }
}

/** The whole px of the picture that a rectangle touches. */
export function within({ x, y, width, height }: Rect, picture: Size): Rect | undefined {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const right = Math.min(picture.width, Math.ceil(x + width))
  const bottom = Math.min(picture.height, Math.ceil(y + height))
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}

/** The size that holds this one in the shape nearest to it. */
function inShape(size: Size, shapes: readonly Size[]): Size {
  if (shapes.length === 0) return size
  const shape = nearestShape(size, shapes)
  const ratio = shape.width / shape.height
  return { width: Math.max(size.width, size.height * ratio), height: Math.max(size.height, size.width / ratio) }
}

/** A span of whole px around another one, in its middle where there is room; what the picture lacks is padded later. */
function spanAround(start: number, span: number, { length, limit }: { length: number; limit: number }) {
  const whole = Math.min(limit, Math.max(span, Math.round(length)))
  const from = Math.round(start + (span - whole) / 2)
  return { from: Math.max(0, Math.min(limit - whole, from)), length: whole }
}

/** px: a model sees nothing in a narrower rim. */
const LEAST_MARGIN = 16
/** px: of less a model sees too little to know what it looks at. */
const LEAST_EDGE = 256
