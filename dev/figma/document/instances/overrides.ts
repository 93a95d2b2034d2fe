import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerRecord } from '../layer-record.ts'
import { propertiesBetween } from '../told-as.ts'
import type { Tree } from '../tree.ts'
import { copyContent, removeSurplus } from './copy-content.ts'
import { type Field, followed } from './fields.ts'
import { follow } from './follow.ts'

/** What is overridden on an instance and in it, and not already in what it copies (T:11300). */
export function overridesOf(tree: Tree, id: string): { id: string; overriddenFields: F.NodeChangeProperty[] }[] {
  return [tree.get(id), ...tree.inside(id)]
    .map((layer) => ({ id: layer.id, overriddenFields: namesOf(tree, layer) }))
    .filter(({ overriddenFields }) => overriddenFields.length > 0)
}

function namesOf(tree: Tree, layer: LayerRecord): F.NodeChangeProperty[] {
  const { of, overridden } = layer.mirror!
  const source = tree.find(of)
  const told = source ? propertiesBetween(source, layer, (field) => overridden.includes(field)) : []
  const same = overridden.filter((field): field is F.NodeChangeProperty => SAME_NAMED.has(field))
  return [...new Set([...told, ...same])]
}

/** T:11310. What an instance has for itself, such as its place, it keeps. */
export function removeOverrides(tree: Tree, id: string): void {
  const surplus = new Set<string>()
  for (const layer of [tree.get(id), ...tree.inside(id)]) {
    if (layer.mirror!.overridden.length === 0) continue
    const { instance } = layer
    const mirror = { ...layer.mirror!, overridden: [] }
    tree.change(layer.id, { mirror, ...(instance && { instance: { ...instance, properties: {} } }) })
  }
  for (const layer of [tree.get(id), ...tree.inside(id)]) {
    if (!tree.find(layer.id)) continue
    follow(tree, layer.id, { hasChanged: true })
    copyContent(tree, layer.id, surplus)
  }
  removeSurplus(tree, surplus)
}

/** Takes over what `from` overrides, to a layer that follows something of the same kind. */
export function applyOverrides(tree: Tree, id: string, from: LayerRecord, overridden: readonly string[]): void {
  const layer = tree.get(id)
  const fields = [...new Set(overridden.map((name) => name.split('.')[0] as Field))].filter(
    (field) => field !== 'instance',
  )
  const values = fields.map((field) => [field, followed(field, from[field], layer[field], overridden)] as const)
  const names = overridden.filter((name) => !name.startsWith('instance'))
  const mirror = { ...layer.mirror!, overridden: [...new Set([...layer.mirror!.overridden, ...names])] }
  tree.change(id, { ...Object.fromEntries(values), mirror })
}

/** Fields that `overrides` names by themselves, also where they are no different. */
const SAME_NAMED: ReadonlySet<string> = new Set<Field & F.NodeChangeProperty>([
  ...(['name', 'visible', 'locked', 'width', 'height', 'opacity', 'blendMode', 'effects', 'cornerRadius'] as const),
  ...(['clipsContent', 'fills', 'strokes', 'exportSettings', 'reactions', 'pluginData'] as const),
])
