import type { SceneLayer } from '../scene.ts'
import type { LayerType } from '../world.ts'
import type { Tree } from './tree.ts'

/** A layer and what lies in it, for the painter. */
export function toScene(tree: Tree, id: string): SceneLayer {
  const { type, visible, width, height, transform, opacity, blendMode, cornerRadius, clipsContent, fills, childIds } =
    tree.get(id)
  const children = childIds.map((childId) => toScene(tree, childId))
  return {
    id,
    type: type as LayerType,
    visible,
    width,
    height,
    transform,
    opacity,
    blendMode,
    cornerRadius,
    clipsContent,
    fills,
    children,
  }
}

/** The hashes of the images that these layers name. */
export function hashesIn(layers: readonly SceneLayer[]): Set<string> {
  return new Set(
    layers.flatMap(({ fills, children }) => [
      ...fills.flatMap((paint) => (paint.type === 'IMAGE' && paint.imageHash ? [paint.imageHash] : [])),
      ...hashesIn(children),
    ]),
  )
}
