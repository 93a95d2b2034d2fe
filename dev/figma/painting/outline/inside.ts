import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { Outline } from './path.ts'
import { type Polyline, polylinesOf } from './polylines.ts'

/** Whether a point of the outline's space is in what the outline fills. */
export const isInside = ({ rule, commands }: Outline, point: Vector): boolean =>
  isWithin(polylinesOf(commands), rule, point)

/** As above. Open stretches count as closed, as they do where SVG fills them. */
export function isWithin(lines: readonly Polyline[], rule: Outline['rule'], point: Vector): boolean {
  let turns = 0
  let crossings = 0
  for (const { points } of lines) {
    for (let index = 0; index < points.length; index++) {
      const [from, to] = [points[index]!, points[(index + 1) % points.length]!]
      if (from.y <= point.y === to.y <= point.y) continue
      const x = from.x + ((point.y - from.y) * (to.x - from.x)) / (to.y - from.y)
      if (x <= point.x) continue
      crossings++
      turns += to.y > from.y ? 1 : -1
    }
  }
  return rule === 'NONZERO' ? turns !== 0 : crossings % 2 === 1
}

/** px from a point to the nearest of these lines. */
export function distanceTo(lines: readonly Polyline[], point: Vector): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const { points, closed } of lines) {
    for (let index = 0; index < points.length - (closed ? 0 : 1); index++) {
      nearest = Math.min(nearest, toSegment(point, points[index]!, points[(index + 1) % points.length]!))
    }
  }
  return nearest
}

function toSegment(point: Vector, from: Vector, to: Vector): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy)
}
