import { AppError } from '../../shared/errors.ts'
import { losesFillsText, unlinkableText } from '../../shared/texts/layers.ts'
import { formerStyle, formerStyleId } from '../former-style.ts'
import { historyText, putBackHistory } from '../history.ts'
import { holdersOf, showOriginalOn } from '../holders.ts'
import { asFillLayer, type FillLayer } from '../layers.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { foundForWriting } from '../place/writable.ts'
import { removeButtons } from '../relaunch.ts'

/**
 * Links the layer to the shared style that it followed before its first result, as one undo step. Its results go with
 * that. Throws `layer` if there is no such style any more, or if paints would go that the designer has added since.
 */
export async function backToStyle({ id }: { id: string }): Promise<void> {
  await asUndoStep(
    async () => {
      const style = await formerStyle(holdersOf(await foundForWriting(id)).layer)
      return { style, found: await foundForWriting(id) }
    },
    async ({ style, found }) => {
      const holders = holdersOf(found)
      const { layer } = holders
      if (!style || formerStyleId(layer) !== style.id) {
        throw new AppError('layer', losesFillsText(layer.name))
      }
      await showOriginalOn(holders)
      await link(asFillLayer(layer).layer, style.id)
      if (!holders.cover) removeButtons(layer)
    },
  )
}

async function link(layer: FillLayer, style: string): Promise<void> {
  const text = historyText(layer)
  try {
    const linked = layer.setFillStyleIdAsync(style)
    putBackHistory(layer, '')
    await linked
  } catch (thrown) {
    putBackHistory(layer, text)
    throw new AppError('layer', unlinkableText(layer.name), thrown)
  }
}
