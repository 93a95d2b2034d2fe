import type { History } from '../history.ts'
import { hashOf, isVisible, resultIn } from '../paint-key.ts'
import { stackOf } from '../stack/results.ts'

/** Of a layer's fills those that Refill hides and keeps, results and what was there before: nobody else has hidden them. */
export function keptAmong(fills: readonly ImagePaint[], results: History['results']): ImagePaint[] {
  const { keys } = stackOf(fills, results)
  const origins = [...results.values()]
  const hid = new Set(origins.flatMap((origin) => origin.hid))
  const roots = new Set(origins.map(({ of }) => of))
  const isKept = (fill: ImagePaint, key: string) =>
    resultIn(key) !== undefined || hid.has(key) || roots.has(hashOf(fill))
  return fills.filter((fill, index) => !isVisible(fill) && isKept(fill, keys[index]!))
}
