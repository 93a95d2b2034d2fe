import type { Task } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import type { PlacedVariant, PlaceVariant } from '../../shared/protocol.ts'
import { layerMissingText } from '../../shared/texts/variants.ts'
import { findLayer } from '../layers.ts'
import { fitOf } from '../place/fit-of.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { foundForWriting } from '../place/writable.ts'
import { makeVariant } from '../variants/make-variant.ts'
import type { Aimed } from '../variants/pictures.ts'
import { componentAround } from '../variants/sources.ts'
import { assertTakesVariant } from '../variants/takes-variant.ts'
import { pathTo } from '../variants/twin.ts'

/**
 * Makes a new variant of a component with these pictures on its layers, as one undo step. Throws `layer` where there can be
 * none, `image` where Figma does not take a picture, and `cancelled` while nothing is written yet; then nothing changed.
 */
export async function placeVariant(input: PlaceVariant, task: Task): Promise<PlacedVariant> {
  const { id, pictures } = input
  return asUndoStep(
    async () => {
      task.throwIfCancelled()
      const fits = await Promise.all(pictures.map(fitOf))
      const layers: (SceneNode | undefined)[] = []
      for (const picture of pictures) layers.push(await findLayer(picture.id))
      const found = await foundForWriting(id)
      task.throwIfCancelled()
      return { found, fits, layers }
    },
    ({ found, fits, layers }) => {
      const component = componentAround(found)
      assertTakesVariant(component)
      const aimed = pictures.map((ordered, index): Aimed => {
        const layer = layers[index]
        const path = layer && !layer.removed ? pathTo(layer, component) : undefined
        if (!path) throw new AppError('layer', layerMissingText(component.name))
        return { ordered, fit: fits[index]!, path }
      })
      return makeVariant(component, aimed, input)
    },
  )
}
