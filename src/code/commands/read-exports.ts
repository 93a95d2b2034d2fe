import type { Task } from '../../shared/channel.ts'
import type { Exports } from '../../shared/protocol.ts'
import { Written } from '../../shared/written.ts'
import { undisturbed } from '../exclusive.ts'
import { exportLayerOf } from '../exports/export-layer.ts'
import { type Holders, holdersOf } from '../holders.ts'
import { createKnownPairs } from '../place/known-pairs.ts'
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
    const layers = await inOrder(page.selection, pace)
    const selected = new Set(layers.map(({ id }) => id))
    const pairs = createKnownPairs()
    const written = new Map<string, string>()
    for (const layer of layers) {
      for (const [each, set] of layer.removed ? [] : variantsOf(layer)) {
        await pace()
        if (each.removed) continue
        await pairs.learn(each, pace)
        if (each.removed) continue
        const holders = holdersOf(each, pairs.of)
        if (!isCoverOfSelected(each, holders, selected)) {
          written.set(each.id, JSON.stringify(exportLayerOf(each, holders, set)))
        }
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
const isCoverOfSelected = ({ id }: SceneNode, { layer, cover, above }: Holders, selected: ReadonlySet<string>) =>
  above && cover?.id === id && selected.has(layer.id)
