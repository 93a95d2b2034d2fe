import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { type ComponentRecord, componentsOf } from './component-of.ts'
import { isInside } from './inside.ts'

/** A new default for a property, shown by the layers of the component. Whether there is such a property. */
export function setDefault(tree: Tree, definer: ComponentRecord, key: string, value: string | boolean): boolean {
  const definition = definer.component.definitions[key]
  if (!definition || typeof definition.defaultValue !== typeof value) return false
  const { component } = tree.get(definer.id) as ComponentRecord
  const definitions = { ...component.definitions, [key]: { ...definition, defaultValue: value } }
  tree.change(definer.id, { component: { ...component, definitions } })
  for (const layer of linkedLayers(tree, definer, key)) showValue(tree, layer, key, value)
  return true
}

/** The layers of a component, or of all variants of a set, that a property sets. Copies in instances follow those. */
export const linkedLayers = (tree: Tree, definer: LayerRecord, key: string): LayerRecord[] =>
  componentsOf(tree, definer)
    .flatMap(({ id }) => [...tree.inside(id)])
    .filter(({ id, propertyReferences }) => !isInside(id) && Object.values(propertyReferences ?? {}).includes(key))

/** Gives a layer of a component what a property says. The component of a nested instance is swapped by swap.ts. */
export function showValue(tree: Tree, layer: LayerRecord, key: string, value: string | boolean): void {
  const { visible, characters } = layer.propertyReferences ?? {}
  const { text } = layer
  if (visible === key && layer.visible !== value) tree.change(layer.id, { visible: value === true })
  if (characters !== key || !text || text.characters === value) return
  tree.change(layer.id, { text: { ...text, characters: String(value), runs: [] } })
}

/** Renames a property, or takes it away, wherever a layer names it. */
export function relink(tree: Tree, layer: LayerRecord, key: string, next: string | undefined): void {
  const entries = Object.entries(layer.propertyReferences ?? {})
  const kept = entries.map(([field, name]) => [field, name === key ? next : name] as const)
  const references = Object.fromEntries(
    kept.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  )
  tree.change(layer.id, { propertyReferences: references })
}
