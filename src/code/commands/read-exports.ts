import type { Task } from '../../shared/channel.ts'
import type { Exports } from '../../shared/protocol.ts'
import { Written } from '../../shared/written.ts'
import { undisturbed } from '../exclusive.ts'
import { exportLayerOf } from '../exports/export-layer.ts'
import { holdersOf } from '../holders.ts'
import { inOrder } from '../rows/in-order.ts'
import { createPace } from '../rows/pace.ts'

/** What can be exported of the selection. Stops between two layers. */
export const readExports = (_input: {}, task: Task): Promise<Written<Exports>> =>
  undisturbed(async () => {
    const page = figma.currentPage
    const pace = createPace(() => {
      task.throwIfCancelled()
      return true
    })
    const written = new Map<string, string>()
    for (const layer of await inOrder(page.selection, pace)) {
      for (const [each, set] of variantsOf(layer)) {
        await pace()
        if (each.removed || isCoverOfSelected(each, page)) continue
        written.set(each.id, JSON.stringify(exportLayerOf(each, set)))
      }
    }
    return new Written(`{"layers":[${[...written.values()].join()}]}`, { file: figma.root.name, page: page.name })
  })

/** A set is a sheet of its variants, and these are what is exported. */
function variantsOf(layer: SceneNode): [SceneNode, ComponentSetNode | undefined][] {
  if (layer.type === 'COMPONENT_SET') return layer.children.map((variant) => [variant, layer])
  return [[layer, layer.parent?.type === 'COMPONENT_SET' ? layer.parent : undefined]]
}

/** The rectangle that shows the look of a layer is exported as that. */
function isCoverOfSelected(found: SceneNode, { selection }: PageNode): boolean {
  const { layer, cover, above } = holdersOf(found)
  return above && cover?.id === found.id && selection.some(({ id }) => id === layer.id)
}
