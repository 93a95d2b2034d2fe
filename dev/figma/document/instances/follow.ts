import type { LayerRecord } from '../layer-record.ts'
import { sized } from '../resize-layer.ts'
import { isSame } from '../same.ts'
import type { Tree } from '../tree.ts'
import { followed, LOOK, PLACE } from './fields.ts'
import { instancesAround, isInside, isInstance, showsOwn } from './inside.ts'
import { placed } from './placed.ts'

/**
 * Brings one instance, or one layer in an instance, in line with what it follows, which may or may not be what
 * `hasChanged`. What lies in it has its own turn.
 */
export function follow(tree: Tree, id: string, { hasChanged }: { hasChanged: boolean }): void {
  const layer = tree.get(id)
  const source = layer.mirror && tree.find(layer.mirror.of)
  if (!source) return
  const part = isInside(id)
    ? ofSublayer(tree, layer, source, hasChanged)
    : different(layer, [...LOOK, ...SIZE], source, nameFor(tree, source))
  if (Object.keys(part).length > 0) tree.change(id, part)
}

function ofSublayer(tree: Tree, layer: LayerRecord, source: LayerRecord, hasChanged: boolean): Partial<LayerRecord> {
  const linked = source.propertyReferences ? linkedTo(tree, layer, source.propertyReferences) : {}
  const instance = instanceFor(layer, source, linked.mainComponent)
  const main = instance && instance.mainId !== source.instance?.mainId ? tree.find(instance.mainId) : undefined
  const shape = main ? { ...source, width: main.width, height: main.height } : source
  const place = different(layer, PLACE, source, source.name)
  const { positioning } = place.layoutChild ?? layer.layoutChild
  const geometry = placed(tree, layer, shape, { positioning, hasChanged })
  const look = { ...(main ?? source), ...(source.vectorPaths && sized(source, geometry)) }
  const part: Partial<LayerRecord> = {
    ...different(layer, LOOK, look, main ? nameFor(tree, main) : source.name),
    ...place,
    ...different(layer, GEOMETRY, geometry, ''),
    ...(instance && !isSame(layer.instance, instance) && { instance }),
  }
  return withLinked(layer, part, linked)
}

/** With what properties say about the layer. */
function withLinked(layer: LayerRecord, part: Partial<LayerRecord>, linked: Linked): Partial<LayerRecord> {
  const { visible, characters } = linked
  const text = part.text ?? layer.text
  const all = {
    ...part,
    ...(typeof visible === 'boolean' && { visible }),
    ...(typeof characters === 'string' && text && { text: { ...text, characters, runs: [] } }),
  }
  const entries = Object.entries(all).filter(([field, value]) => !isSame(layer[field as keyof LayerRecord], value))
  return Object.fromEntries(entries)
}

/** The fields in which a layer is not as what it follows, but for what is overridden of them. */
function different(
  layer: LayerRecord,
  fields: readonly (keyof LayerRecord)[],
  source: Partial<LayerRecord>,
  name: string,
): Partial<LayerRecord> {
  const { overridden } = layer.mirror!
  const found: Record<string, unknown> = {}
  for (const field of fields) {
    const wanted = followed(field, layer[field], field === 'name' ? name : source[field], overridden)
    if (!isSame(layer[field], wanted)) found[field] = wanted
  }
  return found
}

/** Of a nested instance: which component it shows, by an override, by a property, or as what it copies does. */
function instanceFor({ instance, mirror }: LayerRecord, source: LayerRecord, linked: string | boolean | undefined) {
  if (!instance || !source.instance) return undefined
  const own = mirror!.overridden.includes('instance.mainId') ? instance.mainId : source.instance.mainId
  return { ...source.instance, mainId: typeof linked === 'string' ? linked : own, properties: instance.properties }
}

type Linked = { readonly [field in 'visible' | 'characters' | 'mainComponent']?: string | boolean | undefined }

/** What properties that were set on the instances around this layer say about its fields. */
function linkedTo(tree: Tree, { id }: LayerRecord, references: Readonly<Record<string, string>>): Linked {
  const around = [...instancesAround(tree, id)]
  const entries = Object.entries(references).map(([field, key]) => {
    const owner = around.find(({ instance }) => Object.hasOwn(instance.properties, key))
    return [field, owner?.instance.properties[key]] as const
  })
  return Object.fromEntries(entries)
}

/** An instance of a variant is named after the set. */
export function nameFor(tree: Tree, { name, parentId }: LayerRecord): string {
  const parent = parentId === null ? undefined : tree.find(parentId)
  return parent?.type === 'COMPONENT_SET' ? parent.name : name
}

/** The layer whose children those of this one copy. */
export function contentSource(tree: Tree, layer: LayerRecord): LayerRecord | undefined {
  if (!layer.mirror) return undefined
  return tree.find(isInstance(layer) && showsOwn(tree, layer) ? layer.instance.mainId : layer.mirror.of)
}

const SIZE = ['width', 'height'] as const
const GEOMETRY = ['transform', ...SIZE] as const
