import { AppError } from '../../shared/errors.ts'
import type { PlaceImage } from '../../shared/protocol.ts'
import { absoluteIn } from './absolute.ts'
import { placeInStack } from './stack.ts'

/** Puts the picture on a rectangle directly above the layer, of its size and turned as it is, inside the same parent. */
export async function placeAbove(layer: SceneNode & LayoutMixin, hash: string, input: PlaceImage): Promise<SceneNode> {
  const { parent } = layer
  if (!parent) throw new AppError('layer', 'That layer is no longer in the file.')
  const rectangle = figma.createRectangle()
  rectangle.name = `${layer.name} – edited`
  rectangle.fills = []
  parent.insertChild(parent.children.indexOf(layer) + 1, rectangle)
  absoluteIn(parent, rectangle)
  rectangle.resize(layer.width, layer.height)
  rectangle.relativeTransform = layer.relativeTransform
  await placeInStack(rectangle, hash, 1, input)
  return rectangle
}
