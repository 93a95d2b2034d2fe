import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import { isWithin } from './inside.ts'
import type { Command, Outline } from './path.ts'
import { polylinesOf } from './polylines.ts'

interface Edge {
  from: Vector
  to: Vector
}

/**
 * The outline of all points that `keep` takes, told for each outline whether the point is inside. Works on straight
 * lines: edges are cut where they meet, and of the pieces those stay that have the inside on one side only.
 */
export function combinedOutline(outlines: readonly Outline[], keep: (inside: boolean[]) => boolean): Outline {
  const shapes = outlines.map(({ rule, commands }) => ({ rule, lines: polylinesOf(commands) }))
  const isKept = (point: Vector) => keep(shapes.map(({ rule, lines }) => isWithin(lines, rule, point)))
  const edges = shapes.flatMap(({ lines }) => lines.flatMap(({ points }) => edgesOf(points)))
  const border: Edge[] = []
  for (const edge of distinct(cutWhereTheyMeet(edges))) {
    const { from, to } = edge
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const [aside, down] = [((to.y - from.y) / length) * BESIDE, (-(to.x - from.x) / length) * BESIDE]
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    const right = isKept({ x: middle.x - aside, y: middle.y - down })
    const left = isKept({ x: middle.x + aside, y: middle.y + down })
    if (left !== right) border.push(left ? { from: to, to: from } : edge)
  }
  return { rule: 'EVENODD', commands: loopsOf(border) }
}

const edgesOf = (points: readonly Vector[]): Edge[] =>
  points.map((from, index) => ({ from: snapped(from), to: snapped(points[(index + 1) % points.length]!) }))

function cutWhereTheyMeet(edges: readonly Edge[]): Edge[] {
  const sorted = edges.filter(hasLength).sort((one, other) => leftOf(one) - leftOf(other))
  const cuts = new Map<Edge, Vector[]>(sorted.map((edge) => [edge, []]))
  for (const [index, one] of sorted.entries()) {
    const right = Math.max(one.from.x, one.to.x)
    for (let other = index + 1; other < sorted.length && leftOf(sorted[other]!) <= right; other++) {
      for (const point of meetings(one, sorted[other]!)) {
        cuts.get(one)!.push(point)
        cuts.get(sorted[other]!)!.push(point)
      }
    }
  }
  return sorted.flatMap((edge) => pieces(edge, cuts.get(edge)!))
}

/** Where two edges cross or touch; where they lie on each other, the ends of one that are on the other. */
function meetings(one: Edge, other: Edge): Vector[] {
  const [d, e] = [delta(one), delta(other)]
  const gap = { x: other.from.x - one.from.x, y: other.from.y - one.from.y }
  const cross = d.x * e.y - d.y * e.x
  if (Math.abs(cross) < 1e-12) return [one.from, one.to, other.from, other.to].filter((p) => on(one, p) && on(other, p))
  const t = (gap.x * e.y - gap.y * e.x) / cross
  const u = (gap.x * d.y - gap.y * d.x) / cross
  if (t < -1e-9 || t > 1 + 1e-9 || u < -1e-9 || u > 1 + 1e-9) return []
  return [snapped({ x: one.from.x + t * d.x, y: one.from.y + t * d.y })]
}

function on({ from, to }: Edge, point: Vector): boolean {
  const d = delta({ from, to })
  const length = Math.hypot(d.x, d.y)
  const off = Math.abs(d.x * (point.y - from.y) - d.y * (point.x - from.x)) / length
  const along = (d.x * (point.x - from.x) + d.y * (point.y - from.y)) / length
  return off < GRID && along > -GRID && along < length + GRID
}

function pieces(edge: Edge, cuts: readonly Vector[]): Edge[] {
  const d = delta(edge)
  const along = ({ x, y }: Vector) => (x - edge.from.x) * d.x + (y - edge.from.y) * d.y
  const stops = [edge.from, ...cuts, edge.to].sort((one, other) => along(one) - along(other))
  return stops
    .slice(1)
    .map((to, index) => ({ from: stops[index]!, to }))
    .filter(hasLength)
}

/** Edges that lie on each other count once. */
function distinct(edges: readonly Edge[]): Edge[] {
  const found = new Map<string, Edge>()
  for (const edge of edges) found.set([keyOf(edge.from), keyOf(edge.to)].sort().join(), edge)
  return [...found.values()]
}

function loopsOf(edges: readonly Edge[]): Command[] {
  const leaving = new Map<string, Edge[]>()
  for (const edge of edges) leaving.set(keyOf(edge.from), [...(leaving.get(keyOf(edge.from)) ?? []), edge])
  const commands: Command[] = []
  for (const waiting of leaving.values()) {
    for (let edge = waiting.pop(); edge; edge = waiting.pop()) {
      commands.push(['M', edge.from.x, edge.from.y])
      for (let next: Edge | undefined = edge; next; next = leaving.get(keyOf(next.to))?.pop()) {
        commands.push(['L', next.to.x, next.to.y])
      }
      commands.push(['Z'])
    }
  }
  return commands
}

const delta = ({ from, to }: Edge): Vector => ({ x: to.x - from.x, y: to.y - from.y })
const leftOf = ({ from, to }: Edge) => Math.min(from.x, to.x)
const hasLength = ({ from, to }: Edge) => from.x !== to.x || from.y !== to.y
const keyOf = ({ x, y }: Vector) => `${x} ${y}`
const snapped = ({ x, y }: Vector): Vector => ({ x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID })

/** px; points that are nearer are one point. */
const GRID = 1 / 4096
/** px beside an edge where its two sides are looked at. */
const BESIDE = 1 / 1024
