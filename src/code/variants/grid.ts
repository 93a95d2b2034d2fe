import type { Size } from '../../shared/picture.ts'

/** px in the set. */
export interface Box extends Size {
  x: number
  y: number
}

export interface Variants {
  /** All that are there. */
  all: readonly Box[]
  /** The one that the new one is like, as large as which it is. */
  source: Box
  /** Those that differ from the source in the chosen property alone. */
  siblings: readonly Box[]
  /** Those that have the new value already. */
  peers: readonly Box[]
  /** Whether the set has no other property: then its variants are a list, which may be broken into rows. */
  isList: boolean
}

/**
 * Where a new variant may lie, best first, always on free ground. In line with those of the same value; else at the end of
 * the line of its siblings, which runs down where these stand in one column; the last, right of and below all, is always
 * there.
 */
export function* spots(variants: Variants): Generator<{ x: number; y: number }> {
  const { all, source } = variants
  for (const spot of wantedSpots(variants)) {
    const box = { ...spot, width: source.width, height: source.height }
    if (!all.some((other) => overlap(box, other))) yield spot
  }
  const gap = gapIn(variants)
  yield { x: rightOf(all) + gap, y: bottomOf(all) + gap }
}

function* wantedSpots(variants: Variants): Generator<{ x: number; y: number }> {
  const { all, source, siblings, peers, isList } = variants
  const gap = gapIn(variants)
  const isColumn = siblings.length > 0 && siblings.every(({ x }) => Math.abs(x - source.x) < NEAR)
  for (const { x, y } of peers) yield isColumn ? { x: source.x, y } : { x, y: source.y }
  if (isColumn) yield { x: source.x, y: inNewRow(variants) }
  else if (isList) yield nextInRows(all, gap)
  else yield { x: rightOf(all) + gap, y: source.y }
}

/**
 * In a new row below all, as far from it as the source's row is from the next one. The lowest row counts as high as that of the
 * source: it may still lack those that are larger.
 */
function inNewRow(variants: Variants): number {
  const { all, source } = variants
  const row = rowOf(all, source.y)
  const [top, lowest] = [row, rowOf(all, -minimum(all, ({ y }) => -y))].map((each) => minimum(each, ({ y }) => y))
  const gaps = all.flatMap((box) => [box.y - bottomOf(row), top! - bottomOf([box])]).filter((gap) => gap > 0)
  const gap = gaps.length > 0 ? minimum(gaps, (each) => each) : gapIn(variants)
  return Math.max(bottomOf(all), lowest! + bottomOf(row) - top!) + gap + source.y - top!
}

/** Behind the last in the lowest row, or in a new one. Rows are as long as the first one, where there are others. */
function nextInRows(all: readonly Box[], gap: number): { x: number; y: number } {
  const [top, lowest] = [
    rowOf(
      all,
      minimum(all, ({ y }) => y),
    ),
    rowOf(all, -minimum(all, ({ y }) => -y)),
  ]
  const isOneRow = top.length === all.length
  if (lowest.length < (isOneRow ? COLUMNS : top.length)) {
    return { x: rightOf(lowest) + gap, y: minimum(lowest, ({ y }) => y) }
  }
  return { x: minimum(all, ({ x }) => x), y: bottomOf(all) + gap }
}

/** Those in line with the ones that begin at that height. */
function rowOf(all: readonly Box[], y: number): Box[] {
  const first = all.filter((box) => box.y === y)
  return all.filter((box) => first.some((other) => box.y < bottomOf([other]) && other.y < bottomOf([box])))
}

/** How large a set is that holds this as well; it is never smaller than it was. */
export function grown(set: Size, box: Box, padding: number): Size {
  return {
    width: Math.max(set.width, rightOf([box]) + padding),
    height: Math.max(set.height, bottomOf([box]) + padding),
  }
}

/** How far the variants stand off the top left of the set, or Figma's own measure. */
export function paddingIn(all: readonly Box[]): number {
  const least = Math.min(
    minimum(all, ({ x }) => x),
    minimum(all, ({ y }) => y),
  )
  return least > 0 && least < SPACE * 10 ? least : SPACE
}

/** How far the next one stands off the source, right or left or else above or below; or Figma's own measure. */
export function gapIn({ all, source }: Pick<Variants, 'all' | 'source'>): number {
  const inRow = all.filter(({ y, height }) => y < bottomOf([source]) && y + height > source.y)
  const inColumn = all.filter(({ x, width }) => x < rightOf([source]) && x + width > source.x)
  const across = inRow.flatMap((box) => [box.x - rightOf([source]), source.x - rightOf([box])])
  const down = inColumn.flatMap((box) => [box.y - bottomOf([source]), source.y - bottomOf([box])])
  const gaps = [across, down].map((each) =>
    minimum(
      each.filter((gap) => gap > 0),
      (gap) => gap,
    ),
  )
  return gaps.find(Number.isFinite) ?? SPACE
}

const overlap = (one: Box, other: Box) =>
  one.x < rightOf([other]) && other.x < rightOf([one]) && one.y < bottomOf([other]) && other.y < bottomOf([one])

const rightOf = (boxes: readonly Box[]) => -minimum(boxes, ({ x, width }) => -x - width)
const bottomOf = (boxes: readonly Box[]) => -minimum(boxes, ({ y, height }) => -y - height)

function minimum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((least, item) => Math.min(least, of(item)), Number.POSITIVE_INFINITY)
}

/** px; what Figma leaves around and between the variants of a set that it makes. */
export const SPACE = 20
/** In a row of a list, unless its first row says another number. */
const COLUMNS = 5
/** px; what was placed by hand is in line when it looks so. */
const NEAR = 1
