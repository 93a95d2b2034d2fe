import { computed, effect, signal } from '@preact/signals'
import type { LayerRow } from '../../shared/protocol.ts'
import { enlargingsOf, type Larger, type NotLarger, usualOf, whyNotLarger } from '../jobs/enlargings.ts'
import type { Job } from '../jobs/plan.ts'
import { upscaleJob } from '../jobs/upscale-job.ts'
import { isLocal } from '../providers/local-model.ts'
import type { NoticeModel } from './notice.ts'
import type { Price, PriceModel } from './price.ts'
import type { RunModel } from './run.ts'
import { type EditableRow, isEditable, type SelectionModel } from './selection.ts'
import type { Upscalers } from './upscalers.ts'

export interface UpscaleServices {
  selection: SelectionModel
  run: Pick<RunModel, 'start' | 'busy' | 'holds'>
  notice: NoticeModel
  upscalers: Upscalers
  price: PriceModel
  /** Throws `settings` if the account cannot be used as it stands. */
  assertAccount(): void
  /** Whether it may be used without being asked to. Followed. */
  hasAccount(): boolean
}

/** Whether a row is offered to be made larger, now or when its run has ended; or why not, where somebody might expect it. */
export type UpscaleOffer = 'offered' | 'running' | NotLarger | undefined

/** What is asked before anything is paid. */
export interface UpscaleQuestion {
  row: EditableRow
  models: readonly string[]
  model: string
  /** What the model offers for this picture, the least first. */
  offered: readonly Larger[]
  chosen: Larger
  price: Price
}

export type UpscaleModel = ReturnType<typeof createUpscale>

/** Making the image of one selected row larger: what is offered for it, what it would cost, and the run that does it. */
export function createUpscale({ selection, run, notice, upscalers, price, ...services }: UpscaleServices) {
  /** The row that is asked about, by its key, and what was chosen of what it is offered. */
  const asked = signal<{ key: string; model?: string; at?: number } | undefined>(undefined)

  const offeredBy = (model: string, row: LayerRow) => {
    const can = upscalers.canOf(model)
    return can ? enlargingsOf(row, can) : []
  }
  const modelsFor = (row: LayerRow) => upscalers.models.value.filter((model) => offeredBy(model, row).length > 0)

  const question = computed((): Omit<UpscaleQuestion, 'price'> | undefined => {
    const row = selection.rows.value.find(({ key }) => key === asked.value?.key)
    if (!asked.value || !row || !isEditable(row) || offer(row) !== 'offered') return undefined
    const models = modelsFor(row)
    const model = models.find((model) => model === asked.value?.model) ?? models[0]!
    const offered = offeredBy(model, row)
    const chosen = offered[asked.value.at ?? -1] ?? usualOf(offered, upscalers.canOf(model)!)!
    return { row, models, model, offered, chosen }
  })
  const job = computed((): Job | undefined => {
    if (!question.value) return undefined
    const { row, model, chosen } = question.value
    return upscaleJob({ row, model, enlarging: chosen.enlarging })
  })

  const hasAccount = computed(services.hasAccount)
  const needsAccount = computed(() => job.value !== undefined && !isLocal(job.value))
  effect(() => price.follow(job.value && (hasAccount.value || !needsAccount.value) ? [job.value] : []))
  /** What is no longer there, or is in a run, is not asked about when it comes back. */
  effect(() => {
    if (!question.value) asked.value = undefined
  })

  function offer(row: LayerRow): UpscaleOffer {
    if (row.source.kind !== 'image') return undefined
    const why = whyNotLarger(row) ?? (modelsFor(row).length > 0 ? undefined : 'steps')
    return why ?? (run.busy.value && run.holds(row.id) ? 'running' : 'offered')
  }

  function close() {
    asked.value = undefined
  }

  return {
    offer,
    question: computed(
      (): UpscaleQuestion | undefined => question.value && { ...question.value, price: price.shown.value },
    ),
    open(row: LayerRow) {
      asked.value = { key: row.key }
    },
    /** Whether what is asked about takes the provider's account. */
    needsAccount,
    close,
    chooseModel(model: string) {
      if (asked.value) asked.value = { key: asked.value.key, model }
    },
    /** One of what the model offers, by its index. */
    chooseStep(at: number) {
      if (asked.value) asked.value = { ...asked.value, at }
    },
    /** A run of its own, or more for the one that goes. */
    start: () =>
      notice.attempt(async () => {
        const wanted = job.peek()
        if (!wanted) return
        if (!isLocal(wanted)) services.assertAccount()
        close()
        await run.start([wanted])
      }),
  }
}
