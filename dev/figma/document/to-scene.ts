import type { SceneLayer } from '../scene.ts'
import type { LayerType } from '../world.ts'
import { combined, IDENTITY, inverse } from './geometry.ts'
import { hashesOf } from './image-hashes.ts'
import { hasNoSpace } from './spaces.ts'
import type { Tree } from './tree.ts'

/** A layer and what lies in it, for the painter. */
export function toScene(tree: Tree, id: string): SceneLayer {
  const { type, childIds, parentId: _parent, pluginData: _data, ...drawn } = tree.get(id)
  const toOwn = hasNoSpace(type) ? (inverse(drawn.transform) ?? IDENTITY) : IDENTITY
  const children = childIds.map((childId) => {
    const child = toScene(tree, childId)
    return { ...child, transform: combined(toOwn, child.transform) }
  })
  return { ...drawn, type: type as LayerType, children }
}

/** The hashes of the images that these layers name. */
export const hashesIn = (layers: readonly SceneLayer[]): Set<string> =>
  new Set(layers.flatMap((layer) => [...hashesOf(layer), ...hashesIn(layer.children)]))
