import { applied, inverse } from '../../figma/document/geometry.ts'
import type { PlacedLayer } from './placed.ts'
import type { Box, Point } from './viewport.ts'

/** The topmost layer that shows something at a point of the document. */
export function layerAt(placed: readonly PlacedLayer[], point: Point): PlacedLayer | undefined {
  return placed.findLast((one) => showsSomething(one) && covers(one, point) && !clippedAway(one, point))
}

/**
 * What a marquee takes, as in Figma: a top-level layer that lies in it whole; of a frame that it only cuts, the
 * children it touches; any other layer that it touches.
 */
export function layersIn(placed: readonly PlacedLayer[], marquee: Box): PlacedLayer[] {
  return placed.filter((one) => {
    if (!one.parent) return encloses(marquee, one.box) || (one.layer.children.length === 0 && touches(marquee, one.box))
    return !one.parent.parent && !encloses(marquee, one.parent.box) && touches(marquee, one.box)
  })
}

const showsSomething = ({ layer }: PlacedLayer) => layer.fills.some(({ visible }) => visible !== false)

function covers({ layer: { type, width, height }, transform }: PlacedLayer, point: Point): boolean {
  const back = inverse(transform)
  if (!back) return false
  const own = applied(back, point)
  if (type === 'ELLIPSE') return ((own.x / width) * 2 - 1) ** 2 + ((own.y / height) * 2 - 1) ** 2 <= 1
  return own.x >= 0 && own.y >= 0 && own.x <= width && own.y <= height
}

function clippedAway({ parent }: PlacedLayer, point: Point): boolean {
  if (!parent) return false
  return (parent.layer.clipsContent && !covers(parent, point)) || clippedAway(parent, point)
}

const encloses = (outer: Box, inner: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const touches = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
