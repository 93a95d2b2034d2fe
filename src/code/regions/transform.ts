import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'

// Maps of the plane, as Figma writes them: two rows of three.

/** First the second one, then the first. */
export function after([[a, c, e], [b, d, f]]: Transform, [[g, i, k], [h, j, l]]: Transform): Transform {
  return [
    [a * g + c * h, a * i + c * j, a * k + c * l + e],
    [b * g + d * h, b * i + d * j, b * k + d * l + f],
  ]
}

/** Undefined where the map flattens the plane. */
export function inverse([[a, c, e], [b, d, f]]: Transform): Transform | undefined {
  const area = a * d - b * c
  if (Math.abs(area) < 1e-12) return undefined
  return [
    [d / area, -c / area, (c * f - d * e) / area],
    [-b / area, a / area, (b * e - a * f) / area],
  ]
}

export const scaled = (across: number, down: number, x = 0, y = 0): Transform => [
  [across, 0, x],
  [0, down, y],
]

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The upright box around where a box comes to lie. */
export function boxAfter([[a, c, e], [b, d, f]]: Transform, { x, y, width, height }: Box): Box {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const
  const across = corners.map(([x, y]) => a * x + c * y + e)
  const down = corners.map(([x, y]) => b * x + d * y + f)
  const [left, top] = [Math.min(...across), Math.min(...down)]
  return { x: left, y: top, width: Math.max(...across) - left, height: Math.max(...down) - top }
}
