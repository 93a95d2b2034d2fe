import type { Shown } from '../../shared/protocol.ts'
import { holdersOf, showOn } from '../holders.ts'
import { isOfInstance } from '../layers.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { foundForWriting } from '../place/writable.ts'

/** Shows one result in place of what shows of the same source, as one undo step. Throws `layer` if it is not there. */
export async function showResult({ id, hash }: { id: string; hash: string }): Promise<Shown> {
  return asUndoStep(
    () => foundForWriting(id),
    async (found) => {
      const holders = holdersOf(found)
      await showOn(holders, hash)
      return { override: isOfInstance(holders.layer) }
    },
  )
}
