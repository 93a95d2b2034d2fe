import type { Task } from '../../shared/channel.ts'
import type { Removed } from '../../shared/protocol.ts'
import { showFavouritesOn } from '../favourites.ts'
import { tidyOn } from '../holders.ts'
import { inUndoSteps } from '../place/undo-steps.ts'

/**
 * Leaves of the results on these layers only favourites, and what shows beside them for another image, as one undo step or,
 * where Figma would stand still for that, as a few. Layers that are gone or have no favourites are passed over. Throws
 * `layer` at the first that cannot be changed.
 */
export async function keepFavourites({ ids }: { ids: readonly string[] }, task: Task): Promise<Removed> {
  let removed = 0
  const { last } = await inUndoSteps(ids, task, async (holders) => {
    const here = (await showFavouritesOn(holders)) ? await tidyOn(holders) : 0
    removed += here
    return here > 0
  })
  return { removed, last }
}
