import type { Job } from './plan.ts'

/** The jobs that share a request, together; in the order of their first. */
export function byRequest<T>(items: readonly T[], jobOf: (item: T) => Job): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const { share } = jobOf(item)
    const group = groups.get(share)
    if (group) group.push(item)
    else groups.set(share, [item])
  }
  return [...groups.values()]
}
