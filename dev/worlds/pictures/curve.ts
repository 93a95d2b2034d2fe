/** A smooth way from `from` (share 0) to `to` (1) that heads where their neighbours lie (Catmull and Rom). */
export function curve([before, from, to, after]: readonly [number, number, number, number], share: number): number {
  const straight = (to - before) * share
  const square = (2 * before - 5 * from + 4 * to - after) * share * share
  const cube = (3 * from - before - 3 * to + after) * share * share * share
  return from + (straight + square + cube) / 2
}
