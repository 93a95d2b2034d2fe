/**
 * The values of a variant, or of an instance of one, by the names of the properties; undefined where it has none. Figma:
 * those of a set in conflict cannot be read.
 */
export function variantValues(layer: SceneNode): Record<string, string> | undefined {
  try {
    if (layer.type === 'COMPONENT') return layer.variantProperties ?? undefined
    if (layer.type !== 'INSTANCE') return undefined
    const variants = Object.entries(layer.componentProperties).filter(([, { type }]) => type === 'VARIANT')
    return variants.length > 0
      ? Object.fromEntries(variants.map(([name, { value }]) => [name, String(value)]))
      : undefined
  } catch {
    return undefined
  }
}
