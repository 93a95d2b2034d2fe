import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { Command, Curve } from './path.ts'

/** One stretch of a path, as straight lines. */
export interface Polyline {
  points: readonly Vector[]
  closed: boolean
}

/** A path as straight lines that keep within `TOLERANCE` of it. Nothing is repeated where a stretch closes. */
export function polylinesOf(commands: readonly Command[]): Polyline[] {
  const found: { points: Vector[]; closed: boolean }[] = []
  let current: { points: Vector[]; closed: boolean } | undefined
  const start = (point: Vector) => {
    current = { points: [point], closed: false }
    found.push(current)
    return current
  }
  for (const command of commands) {
    if (command[0] === 'Z') {
      if (current) current.closed = true
      continue
    }
    if (command[0] === 'M') {
      start({ x: command[1], y: command[2] })
      continue
    }
    // After a Z a path goes on from where it began.
    const line = !current || current.closed ? start(current?.points[0] ?? { x: 0, y: 0 }) : current
    if (command[0] === 'L') line.points.push({ x: command[1], y: command[2] })
    if (command[0] === 'C') line.points.push(...curvePoints(line.points.at(-1)!, command))
  }
  return found.map(({ points, closed }) => ({ points: withoutRepeats(points, closed), closed }))
}

function curvePoints(from: Vector, [, x1, y1, x2, y2, x, y]: Curve): Vector[] {
  const bend = Math.max(
    Math.hypot(from.x - 2 * x1 + x2, from.y - 2 * y1 + y2),
    Math.hypot(x1 - 2 * x2 + x, y1 - 2 * y2 + y),
  )
  const steps = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / TOLERANCE)))
  return Array.from({ length: steps }, (_, index) => {
    const t = (index + 1) / steps
    if (t === 1) return { x, y }
    const s = 1 - t
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    return { x: a * from.x + b * x1 + c * x2 + d * x, y: a * from.y + b * y1 + c * y2 + d * y }
  })
}

function withoutRepeats(points: readonly Vector[], closed: boolean): Vector[] {
  const kept = points.filter((point, index) => index === 0 || !same(point, points[index - 1]!))
  if (closed && kept.length > 1 && same(kept[0]!, kept.at(-1)!)) kept.pop()
  return kept
}

const same = (one: Vector, other: Vector) => Math.abs(one.x - other.x) < 1e-9 && Math.abs(one.y - other.y) < 1e-9

/** px: finer than a pixel of an export at 8 times the size. */
const TOLERANCE = 0.02
