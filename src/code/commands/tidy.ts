import type { Task } from '../../shared/channel.ts'
import { tidyOn } from '../holders.ts'
import { inUndoSteps } from '../place/undo-steps.ts'

/**
 * Removes the results that do not show and are no favourites from all of these layers, as one undo step or, where Figma would stand still for
 * that, as a few. Layers that are gone are passed over. Throws `layer` at the first that cannot be changed.
 */
export async function tidy({ ids }: { ids: readonly string[] }, task: Task): Promise<{ removed: number }> {
  let removed = 0
  await inUndoSteps(ids, task, async (holders) => {
    removed += await tidyOn(holders)
  })
  return { removed }
}
