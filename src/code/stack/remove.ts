import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { hashOf, isVisible } from '../paint-key.ts'
import { type Paints, type Results, resultAt, stackOf } from './results.ts'

/**
 * The stack without the results that do not show, and their hashes. Where an image lies in the stack more than once, it
 * cannot be told for certain which one Refill added: none of them goes.
 */
export function withoutHidden(paints: Paints, results: Results): { paints: Paint[]; removed: string[] } {
  const stack = stackOf(paints, results)
  const copies = (hash: string) => paints.filter((paint) => hashOf(paint) === hash).length
  const removed = paints.flatMap((paint, index) => {
    const hash = resultAt(stack, index)
    return hash !== undefined && !isVisible(paint) && copies(hash) === 1 ? [hash] : []
  })
  return { paints: paints.filter((paint) => !removed.includes(hashOf(paint) ?? '')), removed }
}
