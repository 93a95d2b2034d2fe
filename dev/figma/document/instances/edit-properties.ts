import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { FigmaError } from '../../errors.ts'
import type { Tree } from '../tree.ts'
import { type ComponentRecord, componentsOf } from './component-of.ts'
import { linkedLayers, setDefault, showValue } from './linked-layers.ts'
import { definitionFor, definitionsOf, plainName, renameIn } from './properties.ts'
import { soundAxes, variantName } from './variants.ts'

type Definition = F.ComponentPropertyDefinitions[string]

/** Returns the key of the new property: its name, with a `#…` of its own unless variants make it (T:9719). */
export function addProperty(tree: Tree, definer: ComponentRecord, name: string, definition: Definition): string {
  definitionsOf(tree, definer)
  if (definition.type === 'VARIANT') return addAxis(tree, definer, name, String(definition.defaultValue))
  assertFits(tree, definition.type, definition.defaultValue)
  const { definitions } = definer.component
  let count = 0
  while (Object.keys(definitions).some((key) => key.endsWith(suffix(definer.id, count)))) count++
  const key = `${name}${suffix(definer.id, count)}`
  tree.change(definer.id, { component: { ...definer.component, definitions: { ...definitions, [key]: definition } } })
  return key
}

/** Returns the key, which changes with the name. */
export function editProperty(
  tree: Tree,
  definer: ComponentRecord,
  key: string,
  { name, ...values }: { name?: string | undefined } & Partial<Definition>,
): string {
  const all = definitionsOf(tree, definer)
  if (all[key]?.type === 'VARIANT') return renameAxis(tree, definer, key, name ?? key)
  const definition = { ...definitionFor(definer, key), ...values }
  assertFits(tree, definition.type, definition.defaultValue)
  const next = name === undefined ? key : key.replace(plainName(key), () => name)
  // Its place among the others stays.
  const entries = Object.entries(definer.component.definitions)
  const definitions = Object.fromEntries(entries.map((entry) => (entry[0] === key ? [next, definition] : entry)))
  tree.change(definer.id, { component: { ...definer.component, definitions } })
  if (next !== key) for (const component of componentsOf(tree, definer)) renameIn(tree, component, key, next)
  setDefault(tree, tree.get(definer.id) as ComponentRecord, next, definition.defaultValue)
  return next
}

/** Not those that variants make (T:9760). */
export function deleteProperty(tree: Tree, definer: ComponentRecord, key: string): void {
  if (definitionsOf(tree, definer)[key]?.type === 'VARIANT') throw new FigmaError('Cannot delete a variant property')
  definitionFor(definer, key)
  for (const component of componentsOf(tree, definer)) renameIn(tree, component, key, undefined)
  const { [key]: _gone, ...definitions } = definer.component.definitions
  tree.change(definer.id, { component: { ...definer.component, definitions } })
}

/** What a newly linked layer shows, and what shows it in the other variants. */
export function showDefaults(tree: Tree, definer: ComponentRecord): void {
  for (const [key, { defaultValue }] of Object.entries(definer.component.definitions)) {
    for (const layer of linkedLayers(tree, definer, key)) showValue(tree, layer, key, defaultValue)
  }
}

/** Figma's words (field): a key or a node in place of an id is one of these mistakes. */
export function assertFits(tree: Tree, type: F.ComponentPropertyType, value: string | boolean): void {
  const fits = type === 'BOOLEAN' ? typeof value === 'boolean' : typeof value === 'string'
  const names = type !== 'INSTANCE_SWAP' || tree.find(String(value))?.type === 'COMPONENT'
  if (!fits || !names) throw new FigmaError('Property value is incompatible with component property type')
}

function addAxis(tree: Tree, set: ComponentRecord, name: string, value: string): string {
  if (set.type !== 'COMPONENT_SET') throw new FigmaError('Can only add variant properties to a component set')
  for (const [id, properties] of soundAxes(tree, set, 'set').byVariant) {
    tree.change(id, { name: variantName({ ...properties, [name]: value }) })
  }
  return name
}

function renameAxis(tree: Tree, set: ComponentRecord, name: string, next: string): string {
  for (const [id, properties] of soundAxes(tree, set, 'set').byVariant) {
    const renamed = Object.entries(properties).map(([property, value]) => [property === name ? next : property, value])
    tree.change(id, { name: variantName(Object.fromEntries(renamed)) })
  }
  return next
}

const suffix = (id: string, count: number) => `#${id.split(':').at(-1)}:${count}`
