import { computed, effect, signal } from '@preact/signals'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import { fitInto, resultSize } from '../image/fit.ts'
import { askedFor, isLossy, type Job, LARGEST_SEED, optionsFor, parseExtra, plan } from '../jobs/plan.ts'
import { assertCount, assertPrompt, lengthAsSent, MOST_RESULTS } from '../providers/limits.ts'
import type { Can } from '../providers/provider.ts'
import { T } from '../texts.ts'
import type { FormModel } from './form.ts'
import type { PriceModel } from './price.ts'
import type { RunModel } from './run.ts'
import type { SelectionModel } from './selection.ts'

export interface EditServices {
  selection: SelectionModel
  form: FormModel
  price: PriceModel
  run: RunModel
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
  const { selection, form, price, run, canOf, drawSeed } = services
  const notice = signal<AppError | undefined>(undefined)
  const can = computed(() => canOf(form.all.value.model))

  /** Throws `selection` or `settings` with the sentence that says what is missing. */
  function jobs(): Job[] {
    const { prompt, model, count, seed, size, options, extra } = form.all.value
    const rows = selection.editable.value
    if (selection.rows.value.length === 0) throw new AppError('selection', T.nothingSelected)
    if (rows.length === 0) throw new AppError('selection', T.onlySkipped)
    assertCount(count)
    if (model === '') throw new AppError('settings', T.modelMissing)
    // A box that is not shown cannot be wrong.
    const taken = optionsFor(can.value, {
      ...options,
      extra: can.value.extra ? parseExtra(extra, can.value) : undefined,
    })
    assertCompression(taken.outputCompression)
    const fixed = can.value.seed ? seedIn(seed) : undefined
    return plan({ rows, prompt, model, count, seed: fixed, size, options: taken, can: can.value, drawSeed })
  }

  async function orNotice(work: () => Promise<void>) {
    notice.value = undefined
    try {
      await work()
    } catch (thrown) {
      notice.value = toAppError(thrown)
    }
  }

  const hasAccount = computed(services.hasAccount)

  effect(() => price.follow(hasAccount.value ? orNone(jobs) : []))

  /** What a notice asks for may be done by any change. */
  effect(() => {
    void [selection.rows.value, form.all.value, hasAccount.value]
    notice.value = undefined
  })

  return {
    can,
    hasAccount,
    notice,
    mostResults: MOST_RESULTS,
    isLossy,
    promptLength: computed(() => lengthAsSent(form.all.value.prompt)),
    pictures: computed(() => selection.editable.value.length * form.all.value.count),
    start: () =>
      orNotice(async () => {
        services.assertAccount()
        const wanted = jobs()
        assertPrompt(form.all.value.prompt, can.value)
        await run.start(wanted)
      }),
    /** px of the picture that a row would get. */
    resultOf(row: Size): Size {
      const { shape } = askedFor(row, { size: form.all.value.size, can: can.value })
      return resultSize(row, fitInto(row, shape))
    },
    showOriginal: (layer: string) => orNotice(() => services.showOriginal(layer)),
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
