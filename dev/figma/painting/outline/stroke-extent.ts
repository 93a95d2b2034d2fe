import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { applied } from '../../document/geometry.ts'
import type { SceneLayer } from '../../scene.ts'
import { arrowsOf } from './arrows.ts'
import { boxAround, extentOf } from './extent.ts'
import { endReach, jointReach } from './joints.ts'
import { type Polyline, polylinesOf } from './polylines.ts'
import { contourOf, grownArea } from './shapes.ts'
import { hasSides, overhang, sideStrokes, widestStroke } from './strokes.ts'

/** The upright box around a layer's strokes once the layer is transformed; null if they are nothing. */
export function strokeExtent(layer: SceneLayer, transform: F.Transform): F.Rect | null {
  const contour = contourOf(layer)
  if (!contour || widestStroke(layer) === 0) return null
  if (hasSides(layer)) return extentOf(sideStrokes(layer).outer, transform)
  const whole = layer.stroke.join === 'MITER' ? grownArea(layer, overhang(layer)) : undefined
  if (whole) return extentOf(whole, transform)
  const lines = polylinesOf(contour.commands)
  const points = lines.flatMap((line) => reachOf(layer, line))
  const arrows = arrowsOf(layer).flatMap((line) => line.points)
  return boxAround([...points, ...arrows].map((point) => applied(transform, point)))
}

/** Points that enclose one line's stroke. Figma draws the strokes of open paths on their middle. */
function reachOf({ stroke }: SceneLayer, { points, closed }: Polyline): F.Vector[] {
  if (closed && stroke.align === 'INSIDE') return [...points]
  const half = closed && stroke.align === 'OUTSIDE' ? stroke.weight : stroke.weight / 2
  return points.flatMap((point, index) => {
    const before = index > 0 || closed ? direction(points.at(index - 1)!, point) : undefined
    const after =
      index < points.length - 1 || closed ? direction(point, points[(index + 1) % points.length]!) : undefined
    const reach = reachAt(before, after, half, stroke)
    return reach.map(({ x, y }) => ({ x: point.x + x, y: point.y + y }))
  })
}

function reachAt(
  before: F.Vector | undefined,
  after: F.Vector | undefined,
  half: number,
  stroke: SceneLayer['stroke'],
) {
  if (before && after) return jointReach(before, after, half, stroke)
  if (before) return endReach(before, half, stroke)
  return after ? endReach({ x: -after.x, y: -after.y }, half, stroke) : []
}

function direction(from: F.Vector, to: F.Vector): F.Vector {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
}
