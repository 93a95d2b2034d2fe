import type { Task } from '../../shared/channel.ts'
import type { PlacedIn, VariantSource } from '../../shared/protocol.ts'
import { Written } from '../../shared/written.ts'
import { undisturbed } from '../exclusive.ts'
import { findLayer, pageOf } from '../layers.ts'
import { createPace } from '../rows/pace.ts'
import { createVariantSources, GONE } from '../variants/sources.ts'

/** Of which component each of these layers' pictures would make a new variant. Stops between two of them. */
export const readVariantSources = (
  { layers }: { layers: readonly PlacedIn[] },
  task: Task,
): Promise<Written<VariantSource[]>> =>
  undisturbed(async () => {
    const pace = createPace(() => {
      task.throwIfCancelled()
      return true
    })
    const sourceOf = createVariantSources(pace)
    const written: string[] = []
    const loaded = new Set<PageNode>()
    for (const { id, container } of layers) {
      await pace()
      const layer = await findLayer(id)
      const page = layer && pageOf(layer)
      if (page && !loaded.has(page)) {
        await page.loadAsync()
        loaded.add(page)
      }
      written.push(JSON.stringify(!layer || layer.removed ? GONE : await sourceOf(layer, container)))
    }
    return new Written(`[${written.join()}]`)
  })
