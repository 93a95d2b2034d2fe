import type { VariantSource } from '../../shared/protocol.ts'
import { USUAL_PROPERTY } from '../texts/new-variants.ts'
import { plainProperty } from './names.ts'

/** The component that a new variant is made of. */
export type SourceComponent = Exclude<VariantSource, { kind: 'none' }>

/** A component, and the rows whose pictures its new variants get. */
export interface VariantOrigin<Row> {
  component: SourceComponent
  rows: Row[]
}

/** The rows by their component, in the order of its first row. Those without one are left out. */
export function originsOf<Row>(
  rows: readonly Row[],
  sourceOf: (row: Row) => VariantSource | undefined,
): VariantOrigin<Row>[] {
  const origins = new Map<string, VariantOrigin<Row>>()
  for (const row of rows) {
    const component = sourceOf(row)
    if (!component || component.kind === 'none') continue
    const origin = origins.get(component.id) ?? { component, rows: [] }
    origins.set(component.id, origin)
    origin.rows.push(row)
  }
  return [...origins.values()]
}

/** What was chosen for the new variants, beside the prompts. */
export interface Filling {
  /** By the id of a set: the property that the prompts fill. */
  fills: ReadonlyMap<string, string>
  /** Of a component that has none yet, as typed. */
  property: string
}

/**
 * The property that the prompts fill: the chosen one; else the first of the set in which all of its components that are
 * edited are the same, so that what they differ in stays.
 */
export function propertyOf(
  component: SourceComponent,
  all: readonly SourceComponent[],
  { fills, property }: Filling,
): string {
  const { set } = component
  if (!set) return plainProperty(property) || USUAL_PROPERTY
  const names = Object.keys(set.properties)
  const chosen = fills.get(set.id)
  if (chosen !== undefined && names.includes(chosen)) return chosen
  const edited = all.filter((other) => other.set?.id === set.id)
  const isSame = (name: string) => new Set(edited.map(({ values }) => values?.[name])).size === 1
  return names.find(isSame) ?? names[0] ?? USUAL_PROPERTY
}

/** What a component is called: a variant's own name is its values. */
export const originName = ({ set, name }: SourceComponent): string => set?.name ?? name
