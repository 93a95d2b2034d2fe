import { computed, effect } from '@preact/signals'
import { AppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import { fitInto, resultSize } from '../image/fit.ts'
import { askedFor, isLossy, type Job, LARGEST_SEED, optionsFor, parseExtra, plan } from '../jobs/plan.ts'
import { assertCount, assertPrompt, lengthAsSent, MOST_RESULTS } from '../providers/limits.ts'
import type { Can } from '../providers/provider.ts'
import { T } from '../texts.ts'
import type { ChoiceModel } from './choice.ts'
import type { FormModel } from './form.ts'
import type { NoticeModel } from './notice.ts'
import type { PriceModel } from './price.ts'
import type { RunModel } from './run.ts'
import type { SelectionModel } from './selection.ts'
import { warningsIn } from './warnings.ts'

export interface EditServices {
  selection: SelectionModel
  choice: ChoiceModel
  form: FormModel
  price: PriceModel
  run: RunModel
  notice: NoticeModel
  canOf(model: string): Can
  /** Throws `settings` if the account cannot be used as it stands. */
  assertAccount(): void
  hasAccount(): boolean
  drawSeed(): number
  showOriginal(layer: string): Promise<void>
}

export type EditModel = ReturnType<typeof createEdit>

/** From the selection and the form to a run: what would run, what it costs, and why it cannot. */
export function createEdit(services: EditServices) {
  const { selection, choice, form, price, run, notice, canOf, drawSeed } = services
  const can = computed(() => canOf(form.all.value.model))

  /** Throws `selection` or `settings` with the sentence that says what is missing. */
  function jobs(): Job[] {
    const { prompt, model, count, seed, size, options, place, extra } = form.all.value
    const rows = choice.chosen.value
    if (selection.rows.value.length === 0) throw new AppError('selection', T.nothingSelected)
    if (choice.possible.value === 0) throw new AppError('selection', T.onlySkipped)
    if (rows.length === 0) throw new AppError('selection', T.noneTicked)
    assertCount(count)
    if (model === '') throw new AppError('settings', T.modelMissing)
    // A box that is not shown cannot be wrong.
    const taken = optionsFor(can.value, {
      ...options,
      extra: can.value.extra ? parseExtra(extra, can.value) : undefined,
    })
    assertCompression(taken.outputCompression)
    const fixed = can.value.seed ? seedIn(seed) : undefined
    return plan({ rows, prompt, model, count, seed: fixed, size, options: taken, place, can: can.value, drawSeed })
  }

  const hasAccount = computed(services.hasAccount)

  effect(() => price.follow(hasAccount.value ? orNone(jobs) : []))

  /** What a notice asks for may be done by any change. */
  effect(() => {
    void [selection.rows.value, choice.chosen.value, form.all.value, hasAccount.value]
    notice.clear()
  })

  return {
    can,
    hasAccount,
    mostResults: MOST_RESULTS,
    isLossy,
    promptLength: computed(() => lengthAsSent(form.all.value.prompt)),
    pictures: computed(() => choice.chosen.value.length * form.all.value.count),
    start: () =>
      notice.attempt(async () => {
        services.assertAccount()
        const wanted = jobs()
        assertPrompt(form.all.value.prompt, can.value)
        await run.start(wanted)
      }),
    /** What the run would change beyond its own layers; a copy beside changes nothing. */
    warnings: computed(() => warningsIn(form.all.value.place === 'layer' ? choice.chosen.value : [])),
    /** px of the picture that a row would get. */
    resultOf(row: Size): Size {
      const { shape } = askedFor(row, { size: form.all.value.size, can: can.value })
      return resultSize(row, fitInto(row, shape))
    },
    showOriginal: (layer: string) => notice.attempt(() => services.showOriginal(layer)),
  }
}

function seedIn(text: string): number | undefined {
  if (text.trim() === '') return undefined
  const seed = Number(text)
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) throw new AppError('settings', T.badSeed)
  return seed
}

function assertCompression(compression: number | undefined) {
  if (compression === undefined) return
  if (!Number.isInteger(compression) || compression < 1 || compression > 100) {
    throw new AppError('settings', T.badCompression)
  }
}

/** An incomplete form has no price, and that is no fault. */
function orNone(jobs: () => Job[]): Job[] {
  try {
    return jobs()
  } catch {
    return []
  }
}
