import { AppError } from '../shared/errors.ts'
import { paintsIn } from './stack.ts'

/** The layer with that id, found again. Throws `layer` if it is gone. */
export async function layerById(id: string): Promise<SceneNode> {
  const layer = await figma.getNodeByIdAsync(id)
  if (!layer || layer.removed || layer.type === 'PAGE' || layer.type === 'DOCUMENT') {
    throw new AppError('layer', 'That layer is no longer in the file.')
  }
  return layer
}

/** A layer that can hold fills. */
export type FillLayer = Extract<SceneNode, MinimalFillsMixin>

/** The layer as one that can hold fills. Throws `layer` if it cannot. */
export function asFillLayer(layer: SceneNode): FillLayer {
  if ('fills' in layer) return layer as FillLayer
  throw new AppError('layer', `“${layer.name}” cannot hold a fill.`)
}

/** The paints of a layer. Throws `layer` if it has none, or not the same on all of its text. */
export const paintsOf = (layer: SceneNode): readonly Paint[] => paintsIn(asFillLayer(layer).fills, layer.name)

/** The layer and all that it lies in, innermost first, without page and document. */
export function* chainOf(layer: SceneNode): Generator<SceneNode> {
  for (let at: BaseNode | null = layer; at && at.type !== 'PAGE' && at.type !== 'DOCUMENT'; at = at.parent) yield at
}

export const isShown = (layer: SceneNode) => [...chainOf(layer)].every(({ visible }) => visible)

/** Figma: nothing can be appended inside an instance. */
export const isInInstance = (layer: SceneNode) => [...chainOf(layer)].some(({ type }) => type === 'INSTANCE')

/** Figma: a component of a library is read-only. */
export const isRemote = (layer: SceneNode) =>
  [...chainOf(layer)].some((at) => (at.type === 'COMPONENT' || at.type === 'COMPONENT_SET') && at.remote)
