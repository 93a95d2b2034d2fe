import type { History } from '../history.ts'
import { hashOf, isVisible } from '../paint-key.ts'

/** Of a layer's fills those that Refill hides and keeps, results and what was there before: nobody else has hidden them. */
export function keptAmong(fills: readonly ImagePaint[], results: History['results']): ImagePaint[] {
  const known = new Set<string | undefined>(results.keys())
  for (const { of, hid } of results.values()) for (const one of [of, ...hid]) known.add(one)
  return fills.filter((fill) => !isVisible(fill) && (known.has(hashOf(fill)) || known.has(`IMAGE ${hashOf(fill)}`)))
}
