import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { type Curve, movedBy, type Outline } from './path.ts'

/** The upright box around an outline once it is transformed; null around nothing. */
export function extentOf(outline: Outline, transform: F.Transform): F.Rect | null {
  const points: F.Vector[] = []
  let pen = { x: 0, y: 0 }
  for (const command of movedBy(transform, outline).commands) {
    if (command[0] === 'Z') continue
    const end = { x: command.at(-2) as number, y: command.at(-1) as number }
    if (command[0] === 'C') points.push(...turningPoints(pen, command))
    points.push(end)
    pen = end
  }
  return boxAround(points)
}

export function boxAround(points: readonly F.Vector[]): F.Rect | null {
  if (points.length === 0) return null
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** `null` grows to nothing, and so does what shrinks away. */
export function grown(box: F.Rect | null, by: number): F.Rect | null {
  if (!box) return null
  const { x, y, width, height } = box
  if (width + 2 * by < 0 || height + 2 * by < 0) return null
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

/** Where a cubic turns back in x or y: only there can it reach beyond its ends. */
function turningPoints(from: F.Vector, [, x1, y1, x2, y2, x, y]: Curve): F.Vector[] {
  const times = [...zeros(from.x, x1, x2, x), ...zeros(from.y, y1, y2, y)]
  return times.map((t) => ({ x: at(from.x, x1, x2, x, t), y: at(from.y, y1, y2, y, t) }))
}

function at(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const s = 1 - t
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3
}

/** Of the derivative, strictly between 0 and 1. */
function zeros(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3
  const b = 2 * (p0 - 2 * p1 + p2)
  const c = p1 - p0
  const within = (t: number) => t > 1e-9 && t < 1 - 1e-9
  if (Math.abs(a) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-c / b].filter(within)
  const root = Math.sqrt(b * b - 4 * a * c)
  return Number.isNaN(root) ? [] : [(-b + root) / (2 * a), (-b - root) / (2 * a)].filter(within)
}
