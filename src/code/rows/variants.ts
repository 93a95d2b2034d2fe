import type { RowVariant } from '../../shared/protocol.ts'
import { variantValues } from '../variant-values.ts'
import type { Facts } from './facts.ts'

/** A variant or an instance of one, read once however many layers lie in it. */
export interface KnownVariant {
  told: RowVariant
  /** The top left corner of its upright box on the page, px. */
  x: number
  y: number
  /** When all of it has been told: Figma has to be asked for the set of an instance. */
  ready?: Promise<void>
}

/**
 * Tells in which variant, or instance of one, layers lie or are: the outermost up to the selected layer, as what is nested
 * in a variant is a part of it; else the nearest around the selected one.
 */
export function createVariants({ setOf }: Pick<Facts, 'setOf'>) {
  const read = new Map<string, KnownVariant | undefined>()
  /** What lies in a layer, by the selected one and that layer: thousands may lie in one. */
  const within = new Map<string, KnownVariant | undefined>()

  function own(layer: SceneNode): KnownVariant | undefined {
    if (layer.type !== 'INSTANCE' && layer.type !== 'COMPONENT') return undefined
    const { id } = layer
    if (!read.has(id)) read.set(id, readVariant(layer, setOf))
    return read.get(id)
  }

  /** The outermost from the layer to `end`, which lies around it or is it. */
  function upTo(end: string, layer: SceneNode): KnownVariant | undefined {
    const { parent } = layer
    if (layer.id === end || !parent || parent.type === 'PAGE' || parent.type === 'DOCUMENT') return own(layer)
    const key = `${end} ${parent.id}`
    if (!within.has(key)) within.set(key, upTo(end, parent as SceneNode))
    return within.get(key) ?? own(layer)
  }

  /** The nearest that a layer lies in. */
  function around({ parent }: SceneNode): KnownVariant | undefined {
    if (!parent || parent.type === 'PAGE' || parent.type === 'DOCUMENT') return undefined
    const key = `around ${parent.id}`
    if (!within.has(key)) within.set(key, own(parent as SceneNode) ?? around(parent as SceneNode))
    return within.get(key)
  }

  return (layer: SceneNode, selected: SceneNode = layer) => upTo(selected.id, layer) ?? around(selected)
}

function readVariant(layer: ComponentNode | InstanceNode, setOf: Facts['setOf']): KnownVariant | undefined {
  const { id, name, parent } = layer
  const properties = variantValues(layer)
  const { x, y } = layer.absoluteBoundingBox ?? { x: 0, y: 0 }
  if (layer.type === 'INSTANCE') {
    if (!properties) return undefined
    const told: RowVariant = { id, name, properties, isInstance: true }
    const ready = setOf(layer).then((set) => {
      if (set) told.set = set
    })
    return { told, x, y, ready }
  }
  if (parent?.type !== 'COMPONENT_SET') return undefined
  return { told: { id, name, properties: properties ?? {}, set: { id: parent.id, name: parent.name } }, x, y }
}
