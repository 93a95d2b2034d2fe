import { indexIn, isOfInstance, parentOf } from '../layers.ts'
import { absoluteIn } from './absolute.ts'
import { liesOn } from './cover.ts'

/** Gives a rectangle in the same parent the layer's size, place and turn. */
export function layOver(layer: SceneNode, cover: RectangleNode): void {
  const parent = parentOf(cover)
  if (parent) absoluteIn(parent, cover)
  cover.resize(layer.width, layer.height)
  cover.relativeTransform = layer.relativeTransform
}

/** Lays a cover on its layer again where the two have parted. Figma: in an instance nothing moves of its own. */
export function layOverAgain(layer: SceneNode, cover: RectangleNode): void {
  const parent = parentOf(cover)
  if (!parent || isOfInstance(cover)) return
  const { children } = parent
  const index = indexIn(children, layer)
  if (indexIn(children, cover) < index) parent.insertChild(index + 1, cover)
  if (!liesOn(cover, layer)) layOver(layer, cover)
}
