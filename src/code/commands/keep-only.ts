import { holdersOf, showOn, tidyOn } from '../holders.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { foundForWriting } from '../place/writable.ts'

/**
 * Shows one result and removes those that then do not show, as one undo step. A result of another image on the same
 * layer that shows beside it stays: without it that image would change.
 */
export async function keepOnly({ id, hash }: { id: string; hash: string }): Promise<{ removed: number }> {
  return asUndoStep(
    () => foundForWriting(id),
    async (found) => {
      const holders = holdersOf(found)
      await showOn(holders, hash)
      return { removed: await tidyOn(holders, { all: true }) }
    },
  )
}
