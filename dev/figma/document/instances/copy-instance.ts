import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { isInside, showsOwn } from './inside.ts'
import { lookOf, makeInstance } from './make-instance.ts'
import { shownValue } from './properties.ts'
import { applyTo } from './swap.ts'

/**
 * Another instance of the same component, with the same overrides. Of a nested instance, what it shows by overrides of
 * the component around it becomes its own. Returns the id of the copy, which lies on top.
 */
export function copyInstance(tree: Tree, id: string, parentId: string): string {
  const source = tree.get(id)
  const { mainId } = source.instance!
  const { id: _id, type: _type, parentId: _parent, childIds, mirror: _mirror, instance: _instance, ...own } = source
  const copyId = makeInstance(tree, mainId, parentId, { ...lookOf(tree, mainId), ...placeOf(own) })
  applyTo(tree, tree.get(copyId), withProperties(tree, source), shownNames(tree, source))
  const { isExposed, scaleFactor } = source.instance!
  tree.change(copyId, { instance: { ...tree.get(copyId).instance!, isExposed, scaleFactor } })
  copyInside(tree, childIds, copyId)
  return copyId
}

function copyInside(tree: Tree, childIds: readonly string[], copyId: string): void {
  for (const [index, childId] of childIds.entries()) {
    const [layer, target] = [tree.get(childId), tree.find(tree.get(copyId).childIds[index] ?? '')]
    if (target?.type !== layer.type) continue
    const names = shownNames(tree, layer)
    if (names.length > 0) applyTo(tree, target, withProperties(tree, layer), names)
    copyInside(tree, layer.childIds, target.id)
  }
}

/** All that differs by an override from the component that the innermost instance shows. */
function shownNames(tree: Tree, layer: LayerRecord): string[] {
  const names = new Set<string>()
  for (let at: LayerRecord | undefined = layer; at?.mirror; at = tree.find(at.mirror.of)) {
    for (const name of at.mirror.overridden) names.add(name)
    if (!isInside(at.id) || showsOwn(tree, at)) break
  }
  return [...names].filter((name) => name !== 'instance')
}

function withProperties(tree: Tree, layer: LayerRecord): LayerRecord {
  if (!layer.instance) return layer
  const keys = new Set<string>()
  for (let at: LayerRecord | undefined = layer; at?.instance; at = at.mirror && tree.find(at.mirror.of)) {
    for (const key of Object.keys(at.instance.properties)) keys.add(key)
    if (!isInside(at.id) || showsOwn(tree, at)) break
  }
  const entries = [...keys].map((key) => [key, shownValue(tree, layer, key)!] as const)
  return { ...layer, instance: { ...layer.instance, properties: Object.fromEntries(entries) } }
}

/** What an instance has for itself. */
function placeOf(record: Partial<LayerRecord>): Partial<LayerRecord> {
  const { transform, visible, locked, isMask, maskType, constraints, constrainProportions, layoutChild, expanded } =
    record
  const own = { transform, visible, locked, isMask, maskType, constraints, constrainProportions, layoutChild, expanded }
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
}
