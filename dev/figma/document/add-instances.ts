import type { LayerSpec } from '../world.ts'
import { definerOf, isComponent } from './instances/component-of.ts'
import { LOOK } from './instances/fields.ts'
import { bindInstance, lookOf } from './instances/make-instance.ts'
import { plainName } from './instances/properties.ts'
import { setProperties } from './instances/set-properties.ts'
import { defaultVariant } from './instances/variants.ts'
import type { LayerRecord } from './layer-record.ts'
import type { OpenDocument } from './open-document.ts'
import type { Tree } from './tree.ts'
import { writeLayer } from './write-layer.ts'

export interface AddedInstance {
  id: string
  spec: LayerSpec
}

/** Gives the instances of a world what their components have. Those inside components come before what shows them. */
export function fillInstances(document: OpenDocument, added: readonly AddedInstance[]): void {
  const { tree } = document
  for (let open = [...added]; open.length > 0; ) {
    const isOpen = new Set(open.map(({ id }) => id))
    const next = open.filter(({ spec }) => {
      const main = componentNamed(tree, spec.component ?? '')
      return ![...tree.inside(main.id)].some(({ id }) => isOpen.has(id))
    })
    if (next.length === 0) throw new Error(`The component “${open[0]!.spec.component}” shows itself.`)
    for (const instance of next) fillInstance(document, instance)
    open = open.filter((instance) => !next.includes(instance))
  }
}

function fillInstance(document: OpenDocument, { id, spec }: AddedInstance): void {
  const { tree } = document
  const main = componentNamed(tree, spec.component ?? '')
  const layer = tree.get(id)
  const look: Partial<LayerRecord> = lookOf(tree, main.id)
  const given = [...LOOK, 'width' as const, 'height' as const].filter(
    (field) => isSaid(spec, field) && JSON.stringify(layer[field]) !== JSON.stringify(look[field]),
  )
  tree.change(id, { ...look, ...Object.fromEntries(given.map((field) => [field, layer[field]])) })
  bindInstance(tree, id, main.id, given)
  const definitions = definerOf(tree, main)?.component.definitions ?? {}
  const properties = Object.entries(spec.properties ?? {}).map(([name, value]) => {
    const key = Object.keys(definitions).find((known) => plainName(known) === name) ?? name
    const isSwap = definitions[key]?.type === 'INSTANCE_SWAP'
    return [key, isSwap ? componentNamed(tree, String(value)).id : value] as const
  })
  if (properties.length > 0) setProperties(tree, id, Object.fromEntries(properties))
  for (const [name, override] of Object.entries(spec.overrides ?? {})) {
    const target = [...tree.inside(id)].find((inner) => inner.name === name)
    if (!target) throw new Error(`The instance “${spec.name}” has no layer “${name}”.`)
    writeLayer(tree, target.id, partFrom(document, target, override))
  }
}

/** A length of 0 leaves it to the component. */
const isSaid = (spec: LayerSpec, field: keyof LayerRecord): boolean =>
  field === 'width' || field === 'height' ? spec[field] > 0 : field in spec

function partFrom(
  document: OpenDocument,
  { text }: LayerRecord,
  { fills, strokes, text: words, ...rest }: NonNullable<LayerSpec['overrides']>[string],
): Partial<LayerRecord> {
  const { letters, runs = [], ...content } = words ?? {}
  return {
    ...rest,
    ...(fills && { fills: document.paintsFromSpecs(fills) }),
    ...(strokes && { strokes: document.paintsFromSpecs(strokes) }),
    ...(words &&
      text && {
        text: { ...text, ...content, letters: { ...text.letters, ...letters }, runs: document.runsFromSpecs(runs) },
      }),
  }
}

/** By its name, by `set/variant`, or by the name of a set, which means its default variant. */
export function componentNamed(tree: Tree, name: string): LayerRecord {
  for (const record of tree.all()) {
    if (!isComponent(record)) continue
    if (record.type === 'COMPONENT_SET' && record.name === name) return defaultVariant(tree, record)
    const parent = tree.find(record.parentId ?? '')
    if (record.type === 'COMPONENT' && (record.name === name || `${parent?.name}/${record.name}` === name))
      return record
  }
  throw new Error(`The world has no component “${name}”.`)
}
