import type { Task } from '../../shared/channel.ts'
import type { Removed } from '../../shared/protocol.ts'
import { tidyOn } from '../holders.ts'
import { inUndoSteps } from '../place/undo-steps.ts'

/**
 * Removes the results that do not show and are no favourites from all of these layers, as one undo step or, where Figma would stand still for
 * that, as a few. Layers that are gone are passed over. Throws `layer` at the first that cannot be changed.
 */
export async function tidy({ ids }: { ids: readonly string[] }, task: Task): Promise<Removed> {
  let removed = 0
  const { last } = await inUndoSteps(ids, task, async (holders) => {
    const here = await tidyOn(holders)
    removed += here
    return here > 0
  })
  return { removed, last }
}
