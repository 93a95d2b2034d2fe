import type { LayerRecord } from '../layer-record.ts'
import type { AutoLayout } from '../parts/auto-layout.ts'

/** A size along the way in which a frame lays out, and across it. px */
export interface Extent {
  along: number
  across: number
}

/** What is laid out: its size, whether it grows or stretches, and between which sizes it may be. px */
export interface Item extends Extent {
  grows: boolean
  stretches: boolean
  least: Extent
  most: Extent
}

/** Where an item comes to lie, from the frame's start corner, and how large it becomes. px */
export interface Slot {
  at: Extent
  size: Extent
}

interface Frame {
  layout: AutoLayout
  /** px; of an axis that hugs, what it was. */
  size: Extent
  least: Extent
  most: Extent
  padding: { start: Extent; end: Extent }
}

/**
 * Auto layout (T:7694), pure: the slots of the items and the size of the frame. A frame that hugs on the way gives items
 * that grow no more than they had; across, items that stretch become as large as the largest.
 */
export function flow(frame: Frame, items: readonly Item[]): { slots: Slot[]; size: Extent } {
  const { layout, padding } = frame
  const pads = { along: padding.start.along + padding.end.along, across: padding.start.across + padding.end.across }
  const hugs = { along: layout.primaryAxisSizingMode === 'AUTO', across: layout.counterAxisSizingMode === 'AUTO' }
  const room = { along: frame.size.along - pads.along, across: frame.size.across - pads.across }

  const lines = linesOf(items, layout, hugs.along ? Number.POSITIVE_INFINITY : room.along)
  const longest = Math.max(0, ...lines.map((line) => lengthOf(line, layout.itemSpacing)))
  const along = hugs.along ? clamp(longest + pads.along, frame.least.along, frame.most.along) - pads.along : room.along
  const grown = lines.map((line) => grow(line, along, layout.itemSpacing))

  const gap = layout.counterAxisSpacing ?? layout.itemSpacing
  const depths = grown.map((line) => depthOf(line))
  const deep = depths.reduce((sum, depth) => sum + depth, 0) + gap * Math.max(0, lines.length - 1)
  const across = hugs.across
    ? clamp(deep + pads.across, frame.least.across, frame.most.across) - pads.across
    : room.across

  const spread = layout.counterAxisAlignContent === 'SPACE_BETWEEN' && lines.length > 1
  const between = spread ? gap + Math.max(0, across - deep) / (lines.length - 1) : gap
  let top = spread || lines.length < 2 ? 0 : (across - deep) * SHARE[layout.counterAxisAlignItems]
  const slots = grown.flatMap((line, index) => {
    const depth = lines.length === 1 ? across : depths[index]!
    const placed = placeLine(line, { along, across: depth, top }, frame)
    top += depth + between
    return placed
  })
  return { slots, size: { along: along + pads.along, across: across + pads.across } }
}

/** One line, or as many as wrapping makes of it. */
function linesOf(items: readonly Item[], { wrap, itemSpacing }: AutoLayout, room: number): Item[][] {
  const lines: Item[][] = [[]]
  for (const item of items) {
    const line = lines.at(-1)!
    const fits = line.length === 0 || lengthOf([...line, item], itemSpacing) <= room + TOLERANCE
    if (wrap === 'NO_WRAP' || fits) line.push(item)
    else lines.push([item])
  }
  return lines
}

/** Shares what room is left among the items that grow; those at their limit leave more to the others. */
function grow(line: Item[], room: number, spacing: number): Item[] {
  const sizes = new Map(line.filter(({ grows }) => grows).map((item) => [item, 0]))
  const gaps = spacing * Math.max(0, line.length - 1)
  const held = new Map<Item, number>(line.filter(({ grows }) => !grows).map((item) => [item, item.along]))
  while (held.size < line.length) {
    const open = line.filter((item) => !held.has(item))
    const share = (room - gaps - [...held.values()].reduce((sum, along) => sum + along, 0)) / open.length
    const limited = open.filter((item) => clamp(share, item.least.along, item.most.along) !== share)
    for (const item of limited.length > 0 ? limited : open) {
      const along = clamp(share, item.least.along, item.most.along)
      held.set(item, along)
      sizes.set(item, along)
    }
  }
  return line.map((item) => (sizes.has(item) ? { ...item, along: sizes.get(item)! } : item))
}

function placeLine(line: Item[], box: Extent & { top: number }, { layout, padding }: Frame): Slot[] {
  const free = box.along - lengthOf(line, layout.itemSpacing)
  const { before, between } = spacesOf(layout, Math.max(0, free), free, line.length)
  let at = padding.start.along + before
  return line.map((item) => {
    const across = item.stretches ? clamp(box.across, item.least.across, item.most.across) : item.across
    const offset = item.stretches ? 0 : (box.across - across) * SHARE[layout.counterAxisAlignItems]
    const slot = {
      at: { along: at, across: padding.start.across + box.top + offset },
      size: { along: item.along, across },
    }
    at += item.along + between
    return slot
  })
}

/** The room before the first item and between two. What does not fit runs over at the end, or on both sides. */
function spacesOf(
  { primaryAxisAlignItems: align, itemSpacing }: AutoLayout,
  free: number,
  signed: number,
  count: number,
) {
  if (align === 'SPACE_BETWEEN' && count > 1) return { before: 0, between: itemSpacing + free / (count - 1) }
  if (align === 'SPACE_EVENLY') return { before: free / (count + 1), between: itemSpacing + free / (count + 1) }
  if (align === 'SPACE_AROUND') return { before: free / count / 2, between: itemSpacing + free / count }
  return { before: align === 'MAX' ? signed : align === 'CENTER' ? signed / 2 : 0, between: itemSpacing }
}

const lengthOf = (line: readonly Item[], spacing: number) =>
  line.reduce((sum, { along }) => sum + along, 0) + spacing * Math.max(0, line.length - 1)

/** Items that stretch follow the others, unless there are no others. */
function depthOf(line: readonly Item[]): number {
  const firm = line.filter(({ stretches }) => !stretches)
  return Math.max(0, ...(firm.length > 0 ? firm : line).map(({ across }) => across))
}

export const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/** Of the room that is left, how much lies before an item. */
const SHARE: Record<LayerAlign, number> = { MIN: 0, CENTER: 0.5, MAX: 1, BASELINE: 0 }
type LayerAlign = NonNullable<LayerRecord['autoLayout']>['counterAxisAlignItems']
/** px; sums of fractions. */
const TOLERANCE = 1e-6
