import type { Values } from './variant-name.ts'

/** The properties that make the variants of a set, with all values of each in its order. Throws if the set is in conflict. */
export function propertiesOf(set: ComponentSetNode): Record<string, string[]> {
  const variants = Object.entries(set.componentPropertyDefinitions).filter(([, { type }]) => type === 'VARIANT')
  return Object.fromEntries(variants.map(([name, { variantOptions = [] }]) => [name, [...variantOptions]]))
}

/** What a variant is. Throws if its set is in conflict. */
export function valuesOf(variant: ComponentNode): Values {
  const { variantProperties } = variant
  if (!variantProperties) throw new Error(`“${variant.name}” is no variant.`)
  return variantProperties
}

/** The set that it is a variant of. */
export const setAround = ({ parent }: ComponentNode): ComponentSetNode | undefined =>
  parent?.type === 'COMPONENT_SET' ? parent : undefined
