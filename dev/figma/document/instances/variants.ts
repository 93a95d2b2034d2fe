import { FigmaError } from '../../errors.ts'
import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'

/** The properties of a set's variants as their names say them: `Size=Small, State=Hover`. */
export interface VariantAxes {
  /** Every value of a property, in the order of the variants. */
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly byVariant: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/**
 * Undefined where the set has errors: a name that says no property, a variant that lacks one that others have, or two
 * that are the same (field; the order of the properties in a name does not count).
 */
export function axesOf(tree: Tree, set: LayerRecord): VariantAxes | undefined {
  const variants = set.childIds.map((id) => tree.get(id))
  const byVariant = new Map<string, Record<string, string>>()
  const values = new Map<string, string[]>()
  const seen = new Set<string>()
  for (const { id, name } of variants) {
    const properties = propertiesIn(name)
    if (!properties) return undefined
    const identity = JSON.stringify(Object.entries(properties).sort())
    if (seen.has(identity)) return undefined
    seen.add(identity)
    byVariant.set(id, properties)
    for (const [property, value] of Object.entries(properties)) {
      const known = values.get(property) ?? []
      values.set(property, known.includes(value) ? known : [...known, value])
    }
  }
  const isWhole = [...byVariant.values()].every((properties) => Object.keys(properties).length === values.size)
  return isWhole ? { values, byVariant } : undefined
}

/** As above; throws in Figma's words, which differ for the set and for what belongs to it (field). */
export function soundAxes(tree: Tree, set: LayerRecord, who: 'set' | 'member'): VariantAxes {
  const axes = axesOf(tree, set)
  if (axes) return axes
  throw new FigmaError(`Component set ${who === 'set' ? '' : 'for node '}has existing errors`)
}

/** T:11185: the top-left-most variant. */
export function defaultVariant(tree: Tree, set: LayerRecord): LayerRecord {
  const variants = set.childIds.map((id) => tree.get(id))
  return variants.reduce((first, other) => (isBefore(other.transform, first.transform) ? other : first))
}

const isBefore = ([[, , x], [, , y]]: LayerRecord['transform'], [[, , left], [, , top]]: LayerRecord['transform']) =>
  y < top || (y === top && x < left)

function propertiesIn(name: string): Record<string, string> | undefined {
  const pairs = name.split(',').map((part) => part.split('=').map((word) => word.trim()))
  if (pairs.some((pair) => pair.length !== 2 || pair.includes(''))) return undefined
  const properties = Object.fromEntries(pairs as [string, string][])
  return Object.keys(properties).length === pairs.length ? properties : undefined
}

export const variantName = (properties: Readonly<Record<string, string>>): string =>
  Object.entries(properties)
    .map(([property, value]) => `${property}=${value}`)
    .join(', ')
