/** The ids in an order that means nothing and is the same each time. T:10648: a selection has no particular order. */
export const unordered = (ids: readonly string[]): string[] =>
  [...ids].sort((one, other) => scattered(one) - scattered(other))

/** FNV-1a, stirred once more so that neighbouring ids part. */
function scattered(id: string): number {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
}
