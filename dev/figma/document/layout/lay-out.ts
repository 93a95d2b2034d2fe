import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { boxOf, movedTo } from '../geometry.ts'
import type { LayerRecord } from '../layer-record.ts'
import type { AutoLayout, LayoutChild } from '../parts/auto-layout.ts'
import { placeLayer } from '../place-layer.ts'
import { resizeLayer } from '../resize-layer.ts'
import type { Tree } from '../tree.ts'
import { type Extent, flow, type Item } from './flow.ts'
import { isInFlow } from './in-flow.ts'
import { sizingOf } from './sizing.ts'

/** Lays out the auto layout frames that hold or are what was touched, from the inside out. */
export function layOut(tree: Tree, touched: ReadonlySet<string>): void {
  const frames = new Set<string>()
  for (const id of touched) {
    const record = tree.find(id)
    if (record?.autoLayout) frames.add(id)
    if (record?.parentId && tree.get(record.parentId).autoLayout) frames.add(record.parentId)
  }
  const depth = (id: string) => [...tree.chain(id)].length
  for (const id of [...frames].sort((one, other) => depth(other) - depth(one))) layOutFrame(tree, id)
}

function layOutFrame(tree: Tree, id: string): void {
  const frame = tree.get(id)
  const layout = fixedWhereFilled(tree, frame)
  const children = frame.childIds.map((childId) => tree.get(childId)).filter(isInFlow)
  const turn = layout.mode === 'HORIZONTAL' ? asIs : swapped
  const padding = paddingOf(frame, layout)
  const { slots, size } = flow(
    {
      layout,
      size: turn({ along: frame.width, across: frame.height }),
      ...limits(frame.layoutChild, turn),
      padding: {
        start: turn({ along: padding.left, across: padding.top }),
        end: turn({ along: padding.right, across: padding.bottom }),
      },
    },
    children.map((child) => itemOf(child, turn)),
  )
  const own = turn(size)
  if (isOther(own.along, frame.width) || isOther(own.across, frame.height)) {
    resizeLayer(tree, id, { width: own.along, height: own.across })
  }
  for (const [index, child] of children.entries()) {
    const slot = slots[index]!
    place(tree, child, turn(slot.at), turn(slot.size))
  }
}

/** What its parent stretches or grows cannot hug its layers as well (T:7793, T:8544). */
function fixedWhereFilled(tree: Tree, { id, autoLayout }: LayerRecord): AutoLayout {
  const layout = autoLayout!
  const across = layout.mode === 'HORIZONTAL' ? 'VERTICAL' : 'HORIZONTAL'
  return {
    ...layout,
    ...(sizingOf(tree, id, layout.mode) === 'FILL' && { primaryAxisSizingMode: 'FIXED' }),
    ...(sizingOf(tree, id, across) === 'FILL' && { counterAxisSizingMode: 'FIXED' }),
  }
}

function itemOf(child: LayerRecord, turn: Turn): Item {
  const { layoutChild, transform } = child
  const upright = isUpright(transform)
  const box = boxOf(transform, child)
  return {
    ...turn({ along: box.width, across: box.height }),
    // A turned layer keeps its size (believed).
    grows: upright && layoutChild.grow > 0,
    stretches: upright && layoutChild.align === 'STRETCH',
    ...limits(layoutChild, turn),
  }
}

function place(tree: Tree, child: LayerRecord, at: Extent, size: Extent): void {
  const { id, width, height, transform } = child
  const resized = isUpright(transform) && (isOther(size.along, width) || isOther(size.across, height))
  if (resized) resizeLayer(tree, id, { width: size.along, height: size.across })
  const box = boxOf(transform, tree.get(id))
  const [x, y] = [transform[0][2] + at.along - box.x, transform[1][2] + at.across - box.y]
  if (isOther(x, transform[0][2]) || isOther(y, transform[1][2])) {
    placeLayer(tree, id, movedTo(transform, { x, y }))
  }
}

/** With the stroke, where that takes room (T:7850). */
function paddingOf({ strokes, stroke }: LayerRecord, { padding, strokesIncludedInLayout }: AutoLayout) {
  if (!strokesIncludedInLayout || strokes.length === 0) return padding
  const { top, right, bottom, left } = stroke.sides ?? {
    top: stroke.weight,
    right: stroke.weight,
    bottom: stroke.weight,
    left: stroke.weight,
  }
  return {
    top: padding.top + top,
    right: padding.right + right,
    bottom: padding.bottom + bottom,
    left: padding.left + left,
  }
}

const limits = ({ minWidth, maxWidth, minHeight, maxHeight }: LayoutChild, turn: Turn) => ({
  least: turn({ along: minWidth ?? LEAST_SIDE, across: minHeight ?? LEAST_SIDE }),
  most: turn({ along: maxWidth ?? Number.POSITIVE_INFINITY, across: maxHeight ?? Number.POSITIVE_INFINITY }),
})

/** From along and across to width and height, and back. */
type Turn = (extent: Extent) => Extent
const asIs: Turn = (extent) => extent
const swapped: Turn = ({ along, across }) => ({ along: across, across: along })

const isUpright = ([[a, c], [b, d]]: F.Transform) => b === 0 && c === 0 && a === 1 && d === 1

const isOther = (one: number, other: number) => Math.abs(one - other) > TOLERANCE

/** px */
const LEAST_SIDE = 0.01
const TOLERANCE = 1e-6
