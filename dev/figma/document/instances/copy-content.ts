import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { contentSource, follow } from './follow.ts'
import { idInside, showsOwn } from './inside.ts'

/**
 * Gives an instance, or a layer in one, the children that what it follows has. What it no longer should have is only
 * noted in `surplus`: it may turn up in another layer of the same instance, and then keeps its overrides.
 */
export function copyContent(tree: Tree, id: string, surplus: Set<string>): void {
  const source = contentSource(tree, tree.get(id))
  if (!source) return
  const instanceId = instanceOf(tree, id)
  const childIds = source.childIds.map((sourceId) => {
    const childId = idInside(instanceId, sourceId)
    if (!tree.find(childId)) copyInto(tree, id, { childId, sourceId, surplus })
    else keepInto(tree, id, { childId, sourceId })
    return childId
  })
  const before = tree.get(id).childIds
  for (const childId of before) if (!childIds.includes(childId)) surplus.add(childId)
  if (childIds.length !== before.length || childIds.some((childId, index) => childId !== before[index])) {
    tree.change(id, { childIds })
  }
}

/** Removes what is left over: what has not turned up elsewhere. */
export function removeSurplus(tree: Tree, surplus: ReadonlySet<string>): void {
  for (const id of surplus) {
    const record = tree.find(id)
    if (!record || tree.find(record.parentId!)?.childIds.includes(id)) continue
    for (const { id: innerId } of [...tree.inside(id)].reverse()) tree.drop(innerId)
    tree.drop(id)
  }
}

interface Child {
  childId: string
  sourceId: string
}

function copyInto(
  tree: Tree,
  parentId: string,
  { childId, sourceId, surplus }: Child & { surplus: Set<string> },
): void {
  const { instance, ...source } = tree.get(sourceId)
  const copy: LayerRecord = { ...source, id: childId, parentId, childIds: [], mirror: { of: sourceId, overridden: [] } }
  tree.put(instance ? { ...copy, instance: { ...instance, properties: {} } } : copy)
  follow(tree, childId, { hasChanged: true })
  copyContent(tree, childId, surplus)
}

function keepInto(tree: Tree, parentId: string, { childId, sourceId }: Child): void {
  const { parentId: before, mirror } = tree.get(childId)
  if (before !== parentId) tree.change(childId, { parentId })
  if (mirror!.of !== sourceId) tree.change(childId, { mirror: { ...mirror!, of: sourceId } })
  follow(tree, childId, { hasChanged: false })
}

/** The instance that names what lies in it: the next around that shows its own component. */
function instanceOf(tree: Tree, id: string): string {
  for (const record of tree.chain(id)) if (showsOwn(tree, record)) return record.id
  throw new Error(`${id} lies in no instance.`)
}
