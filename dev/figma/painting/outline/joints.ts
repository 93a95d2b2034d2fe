import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { Stroke } from '../../document/parts/stroke.ts'

/** How far a stroke reaches from a corner of its line: points relative to the corner. Directions have length 1. */
export function jointReach(before: Vector, after: Vector, half: number, { join, miterLimit }: Stroke): Vector[] {
  const sides = [before, after].flatMap(({ x, y }) => [
    { x: -y * half, y: x * half },
    { x: y * half, y: -x * half },
  ])
  const turn = Math.atan2(before.x * after.y - before.y * after.x, before.x * after.x + before.y * after.y)
  // The length of a miter over the width of its stroke, as `strokeMiterLimit` counts it.
  const ratio = 1 / Math.max(1e-9, Math.cos(turn / 2))
  if (join === 'ROUND' && ratio >= GENTLE) return [...sides, ...roundEdge(before, turn, half)]
  const middle = Math.atan2(before.y, before.x) + turn / 2 + (turn > 0 ? -Math.PI / 2 : Math.PI / 2)
  const reach = ratio < GENTLE ? half : join === 'MITER' && ratio <= miterLimit ? half * ratio : 0
  return [...sides, { x: Math.cos(middle) * reach, y: Math.sin(middle) * reach }]
}

/** How far a stroke reaches from the end of its line, which runs in from `inwards`. */
export function endReach({ x, y }: Vector, half: number, { cap }: Stroke): Vector[] {
  if (cap === 'ROUND') return roundEdge({ x, y }, Math.PI, half)
  const out = cap === 'SQUARE' ? half : 0
  return [half, -half].map((side) => ({ x: x * out - y * side, y: y * out + x * side }))
}

/** Points along the outside of a turn. */
function roundEdge(before: Vector, turn: number, half: number): Vector[] {
  const start = Math.atan2(before.y, before.x) + (turn > 0 ? -Math.PI / 2 : Math.PI / 2)
  const steps = Math.max(1, Math.ceil(Math.abs(turn) / FINE))
  return Array.from({ length: steps + 1 }, (_, index) => {
    const angle = start + (turn * index) / steps
    return { x: Math.cos(angle) * half, y: Math.sin(angle) * half }
  })
}

/** Miter length over stroke width, below which a corner is taken for a piece of a curve: about 11 degrees. */
const GENTLE = 1.005
/** Radians: two degrees. */
const FINE = Math.PI / 90
