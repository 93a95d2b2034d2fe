import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../../scene.ts'
import { ellipse } from './curves.ts'
import { type Polyline, polylinesOf } from './polylines.ts'
import { contourOf } from './shapes.ts'

/**
 * What strokes end in beside the caps that a canvas has: closed figures are filled, open ones stroked. Figma does not
 * document their sizes; these come near.
 */
export function arrowsOf(layer: SceneLayer): Polyline[] {
  const { cap, weight } = layer.stroke
  const contour = PLAIN.has(cap) ? undefined : contourOf(layer)
  if (!contour) return []
  return polylinesOf(contour.commands).flatMap(({ points, closed }) => {
    if (closed || points.length < 2) return []
    const ends = [
      [points[1]!, points[0]!],
      [points.at(-2)!, points.at(-1)!],
    ] as const
    return ends.map(([from, tip]) => arrow(cap, from, tip, weight))
  })
}

function arrow(cap: string, from: Vector, tip: Vector, weight: number): Polyline {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length }
  // A point so many stroke widths ahead of the tip and to its right.
  const at = (ahead: number, right: number): Vector => ({
    x: tip.x + (along.x * ahead - along.y * right) * weight,
    y: tip.y + (along.y * ahead + along.x * right) * weight,
  })
  if (cap === 'ARROW_LINES') return { points: [at(-LONG, -LONG), tip, at(-LONG, LONG)], closed: false }
  if (cap === 'DIAMOND_FILLED') return { points: [at(-WIDE, 0), at(0, -WIDE), at(WIDE, 0), at(0, WIDE)], closed: true }
  if (cap === 'CIRCLE_FILLED') {
    const radius = WIDE * weight
    return polylinesOf(ellipse({ x: tip.x, y: tip.y, radiusX: radius, radiusY: radius }))[0]!
  }
  return { points: [at(0, 0), at(-2 * WIDE * SLOPE, -WIDE), at(-2 * WIDE * SLOPE, WIDE)], closed: true }
}

const PLAIN: ReadonlySet<string> = new Set(['NONE', 'ROUND', 'SQUARE'])
/** Stroke widths */
const LONG = 3
const WIDE = 2
/** Height of a triangle with equal sides, over its side. */
const SLOPE = Math.sqrt(3) / 2
