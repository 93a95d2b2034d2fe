import type { Task } from '../../shared/channel.ts'
import type { ShownOriginals } from '../../shared/protocol.ts'
import { showOriginalOn } from '../holders.ts'
import { isOfInstance } from '../layers.ts'
import { inUndoSteps } from '../place/undo-steps.ts'

/**
 * Shows on each of these layers what it showed before Refill, as one undo step or, where Figma would stand still for that,
 * as a few. One that is gone or cannot be changed keeps no other from it, and is counted as missed.
 */
export async function showOriginals({ ids }: { ids: readonly string[] }, task: Task): Promise<ShownOriginals> {
  let [shown, already, refused] = [0, 0, 0]
  let override = false
  const { gone, last } = await inUndoSteps(ids, task, async (holders) => {
    try {
      if (!(await showOriginalOn(holders))) {
        already++
        return false
      }
      shown++
      override ||= isOfInstance(holders.layer)
      return true
    } catch {
      refused++
      return false
    }
  })
  return { shown, already, override, missed: refused + gone, last }
}
