import { copyLayer } from '../copy-layer.ts'
import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { isInside } from './inside.ts'

/**
 * Makes an instance a frame that follows nothing; nested instances in it become instances of their own (T:11280). It and
 * all in it get new ids. Of a nested one, the instances around it are detached first. Returns the id of the frame.
 */
export function detach(tree: Tree, id: string): string {
  return isInside(id) ? detachNested(tree, id) : detachOne(tree, id)
}

function detachOne(tree: Tree, id: string): string {
  const { id: _id, parentId, childIds, mirror: _mirror, instance: _instance, ...record } = tree.get(id)
  const index = tree.get(parentId!).childIds.indexOf(id)
  const frame = tree.create(parentId!, { ...record, type: 'FRAME' })
  for (const childId of childIds) copyLayer(tree, childId, frame.id)
  tree.remove(id)
  tree.move(frame.id, parentId!, index)
  return frame.id
}

function detachNested(tree: Tree, id: string): string {
  const outermost = [...tree.chain(id)].find((record) => !isInside(record.id))!
  const way = wayTo(tree, outermost, id)
  let at = detachOne(tree, outermost.id)
  for (const index of way) {
    at = tree.get(at).childIds[index]!
    if (tree.get(at).type === 'INSTANCE') at = detachOne(tree, at)
  }
  return at
}

/** The way down as indexes among siblings. */
function wayTo(tree: Tree, outermost: LayerRecord, id: string): number[] {
  const way: number[] = []
  for (const { id: at, parentId } of tree.chain(id)) {
    if (at === outermost.id) return way
    way.unshift(tree.get(parentId!).childIds.indexOf(at))
  }
  return way
}
