import { indexIn } from '../layers.ts'
import { coveredBy, coverFor, markedWithin } from '../place/cover.ts'

/** The way from a layer down to one in it, as indexes among children; `undefined` where that does not lie in it. */
export function pathTo(layer: SceneNode, outer: SceneNode): number[] | undefined {
  const path: number[] = []
  for (let at = layer; at.id !== outer.id; ) {
    const { parent } = at
    if (!parent || parent.type === 'PAGE' || parent.type === 'DOCUMENT') return undefined
    path.unshift(indexIn((parent as SceneNode & ChildrenMixin).children, at))
    at = parent as SceneNode
  }
  return path
}

/** What lies there. */
export function layerAt(outer: SceneNode, path: readonly number[]): SceneNode | undefined {
  let at: SceneNode | undefined = outer
  for (const index of path) at = at && 'children' in at ? at.children[index] : undefined
  return at
}

/** A layer and its copy, and all in them that are alike; without what lies in instances, which is theirs. */
export function* twins(layer: SceneNode, copy: SceneNode): Generator<[SceneNode, SceneNode]> {
  yield [layer, copy]
  if (!('children' in layer) || !('children' in copy) || layer.type === 'INSTANCE') return
  const copies = copy.children
  for (const [index, child] of layer.children.entries()) {
    const twin = copies[index]
    if (twin?.type === child.type) yield* twins(child, twin)
  }
}

/** The covers in a copy belong to its own layers: their marks still name those that were copied. */
export function remarkCovers(layer: ComponentNode, copy: ComponentNode): void {
  if (markedWithin(copy).length === 0) return
  const ids = new Map([...twins(layer, copy)].map(([from, { id }]) => [from.id, id]))
  for (const cover of markedWithin(copy)) {
    const id = ids.get(coveredBy(cover) ?? '')
    if (id !== undefined) coverFor(cover, id)
  }
}
