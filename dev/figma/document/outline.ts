import type { LayerType } from '../world.ts'
import type { Tree } from './tree.ts'

/** A layer as a list of layers shows it. First is lowest. */
export interface OutlineLayer {
  id: string
  name: string
  type: LayerType
  visible: boolean
  locked: boolean
  children: readonly OutlineLayer[]
}

/** What is not different from the last time is the same object, so that nobody has to compare what lies in it. */
export function createOutline(tree: Tree) {
  const known = new Map<string, OutlineLayer>()

  function outlineOf(id: string): OutlineLayer {
    const { name, type, visible, locked, childIds } = tree.get(id)
    const next: OutlineLayer = { id, name, type: type as LayerType, visible, locked, children: childIds.map(outlineOf) }
    const last = known.get(id)
    if (last && isSame(last, next)) return last
    known.set(id, next)
    return next
  }

  return (pageId: string): readonly OutlineLayer[] => outlineOf(pageId).children
}

const isSame = (one: OutlineLayer, other: OutlineLayer) =>
  one.name === other.name &&
  one.type === other.type &&
  one.visible === other.visible &&
  one.locked === other.locked &&
  one.children.length === other.children.length &&
  one.children.every((child, index) => child === other.children[index])
