import type * as F from '@figma/plugin-typings/plugin-api-standalone'

export const IDENTITY: F.Transform = [
  [1, 0, 0],
  [0, 1, 0],
]

/** First `inner`, then `outer`. */
export function combined(outer: F.Transform, inner: F.Transform): F.Transform {
  const [[a, c, x], [b, d, y]] = outer
  const [[e, g, u], [f, h, v]] = inner
  return [
    [a * e + c * f, a * g + c * h, a * u + c * v + x],
    [b * e + d * f, b * g + d * h, b * u + d * v + y],
  ]
}

/** Undefined where the transform flattens. */
export function inverse([[a, c, x], [b, d, y]]: F.Transform): F.Transform | undefined {
  const determinant = a * d - b * c
  if (Math.abs(determinant) < 1e-12) return undefined
  const [p, r, q, s] = [d / determinant, -c / determinant, -b / determinant, a / determinant]
  return [
    [p, r, -(p * x + r * y)],
    [q, s, -(q * x + s * y)],
  ]
}

export const applied = ([[a, c, x], [b, d, y]]: F.Transform, point: F.Vector): F.Vector => ({
  x: a * point.x + c * point.y + x,
  y: b * point.x + d * point.y + y,
})

/** T:7412: degrees from −180 to 180, counterclockwise on the screen, about the top left. */
export function turned([[, , x], [, , y]]: F.Transform, degrees: number): F.Transform {
  const radians = (degrees * Math.PI) / 180
  const [cosine, sine] = [exact(Math.cos(radians)), exact(Math.sin(radians))]
  return [
    [cosine, sine, x],
    [-sine, cosine, y],
  ]
}

export const movedTo = ([[a, c], [b, d]]: F.Transform, { x, y }: F.Vector): F.Transform => [
  [a, c, x],
  [b, d, y],
]

/** T:7412: `Math.atan2(-m10, m00)`. */
export const rotationOf = ([[a], [b]]: F.Transform) => Math.round((Math.atan2(-b, a) * 180e9) / Math.PI) / 1e9 || 0

/** Quarter turns come out whole. */
const exact = (value: number) => (Math.abs(value - Math.round(value)) < 1e-12 ? Math.round(value) : value)

/** The upright box around a box that was transformed. */
export function boxOf(transform: F.Transform, { width, height }: { width: number; height: number }): F.Rect {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: height },
    { x: width, y: height },
  ].map((corner) => applied(transform, corner))
  const x = Math.min(...corners.map((corner) => corner.x))
  const y = Math.min(...corners.map((corner) => corner.y))
  return {
    x,
    y,
    width: Math.max(...corners.map((corner) => corner.x)) - x,
    height: Math.max(...corners.map((corner) => corner.y)) - y,
  }
}

export function union(one: F.Rect | null, other: F.Rect | null): F.Rect | null {
  if (!one || !other) return one ?? other
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { x, y, width: right - x, height: bottom - y }
}

/** Null where they do not overlap. */
export function intersection(one: F.Rect, other: F.Rect): F.Rect | null {
  const x = Math.max(one.x, other.x)
  const y = Math.max(one.y, other.y)
  const width = Math.min(one.x + one.width, other.x + other.width) - x
  const height = Math.min(one.y + one.height, other.y + other.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : null
}
