import type { LayerRecord } from '../layer-record.ts'
import type { InstanceData } from '../parts/component-data.ts'
import type { Tree } from '../tree.ts'
import { definerOf } from './component-of.ts'
import { copyContent } from './copy-content.ts'
import { follow } from './follow.ts'
import { isInside } from './inside.ts'
import { applyOverrides } from './overrides.ts'
import { plainName } from './properties.ts'

/**
 * Makes an instance show another component. What is overridden is kept where the new component has layers of the same
 * names, one in the other (a simple form of Figma's own rule, T:11264), or all of it is dropped.
 */
export function swapMain(tree: Tree, id: string, mainId: string, { keeps }: { keeps: boolean }): void {
  const before = tree.get(id)
  const kept = keeps ? overriddenIn(tree, id) : []
  const instance: InstanceData = {
    ...before.instance!,
    mainId,
    properties: keeps ? keptProperties(tree, before, mainId) : {},
  }
  for (const childId of before.childIds) tree.remove(childId)
  const overridden = keeps ? before.mirror!.overridden : []
  const mirror = isInside(id)
    ? { of: before.mirror!.of, overridden: [...new Set([...overridden, 'instance', 'instance.mainId'])] }
    : { of: mainId, overridden }
  tree.change(id, { instance, mirror })
  follow(tree, id, { hasChanged: true })
  copyContent(tree, id, new Set())
  for (const { path, layer } of kept) {
    const target = atPath(tree, id, path)
    if (target?.type === layer.type) applyTo(tree, target, layer)
  }
}

/** What one layer in an instance overrides, to another. Nested instances show the same component first. */
export function applyTo(tree: Tree, target: LayerRecord, layer: LayerRecord, names = layer.mirror!.overridden): void {
  const { instance } = layer
  if (instance && names.includes('instance.mainId') && target.instance?.mainId !== instance.mainId) {
    swapMain(tree, target.id, instance.mainId, { keeps: false })
  }
  const now = tree.get(target.id)
  if (instance && now.instance && Object.keys(instance.properties).length > 0) {
    tree.change(now.id, { instance: { ...now.instance, properties: instance.properties } })
    const overridden = [...new Set([...now.mirror!.overridden, 'instance', 'instance.properties'])]
    tree.change(now.id, { mirror: { ...now.mirror!, overridden } })
  }
  applyOverrides(tree, target.id, layer, names)
}

/** What lies in an instance and overrides something, with the names on the way there. Outer layers come first. */
function overriddenIn(tree: Tree, id: string, path: readonly string[] = []): { path: string[]; layer: LayerRecord }[] {
  return tree.get(id).childIds.flatMap((childId) => {
    const layer = tree.get(childId)
    const way = [...path, layer.name]
    const own = layer.mirror!.overridden.length > 0 ? [{ path: way, layer }] : []
    return [...own, ...overriddenIn(tree, childId, way)]
  })
}

function atPath(tree: Tree, id: string, path: readonly string[]): LayerRecord | undefined {
  let at: LayerRecord | undefined = tree.get(id)
  for (const name of path) {
    at = at?.childIds.map((childId) => tree.get(childId)).find((child) => child.name === name)
  }
  return at
}

/** Values of properties that the new component has too, by name and type. */
function keptProperties(tree: Tree, { instance }: LayerRecord, mainId: string): InstanceData['properties'] {
  const [old, now] = [instance!.mainId, mainId].map((id) => {
    const main = tree.find(id)
    return (main && definerOf(tree, main)?.component.definitions) ?? {}
  })
  const entries = Object.entries(instance!.properties).flatMap(([key, value]) => {
    const isLike = (other: string) => plainName(other) === plainName(key) && now![other]!.type === old![key]?.type
    const same = Object.hasOwn(now!, key) ? key : Object.keys(now!).find(isLike)
    return same ? [[same, value] as const] : []
  })
  return Object.fromEntries(entries)
}
