import type { LayerRow, RowVariant } from '../../shared/protocol.ts'

/** The value of a row's variant; undefined where it has no such property. */
export const valueOn = ({ variant }: Pick<LayerRow, 'variant'>, property: string): string | undefined =>
  variant && Object.hasOwn(variant.properties, property) ? variant.properties[property] : undefined

/** The properties of the rows' variants, those of several sets by name: how many rows have each value, in their order. */
export function propertiesIn(rows: readonly LayerRow[]): Map<string, Map<string, number>> {
  const properties = new Map<string, Map<string, number>>()
  for (const { variant } of rows) {
    for (const [name, value] of Object.entries(variant?.properties ?? {})) {
      const values = properties.get(name) ?? new Map<string, number>()
      properties.set(name, values.set(value, (values.get(value) ?? 0) + 1))
    }
  }
  return properties
}

/** By what variants that are listed together differ. */
export interface Contrast {
  properties: ReadonlySet<string>
  /** Whether they are of several sets. */
  sets: boolean
}

export function contrastOf(rows: readonly LayerRow[]): Contrast {
  const variants = rows.flatMap(({ variant }) => variant ?? [])
  const differ = [...propertiesIn(rows)].filter(([name, values]) => values.size > 1 || lacks(variants, name))
  return {
    properties: new Set(differ.map(([name]) => name)),
    sets: new Set(variants.map(({ set }) => set?.id)).size > 1,
  }
}

const lacks = (variants: readonly RowVariant[], name: string) =>
  variants.some(({ properties }) => !Object.hasOwn(properties, name))
