import type { VariantSource } from '../../shared/protocol.ts'
import { holdersOf } from '../holders.ts'
import { chainOf, pageOf } from '../layers.ts'
import { createKnownPairs } from '../place/known-pairs.ts'
import type { Pace } from '../rows/pace.ts'
import { mayBecome } from './may-become.ts'
import { propertiesOf, setAround, valuesOf } from './set-values.ts'

/** Tells of which component the pictures of layers would make new variants. What many share is found out once. */
export function createVariantSources(pace: Pace) {
  const pairs = createKnownPairs()
  const components = new Map<string, VariantSource>()
  const layers = new Map<string, string | undefined>()
  const sets = new Map<string, Record<string, string[]> | undefined>()

  function ofComponent(component: ComponentNode): VariantSource {
    const { id } = component
    const there = components.get(id)
    if (there) return there
    const source = sourceFrom(component)
    components.set(id, source)
    return source
  }

  function sourceFrom(component: ComponentNode): VariantSource {
    if (component.remote) return { kind: 'none', why: 'library' }
    // Figma: one that was removed is kept for its instances, on no page.
    if (!pageOf(component)) return GONE
    const { id, name } = component
    const set = setAround(component)
    if (!set) return { kind: 'component', id, name }
    const properties = propertiesIn(set)
    if (!properties) return { kind: 'none', why: 'conflict' }
    const values = { ...valuesOf(component) }
    return { kind: 'variant', id, name, set: { id: set.id, name: set.name, properties }, values }
  }

  function propertiesIn(set: ComponentSetNode) {
    const { id } = set
    if (!sets.has(id))
      sets.set(
        id,
        readable(() => propertiesOf(set)),
      )
    return sets.get(id)
  }

  /** The outermost layer from this one to the container that can be made a component, of a cover what it covers. */
  async function ofLayer(chain: readonly SceneNode[], container: string): Promise<VariantSource> {
    const end = chain.findIndex(({ id }) => id === container)
    for (const each of chain.slice(0, end + 1 || 1).reverse()) {
      await pace()
      if (each.removed) return GONE
      await pairs.learn(each, pace)
      if (each.removed) return GONE
      const { id } = each
      if (!layers.has(id)) {
        const held = holdersOf(each, pairs.of).layer
        layers.set(id, mayBecome(held) ? held.id : undefined)
      }
      const found = layers.get(id)
      if (found !== undefined) return { kind: 'layer', id: found, name: found === id ? each.name : nameOf(each) }
    }
    return { kind: 'none', why: 'kind' }
  }
  const nameOf = (layer: SceneNode) => holdersOf(layer, pairs.of).layer.name

  /** After it the layer may be gone. */
  return async function sourceOf(layer: SceneNode, container: string): Promise<VariantSource> {
    const chain: SceneNode[] = []
    let inInstance = false
    for (const each of chainOf(layer)) {
      const { type } = each
      if (type === 'COMPONENT') return ofComponent(each as ComponentNode)
      inInstance ||= type === 'INSTANCE'
      chain.push(each)
    }
    return inInstance ? { kind: 'none', why: 'instance' } : ofLayer(chain, container)
  }
}

/** The nearest component that a layer is or lies in, also from within an instance in that. */
export function componentAround(layer: SceneNode): ComponentNode | undefined {
  for (const each of chainOf(layer)) if (each.type === 'COMPONENT') return each
  return undefined
}

/** Figma: nothing of a set in conflict can be read. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

export const GONE: VariantSource = { kind: 'none', why: 'gone' }
