import type { Job } from '../jobs/plan.ts'
import { columnKey } from './names.ts'
import type { NewVariant } from './new-variant.ts'
import { originName, type SourceComponent } from './origins.ts'

interface Aims {
  componentOf: (row: Job['row']) => SourceComponent
  propertyOf: (component: SourceComponent) => string
  /** By `columnKey`. */
  valuesOf: (component: SourceComponent) => ReadonlyMap<string, string>
}

/** Tells each job which new variant its picture is for: those of one component and one prompt make one together. */
export function intoVariants(jobs: readonly Job[], { componentOf, propertyOf, valuesOf }: Aims): Job[] {
  const made = new Map<string, NewVariant>()
  return jobs.map((job) => {
    const component = componentOf(job.row)
    const { set } = component
    const values = valuesOf(component)
    const column = columnKey(job)
    const key = JSON.stringify([component.id, column])
    const variant = made.get(key) ?? {
      ...{ component: component.id, of: originName(component), property: propertyOf(component) },
      ...(set && { set: { id: set.id, properties: Object.keys(set.properties) } }),
      ...{ value: values.get(column) ?? '', order: [...values.keys()].indexOf(column), pictures: 0 },
    }
    made.set(key, variant)
    const slot = variant.pictures++
    return { ...job, into: { variant, slot } }
  })
}
