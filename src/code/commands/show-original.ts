import { AppError } from '../../shared/errors.ts'
import type { Shown } from '../../shared/protocol.ts'
import { noResultText } from '../../shared/texts/layers.ts'
import { holdersOf, showOriginalOn } from '../holders.ts'
import { isOfInstance } from '../layers.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { foundForWriting } from '../place/writable.ts'

/** Shows again what the layer showed before Refill, as one undo step; the results stay in the stack, hidden. */
export async function showOriginal({ id }: { id: string }): Promise<Shown> {
  return asUndoStep(
    () => foundForWriting(id),
    async (found) => {
      const holders = holdersOf(found)
      if (!(await showOriginalOn(holders))) {
        throw new AppError('layer', noResultText(holders.layer.name))
      }
      return { override: isOfInstance(holders.layer) }
    },
  )
}
