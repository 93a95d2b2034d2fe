import type { ReadonlySignal } from '@preact/signals'
import { AppError } from '../../shared/errors.ts'
import { optionsFor, parseExtra } from '../jobs/options.ts'
import type { Plan } from '../jobs/plan.ts'
import { assertCount } from '../providers/limits.ts'
import { seedIn } from '../seed.ts'
import { T } from '../texts.ts'
import type { EditServices } from './edit.ts'

interface Services
  extends Pick<EditServices, 'selection' | 'choice' | 'form' | 'canOf' | 'drawSeed' | 'references' | 'variants'> {
  keep: ReadonlySignal<Plan['keep']>
}

/** What the form and the selection ask for, or the sentence that says what they lack. Followed. */
export function createAsked({ selection, choice, form, canOf, drawSeed, references, variants, keep }: Services) {
  /** All but the words. Throws `selection` or `settings` with the sentence that says what is missing. */
  function asked(): Omit<Plan, 'cells'> {
    const { place, model } = form.all.value
    const chosen = choice.chosen.value
    const rows = place === 'variant' && variants ? variants.able(chosen) : chosen
    if (!selection.isRead.value) throw new AppError('selection', T.stillReading)
    if (selection.rows.value.length === 0) throw new AppError('selection', T.nothingSelected)
    if (choice.possible.value === 0) throw new AppError('selection', T.onlySkipped)
    if (chosen.length === 0) throw new AppError('selection', T.noneTicked)
    if (rows.length === 0) throw new AppError('selection', T.noneVariant)
    return askedOf(rows, model)
  }

  /** What the form asks for of these rows, with this model. Throws `settings`. */
  function askedOf(rows: Plan['rows'], model: string): Omit<Plan, 'cells'> {
    const { count, seed, seedFrom, shareSame, size, options, place, extra } = form.all.value
    const can = canOf(model)
    assertCount(count)
    if (model === '') throw new AppError('settings', T.modelMissing)
    // A box that is not shown cannot be wrong.
    const taken = optionsFor(can, { ...options, extra: can.extra ? parseExtra(extra, can) : undefined })
    assertCompression(taken.outputCompression)
    const fixed = can.seed && seedFrom === 'fixed' ? assertSeed(seed) : undefined
    const wanted = { model, count, seed: fixed, ownSeed: seedFrom === 'provider', size, options: taken, place }
    return { rows, ...wanted, references: references?.sent.value, shareSame, keep: keep.value, can, drawSeed }
  }

  return { asked, askedOf }
}

function assertSeed(text: string): number {
  const seed = seedIn(text)
  if (seed === undefined) throw new AppError('settings', T.badSeed)
  return seed
}

function assertCompression(compression: number | undefined) {
  if (compression === undefined) return
  if (!Number.isInteger(compression) || compression < 1 || compression > 100) {
    throw new AppError('settings', T.badCompression)
  }
}
