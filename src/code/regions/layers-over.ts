import { indexIn, isShown, parentOf } from '../layers.ts'

/** The layers that lie above a layer on its page: first those in its own parent, then those above that. */
export function layersOver(layer: SceneNode): SceneNode[] {
  const over: SceneNode[] = []
  for (let at = layer, parent = parentOf(at); parent; at = parent, parent = parentOf(at)) {
    const index = indexIn(parent.children, at)
    // Figma: an auto layout may draw its first layer on top.
    const isReversed = 'itemReverseZIndex' in parent && parent.layoutMode !== 'NONE' && parent.itemReverseZIndex
    const above = isReversed ? parent.children.slice(0, index).reverse() : parent.children.slice(index + 1)
    over.push(...above.filter(isDrawn))
    if (parent.type === 'PAGE') break
  }
  return over
}

/** Neither a section nor a slice is something that was drawn over a picture. */
const isDrawn = (layer: SceneNode) => layer.type !== 'SECTION' && layer.type !== 'SLICE' && isShown(layer)
