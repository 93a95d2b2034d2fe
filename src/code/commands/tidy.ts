import { type Holders, holdersOf, tidyOn } from '../holders.ts'
import { findLayer, pageOf } from '../layers.ts'
import { asUndoStep } from '../place/undo-step.ts'

/** Removes the results that do not show from all of these layers, as one undo step. Layers that are gone are passed over. */
export async function tidy({ ids }: { ids: readonly string[] }): Promise<{ removed: number }> {
  return asUndoStep(
    async () => {
      for (const id of ids) {
        const layer = await findLayer(id)
        if (layer) await pageOf(layer)?.loadAsync()
      }
      return Promise.all(ids.map(findLayer))
    },
    async (layers) => {
      const pairs = new Map<string, Holders>()
      for (const layer of layers) {
        if (!layer || layer.removed) continue
        const holders = holdersOf(layer)
        pairs.set(holders.layer.id, holders)
      }
      let removed = 0
      for (const holders of pairs.values()) removed += await tidyOn(holders)
      return { removed }
    },
  )
}
