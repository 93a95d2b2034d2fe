import type { LayerRecord } from '../layer-record.ts'
import type { ComponentData } from '../parts/component-data.ts'
import type { Tree } from '../tree.ts'

export type ComponentRecord = LayerRecord & { readonly component: ComponentData }

export const isComponent = (record: LayerRecord | undefined): record is ComponentRecord =>
  record?.component !== undefined

/** The component that a layer is or lies in, if it does. */
export function componentAround(tree: Tree, id: string): ComponentRecord | undefined {
  for (const record of tree.chain(id)) if (record.type === 'COMPONENT' && isComponent(record)) return record
  return undefined
}

/** Who defines the properties of a component: the set that it is a variant of, or itself. */
export function definerOf(tree: Tree, component: LayerRecord): ComponentRecord | undefined {
  const parent = component.parentId === null ? undefined : tree.find(component.parentId)
  const definer = parent?.type === 'COMPONENT_SET' ? parent : component
  return isComponent(definer) ? definer : undefined
}

export const isVariant = (tree: Tree, component: LayerRecord): boolean =>
  component.type === 'COMPONENT' && definerOf(tree, component)?.type === 'COMPONENT_SET'

/** The components that a definer speaks for. */
export const componentsOf = (tree: Tree, definer: LayerRecord): LayerRecord[] =>
  definer.type === 'COMPONENT_SET' ? definer.childIds.map((id) => tree.get(id)) : [definer]

/** The instances of a component on pages and in other components, nested ones included. */
export const instancesOf = (tree: Tree, componentId: string): LayerRecord[] =>
  tree
    .mirrorsOf(componentId)
    .map((id) => tree.get(id))
    .filter(({ instance }) => instance?.mainId === componentId)
