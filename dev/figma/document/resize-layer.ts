import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { notSimulated } from '../errors.ts'
import { movedTo, rotationOf } from './geometry.ts'
import { isPlacedByLayout } from './layout/in-flow.ts'
import type { Tree } from './tree.ts'

/** Resizes a layer, and what is in it as its constraints say (T:7502). */
export function resizeLayer(tree: Tree, id: string, to: { width: number; height: number }): void {
  const from = tree.get(id)
  tree.change(id, to)
  for (const childId of from.childIds) {
    const { constraints, transform, width, height, name } = tree.get(childId)
    if (isPlacedByLayout(tree, tree.get(childId))) continue
    if (constraints.horizontal === 'MIN' && constraints.vertical === 'MIN') continue
    if (rotationOf(transform) !== 0) throw notSimulated(`resizing around the turned layer “${name}”`)
    const [[, , x], [, , y]] = transform
    const across = constrained(constraints.horizontal, { at: x, length: width }, from.width, to.width)
    const down = constrained(constraints.vertical, { at: y, length: height }, from.height, to.height)
    tree.change(childId, { transform: movedTo(transform, { x: across.at, y: down.at }) })
    resizeLayer(tree, childId, { width: across.length, height: down.length })
  }
}

/** One axis of a child, in a parent that grows from `before` to `after` px. */
function constrained(constraint: F.ConstraintType, { at, length }: Span, before: number, after: number): Span {
  const grown = after - before
  if (constraint === 'MAX') return { at: at + grown, length }
  if (constraint === 'CENTER') return { at: at + grown / 2, length }
  if (constraint === 'STRETCH') return { at, length: Math.max(LEAST_SIDE, length + grown) }
  if (constraint === 'SCALE') {
    return { at: (at * after) / before, length: Math.max(LEAST_SIDE, (length * after) / before) }
  }
  return { at, length }
}

interface Span {
  at: number
  length: number
}

/** px */
const LEAST_SIDE = 0.01
