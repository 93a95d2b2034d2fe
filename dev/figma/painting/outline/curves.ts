import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { Corners } from '../../document/layer-record.ts'
import type { Command } from './path.ts'

interface Oval {
  x: number
  y: number
  radiusX: number
  radiusY: number
}

/** Part of an ellipse around a middle, from one angle to another: radians, 0 to the right, clockwise on the screen. */
export function arc({ x, y, radiusX, radiusY }: Oval, from: number, to: number): Command[] {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / EIGHTH - 1e-9))
  const step = (to - from) / steps
  const pull = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: steps }, (_, index): Command => {
    const [start, end] = [from + index * step, from + (index + 1) * step]
    const [c0, s0, c1, s1] = [cosine(start), sine(start), cosine(end), sine(end)]
    return [
      'C',
      x + radiusX * (c0 - pull * s0),
      y + radiusY * (s0 + pull * c0),
      x + radiusX * (c1 + pull * s1),
      y + radiusY * (s1 - pull * c1),
      x + radiusX * c1,
      y + radiusY * s1,
    ]
  })
}

export const pointOn = ({ x, y, radiusX, radiusY }: Oval, angle: number): Vector => ({
  x: x + radiusX * cosine(angle),
  y: y + radiusY * sine(angle),
})

export const ellipse = (oval: Oval): Command[] => [
  ['M', oval.x + oval.radiusX, oval.y],
  ...arc(oval, 0, 2 * Math.PI),
  ['Z'],
]

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A rectangle with round corners. Radii that do not fit shrink together, as in CSS. */
export function roundedBox({ x, y, width, height }: Box, { topLeft, topRight, bottomRight, bottomLeft }: Corners) {
  const sums = [
    [topLeft + topRight, width],
    [bottomLeft + bottomRight, width],
    [topLeft + bottomLeft, height],
    [topRight + bottomRight, height],
  ] as const
  const fit = Math.min(1, ...sums.map(([sum, room]) => (sum > 0 ? room / sum : 1)))
  const corner = (cx: number, cy: number, radius: number, quarter: number): Command[] => {
    const oval = { x: cx, y: cy, radiusX: radius, radiusY: radius }
    const { x: startX, y: startY } = pointOn(oval, (quarter * Math.PI) / 2)
    const line: Command = [quarter === 2 ? 'M' : 'L', startX, startY]
    return radius > 0 ? [line, ...arc(oval, (quarter * Math.PI) / 2, ((quarter + 1) * Math.PI) / 2)] : [line]
  }
  const [a, b, c, d] = [topLeft * fit, topRight * fit, bottomRight * fit, bottomLeft * fit]
  const commands: Command[] = [
    ...corner(x + a, y + a, a, 2),
    ...corner(x + width - b, y + b, b, 3),
    ...corner(x + width - c, y + height - c, c, 0),
    ...corner(x + d, y + height - d, d, 1),
    ['Z'],
  ]
  return commands
}

/** A closed polygon whose corners are rounded as far as its sides allow. */
export function roundedPolygon(points: readonly Vector[], radius: number): Command[] {
  const commands = points.flatMap((corner, index): Command[] => {
    const before = points.at(index - 1)!
    const after = points[(index + 1) % points.length]!
    return roundedCorner(before, corner, after, radius)
  })
  return commands
    .map((command, index): Command => {
      return index === 0 ? ['M', command.at(-2) as number, command.at(-1) as number] : command
    })
    .concat([['Z']])
}

function roundedCorner(before: Vector, corner: Vector, after: Vector, radius: number): Command[] {
  const [back, on] = [towards(corner, before), towards(corner, after)]
  const angle = Math.acos(Math.min(1, Math.max(-1, back.x * on.x + back.y * on.y)))
  const wanted = radius / Math.tan(angle / 2)
  const cut = Math.min(wanted, back.length / 2, on.length / 2)
  if (!(cut > 1e-9)) return [['L', corner.x, corner.y]]
  const pull = (4 / 3) * Math.tan((Math.PI - angle) / 4) * cut * Math.tan(angle / 2)
  const along = (direction: Vector, distance: number) =>
    [corner.x + direction.x * distance, corner.y + direction.y * distance] as const
  return [
    ['L', ...along(back, cut)],
    ['C', ...along(back, cut - pull), ...along(on, cut - pull), ...along(on, cut)],
  ]
}

function towards(from: Vector, to: Vector) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length, length }
}

// Quarter turns come out exact, so that the extent of a circle does.
const exact = (value: number) => (Math.abs(value - Math.round(value)) < 1e-12 ? Math.round(value) : value)
const cosine = (angle: number) => exact(Math.cos(angle))
const sine = (angle: number) => exact(Math.sin(angle))

/** Of a turn, in radians: cubics of this length keep to a circle within four millionths of its radius. */
const EIGHTH = Math.PI / 4
