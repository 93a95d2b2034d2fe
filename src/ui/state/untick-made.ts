import { effect, untracked } from '@preact/signals'
import type { ChoiceModel } from './choice.ts'
import type { RunModel } from './run.ts'
import { type Seat, seated } from './seat.ts'
import type { SelectionModel } from './selection.ts'

export interface UntickMadeServices {
  selection: Pick<SelectionModel, 'rows'>
  choice: Pick<ChoiceModel, 'tickThese'>
  run: Pick<RunModel, 'madeVariants'>
}

/**
 * New variants come to lie in a set that is selected, and so among what the next run would edit: each run would make twice as
 * many. They are listed without a tick, once: the designer's own stays.
 */
export function untickMade({ selection, choice, run }: UntickMadeServices) {
  const seen = new Set<string>()
  effect(() => {
    const made = run.madeVariants.value
    if (made.size === 0) return
    const fresh = new Map<string, Seat[]>()
    for (const seat of seated(selection.rows.value)) {
      const { inside, variant } = seat.row
      if (!inside || !variant || inside.id === variant.id || !made.has(variant.id) || seen.has(seat.name)) continue
      seen.add(seat.name)
      fresh.set(inside.id, [...(fresh.get(inside.id) ?? []), seat])
    }
    untracked(() => {
      for (const [container, seats] of fresh) choice.tickThese(container, seats, false)
    })
  })
}
