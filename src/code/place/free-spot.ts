import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'

/** px; the nearest place at or right of `wanted` where a box of that size touches none of the others. */
export function freeSpot(wanted: Rect, others: readonly Rect[]): { x: number; y: number } {
  const fromLeft = others
    .filter(({ y, height }) => y < wanted.y + wanted.height + GAP && y + height + GAP > wanted.y)
    .sort((a, b) => a.x - b.x)
  let { x } = wanted
  for (const other of fromLeft) {
    if (other.x < x + wanted.width + GAP && other.x + other.width + GAP > x) x = other.x + other.width + GAP
  }
  return { x, y: wanted.y }
}

/** px between a layer and what is laid beside it. */
export const GAP = 40
