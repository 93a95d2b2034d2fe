import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { FigmaError } from '../../errors.ts'
import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { type ComponentRecord, definerOf, isComponent } from './component-of.ts'
import { isInside, isInstance, showsOwn } from './inside.ts'
import { linkedLayers, relink } from './linked-layers.ts'
import { defaultVariant, soundAxes } from './variants.ts'

/** All properties of a component or a set, those that the names of variants make first (T:9719). */
export function definitionsOf(tree: Tree, definer: ComponentRecord): F.ComponentPropertyDefinitions {
  if (definer.type !== 'COMPONENT_SET') return definer.component.definitions
  const { values, byVariant } = soundAxes(tree, definer, 'set')
  const defaults = byVariant.get(defaultVariant(tree, definer).id)!
  const variants = [...values].map(([property, variantOptions]) => {
    const definition = {
      type: 'VARIANT' as const,
      defaultValue: defaults[property]!,
      variantOptions: [...variantOptions],
    }
    return [property, definition] as const
  })
  return { ...Object.fromEntries(variants), ...definer.component.definitions }
}

/** What an instance shows for each property of its component (T:11276). */
export function propertiesOf(tree: Tree, instance: LayerRecord): F.ComponentProperties {
  const main = tree.find(instance.instance!.mainId)
  const definer = main && definerOf(tree, main)
  if (!main || !definer) return {}
  const variants = Object.entries(variantPropertiesOf(tree, main) ?? {})
  const others = Object.entries(definer.component.definitions)
  return {
    ...Object.fromEntries(others.map(([key, definition]) => [key, propertyFrom(tree, instance, key, definition)])),
    ...Object.fromEntries(
      variants.map(([key, value]) => [key, { type: 'VARIANT' as const, value, boundVariables: {} }]),
    ),
  }
}

function propertyFrom(
  tree: Tree,
  instance: LayerRecord,
  key: string,
  { type, defaultValue, preferredValues }: F.ComponentPropertyDefinitions[string],
): F.ComponentProperties[string] {
  const value = shownValue(tree, instance, key) ?? defaultValue
  return { type, value, ...(preferredValues && { preferredValues }), boundVariables: {} }
}

/** What was set on the instance, or on the one that it copies. */
export function shownValue(tree: Tree, layer: LayerRecord, key: string): string | boolean | undefined {
  const own = layer.instance?.properties[key]
  if (own !== undefined || !isInside(layer.id) || showsOwn(tree, layer)) return own
  const source = tree.find(layer.mirror!.of)
  return isInstance(source) ? shownValue(tree, source, key) : undefined
}

/** Null for what is no variant (T:9666). */
export function variantPropertiesOf(tree: Tree, component: LayerRecord): Readonly<Record<string, string>> | null {
  const definer = definerOf(tree, component)
  if (definer?.type !== 'COMPONENT_SET') return null
  return soundAxes(tree, definer, 'member').byVariant.get(component.id) ?? null
}

/** The definition, or Figma's words (field). */
export function definitionFor(definer: ComponentRecord, key: string): F.ComponentPropertyDefinitions[string] {
  const { definitions } = definer.component
  if (Object.hasOwn(definitions, key)) return definitions[key]!
  throw new FigmaError(`Could not find a component property with name: '${key}'`)
}

/** What a component defines becomes the set's as soon as it lies in one: the same name and type are the same property. */
export function adoptDefinitions(tree: Tree, id: string): void {
  const component = tree.get(id)
  const definer = definerOf(tree, component)
  if (!isComponent(component) || !definer || definer.id === id) return
  const brought = Object.entries(component.component.definitions)
  if (brought.length === 0) return
  const all = { ...definer.component.definitions }
  tree.change(id, { component: { ...component.component, definitions: {} } })
  for (const [key, definition] of brought) {
    const same = Object.keys(all).find(
      (other) => plainName(other) === plainName(key) && all[other]!.type === definition.type,
    )
    if (!same) all[key] = definition
    else if (same !== key) renameIn(tree, tree.get(id), key, same)
  }
  tree.change(definer.id, { component: { ...definer.component, definitions: all } })
}

/** Another key for a property of one component, in its layers and on its instances. */
export function renameIn(tree: Tree, component: LayerRecord, key: string, next: string | undefined): void {
  for (const layer of linkedLayers(tree, { ...component, type: 'COMPONENT' }, key)) relink(tree, layer, key, next)
  for (const copyId of tree.mirrorsOf(component.id)) {
    const { instance } = tree.get(copyId)
    if (!instance || !Object.hasOwn(instance.properties, key)) continue
    const { [key]: value, ...others } = instance.properties
    tree.change(copyId, { instance: { ...instance, properties: next ? { ...others, [next]: value! } : others } })
  }
}

/** A name without the `#…` that makes it a key. */
export const plainName = (key: string) => key.replace(/#[^#]*$/, '')
