import type { Task } from '../../shared/channel.ts'
import type { ShownOriginals } from '../../shared/protocol.ts'
import { showOriginalOn } from '../holders.ts'
import { isOfInstance } from '../layers.ts'
import { inUndoSteps } from '../place/undo-steps.ts'

/**
 * Shows on each of these layers what it showed before Refill, as one undo step or, where Figma would stand still for that,
 * as a few. One that is gone, shows no result or cannot be changed keeps no other from it, and is counted as missed.
 */
export async function showOriginals({ ids }: { ids: readonly string[] }, task: Task): Promise<ShownOriginals> {
  let shown = 0
  let unchanged = 0
  let override = false
  const { gone } = await inUndoSteps(ids, task, async (holders) => {
    const isShown = await showOriginalOn(holders).catch(() => false)
    if (!isShown) {
      unchanged++
      return
    }
    shown++
    override ||= isOfInstance(holders.layer)
  })
  return { shown, override, missed: unchanged + gone }
}
