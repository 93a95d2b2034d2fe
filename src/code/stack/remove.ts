import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { hashOf, isVisible } from '../paint-key.ts'
import { hasWayBack } from './original.ts'
import { type Paints, type Results, resultAt, stackOf } from './results.ts'

/**
 * The stack without the results that do not show, but for those that stay, and their hashes. Where an image lies in the stack more than once, it
 * cannot be told for certain which one Refill added: none of them goes. Results are laid above what they came from: what
 * lies lowest and stands for nothing there has become the picture of the layer, unless that is a cover, which began empty.
 */
export function withoutHidden(
  paints: Paints,
  results: Results,
  { isCover = false, stays }: { isCover?: boolean; stays?: (hash: string) => boolean } = {},
): { paints: Paint[]; removed: string[] } {
  const stack = stackOf(paints, results)
  const copies = (hash: string) => paints.filter((paint) => hashOf(paint) === hash).length
  const removed = paints.flatMap((paint, index) => {
    const hash = resultAt(stack, index)
    if (hash === undefined || isVisible(paint) || copies(hash) > 1 || stays?.(hash)) return []
    return isCover || index > 0 || hasWayBack(stack, hash) ? [hash] : []
  })
  return { paints: paints.filter((paint) => !removed.includes(hashOf(paint) ?? '')), removed }
}
