import { type Moment, momentsOf, type Stretch } from './journal.ts'
import type { LayerRecord } from './layer-record.ts'
import { isSame } from './same.ts'

/** What became of one record: the fields that differ, before and after. Undefined: it was not there. */
export interface Difference {
  before: Partial<LayerRecord> | undefined
  after: Partial<LayerRecord> | undefined
}

/** What goes back at once. Its parts are apart where a colleague changed something in between; the oldest is first. */
export type Step = readonly ReadonlyMap<string, Difference>[]

/** What came of each stretch, oldest first, and who did it. */
export const differencesOf = (stretches: readonly Stretch[], now: Moment) =>
  momentsOf(stretches, now).map(({ stretch, before, after }) => ({
    origin: stretch.origin,
    differences: differencesBetween([...stretch.before.keys()], before, after),
  }))

/** The records of a step as far as it keeps them: what undo or redo may bring back. */
export function* recordsIn(step: Step): Generator<Partial<LayerRecord>> {
  for (const part of step) {
    for (const { before, after } of part.values()) {
      if (before) yield before
      if (after) yield after
    }
  }
}

function differencesBetween(ids: readonly string[], before: Moment, after: Moment): Map<string, Difference> {
  const found = new Map<string, Difference>()
  for (const id of ids) {
    const [was, is] = [before(id), after(id)]
    if (was === is) continue
    if (!was || !is) found.set(id, { before: was, after: is })
    else if (namesOfDifferent(was, is).length > 0) found.set(id, fieldsBetween(was, is))
  }
  return found
}

function fieldsBetween(was: LayerRecord, is: LayerRecord): Difference {
  const names = namesOfDifferent(was, is)
  const pick = (record: LayerRecord) => Object.fromEntries(names.map((name) => [name, record[name]]))
  return { before: pick(was), after: pick(is) }
}

const namesOfDifferent = (was: LayerRecord, is: LayerRecord) =>
  ([...new Set([...Object.keys(was), ...Object.keys(is)])] as (keyof LayerRecord)[]).filter(
    (name) => !isSame(was[name], is[name]),
  )
