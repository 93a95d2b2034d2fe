import { variantValues } from '../variant-values.ts'

/**
 * Tells the variant properties that apply to layers: of all variants and instances that a layer is or lies in, the nearest
 * first. A picture in a badge has those of the badge, and those of the card around it that the badge lacks.
 */
export function createProperties() {
  const known = new Map<string, Record<string, string>>()

  return function propertiesOf(layer: BaseNode | null): Record<string, string> {
    if (!layer || layer.type === 'PAGE' || layer.type === 'DOCUMENT') return NONE
    const { id } = layer
    const there = known.get(id)
    if (there) return there
    const own = variantValues(layer as SceneNode)
    const outer = propertiesOf(layer.parent)
    const all = own ? { ...outer, ...own } : outer
    known.set(id, all)
    return all
  }
}

const NONE: Record<string, string> = {}
