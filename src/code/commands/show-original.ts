import { AppError } from '../../shared/errors.ts'
import { type History, hidBy, historyOf } from '../history.ts'
import { layerById, paintsOf, writePaints } from '../layers.ts'
import { coverOf } from '../place/inside.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { withOriginal } from '../stack.ts'

/** Shows again what the layer showed before Refill, as one undo step; the results stay in the stack, hidden. */
export async function showOriginal({ id }: { id: string }): Promise<void> {
  const layer = await layerById(id)
  const edited = [layer, coverOf(layer)].flatMap((holder) => {
    const history = holder ? historyOf(holder) : NOTHING
    return holder && history.size > 0 ? [{ holder, history }] : []
  })
  if (edited.length === 0) throw new AppError('layer', `“${layer.name}” has no result of Refill.`)
  await asUndoStep(async () => {
    for (const { holder, history } of edited) {
      await writePaints(
        holder,
        withOriginal(paintsOf(holder), hidBy(history), (hash) => history.has(hash)),
      )
    }
  })
}

const NOTHING: History = new Map()
