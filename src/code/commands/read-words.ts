import type { Task } from '../../shared/channel.ts'
import type { LayerWords, ReadWords } from '../../shared/protocol.ts'
import { Written } from '../../shared/written.ts'
import { undisturbed } from '../exclusive.ts'
import { findLayer, pageOf } from '../layers.ts'
import { createPace } from '../rows/pace.ts'
import { createNearTexts } from '../words/near-texts.ts'
import { createProperties } from '../words/properties.ts'

interface Wanted {
  ids: readonly string[]
  texts: readonly string[]
}

/** What prompts may say of these layers. Stops between two of them. */
export const readWords = ({ ids, texts }: Wanted, task: Task): Promise<Written<ReadWords>> =>
  undisturbed(async () => {
    const pace = createPace(() => {
      task.throwIfCancelled()
      return true
    })
    const propertiesOf = createProperties()
    const textsNear = createNearTexts(texts, pace)
    const written: string[] = []
    for (const id of new Set(ids)) {
      await pace()
      const layer = await findLayer(id)
      const page = layer && pageOf(layer)
      if (!page) continue
      await page.loadAsync()
      if (layer.removed) continue
      const told = { id, page: page.name, properties: propertiesOf(layer) }
      const words: LayerWords = { ...told, texts: await textsNear(layer) }
      if (!layer.removed) written.push(JSON.stringify(words))
    }
    return new Written(`{"layers":[${written.join()}]}`)
  })
