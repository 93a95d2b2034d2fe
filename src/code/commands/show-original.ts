import { AppError } from '../../shared/errors.ts'
import { historyOf } from '../history.ts'
import { asFillLayer, layerById, paintsOf } from '../layers.ts'
import { coveredBy, coverOf } from '../place/cover.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { type Results, resultsShownIn, withOriginal } from '../stack.ts'
import { writePaints } from '../write-paints.ts'

/** Shows again what the layer showed before Refill, as one undo step; the results stay in the stack, hidden. */
export async function showOriginal({ id }: { id: string }): Promise<void> {
  await asUndoStep(
    async () => {
      const layer = await layerById(id)
      const holders = [layer, coverOf(layer), await coveredBy(layer)].filter((holder) => holder !== undefined)
      const edited = holders.filter((holder) => historyOf(holder).size > 0)
      const shown = new Set(edited.flatMap((holder) => resultsShownIn(paintsOf(holder), historyOf(holder))))
      if (shown.size === 0) throw new AppError('layer', `“${layer.name}” shows no result of Refill now.`)
      return { edited, shown }
    },
    async ({ edited, shown }) => {
      const results = resultsOf(edited)
      for (const holder of edited) {
        await writePaints(asFillLayer(holder), withOriginal(paintsOf(holder), results, shown))
      }
    },
  )
}

/** A result on a cover may have hidden paints of its own stack and of the layer below: together they are one history. */
function resultsOf(holders: readonly SceneNode[]): Results {
  const all = new Map<string, { hid: string[] }>()
  for (const [hash, { hid }] of holders.flatMap((holder) => [...historyOf(holder)])) {
    all.set(hash, { hid: [...(all.get(hash)?.hid ?? []), ...hid] })
  }
  return all
}
