import { type Filling, originName, propertyOf, type SourceComponent, type VariantOrigin } from './origins.ts'

/** The new variants of one component or set that a run would make. */
export interface Coming {
  /** Of the set, or of the component that becomes one. */
  id: string
  name: string
  /** Whether it is a set already. */
  isSet: boolean
  count: number
  values: string[]
  property: string
  /** All properties of a set. */
  properties: string[]
  /** How many components of it are edited. */
  components: number
  /** Whether some of these differ in that property alone, and get the same value: it is numbered, to tell them apart. */
  collides: boolean
}

interface Chosen<Row> extends Filling {
  /** The values of a component's new variants, in the order of its prompts. */
  valuesOf: (origin: VariantOrigin<Row>) => readonly string[]
}

/** What will come of these components, those of one set together. */
export function comingOf<Row>(origins: readonly VariantOrigin<Row>[], { valuesOf, ...filling }: Chosen<Row>): Coming[] {
  const all = origins.map(({ component }) => component)
  const found = new Map<string, Coming & { taken: Set<string> }>()
  for (const origin of origins) {
    const { component } = origin
    const { set, id: own } = component
    const id = set?.id ?? own
    const property = propertyOf(component, all, filling)
    const values = [...new Set(valuesOf(origin))]
    const coming = found.get(id) ?? {
      ...{
        id,
        name: originName(component),
        isSet: set !== undefined,
        property,
        properties: Object.keys(set?.properties ?? {}),
      },
      ...{ count: 0, components: 0, values: [], collides: false, taken: new Set<string>() },
    }
    const names = values.map((value) => `${othersOf(component, property)} ${value.toLowerCase()}`)
    const collides = names.some((name) => coming.taken.has(name))
    for (const name of names) coming.taken.add(name)
    found.set(id, {
      ...coming,
      count: coming.count + values.length,
      components: coming.components + 1,
      values: [...new Set([...coming.values, ...values])],
      collides: coming.collides || collides,
    })
  }
  return [...found.values()].map(({ taken: _, ...coming }) => coming)
}

const othersOf = ({ values = {} }: SourceComponent, property: string) =>
  JSON.stringify(Object.entries(values).filter(([name]) => name !== property))
