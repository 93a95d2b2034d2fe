/**
 * The ids in `now` as if those who turned `before` into `after` had not done so: what they took away is put back above
 * what lay below it, what they added goes, what they reordered goes back among the places of the reordered.
 */
export function mergedOrder(now: readonly string[], after: readonly string[], before: readonly string[]): string[] {
  if (now.length === after.length && now.every((id, index) => id === after[index])) return [...before]
  const [were, became] = [new Set(before), new Set(after)]
  const left = now.filter((id) => were.has(id) || !became.has(id))
  const order = inOrderOf(left, before, after)
  const there = new Set(order)
  let below: string | undefined
  for (const id of before) {
    if (!there.has(id) && !became.has(id)) order.splice(below === undefined ? 0 : order.indexOf(below) + 1, 0, id)
    if (there.has(id) || !became.has(id)) below = id
  }
  return order
}

/** Puts those that were in both lists back into their first order, if it was changed; the others keep their places. */
function inOrderOf(ids: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const [here, became] = [new Set(ids), new Set(after)]
  const first = before.filter((id) => here.has(id) && became.has(id))
  const moved = new Set(first)
  const second = after.filter((id) => moved.has(id))
  if (first.every((id, index) => id === second[index])) return [...ids]
  const next = first.values()
  return ids.map((id) => (moved.has(id) ? next.next().value! : id))
}
