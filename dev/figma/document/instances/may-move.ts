import { FigmaError } from '../../errors.ts'
import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { isInside, isInstance } from './inside.ts'
import { isInternal } from './internal.ts'

/** What components, sets and instances forbid of a move. Figma: appendChild, “Possible error cases”, word for word. */
export function assertMayMove(tree: Tree, layer: LayerRecord, parent: LayerRecord): void {
  const refusal = refusalOf(tree, layer, parent)
  if (refusal) throw new FigmaError(`Cannot move node. ${refusal}`)
}

function refusalOf(tree: Tree, layer: LayerRecord, parent: LayerRecord): string | undefined {
  if (isInternal(tree, parent.id)) return 'New parent is a internal, readonly-only node'
  if (isInternal(tree, layer.id)) return 'Node is an internal, readonly-only node'
  if (isInside(parent.id) || isInstance(parent)) return 'New parent is an instance or is inside of an instance'
  if (isInside(layer.id)) return 'Node is inside of an instance'
  if (parent.type === 'COMPONENT_SET' && layer.type === 'COMPONENT_SET') {
    return 'Reparenting would create a component set cycle'
  }
  if (parent.type === 'COMPONENT_SET' && layer.type !== 'COMPONENT') {
    return 'A COMPONENT_SET node cannot have children of type other than COMPONENT'
  }
  const around = [...tree.chain(parent.id)].filter(({ type }) => type === 'COMPONENT').map(({ id }) => id)
  const moved = [layer, ...tree.inside(layer.id)]
  if (around.length === 0) return undefined
  if (moved.some(({ type }) => type === 'COMPONENT' || type === 'COMPONENT_SET')) {
    return 'Reparenting would create a component inside a component'
  }
  return moved.some((inner) => shows(tree, inner, around)) ? 'Reparenting would create a component cycle' : undefined
}

/** Whether a layer is an instance of one of these, or shows one somewhere inside. */
function shows(tree: Tree, layer: LayerRecord, componentIds: readonly string[]): boolean {
  return (
    isInstance(layer) &&
    (componentIds.includes(layer.instance.mainId) ||
      [...tree.inside(layer.id)].some((inner) => shows(tree, inner, componentIds)))
  )
}
