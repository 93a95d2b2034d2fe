import { markOn } from '../favourites.ts'
import { holdersOf } from '../holders.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { foundForWriting } from '../place/writable.ts'

interface Marked {
  id: string
  hash: string
  favourite: boolean
}

/** Marks one result as a favourite, or not any more, as one undo step. Throws `layer` if it is not there. */
export async function markFavourite({ id, hash, favourite }: Marked): Promise<void> {
  await asUndoStep(
    () => foundForWriting(id),
    (found) => markOn(holdersOf(found), hash, favourite),
  )
}
