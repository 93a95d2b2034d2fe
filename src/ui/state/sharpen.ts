import { computed, effect, signal } from '@preact/signals'
import { byRequest, type Job } from '../jobs/plan.ts'
import { bitmapSharpening, rowsShowing } from '../jobs/sharpen-bitmap.ts'
import type { Sharpening } from '../jobs/sharpening.ts'
import { upscaleJob } from '../jobs/upscale-job.ts'
import type { Judged } from '../jobs/verdict.ts'
import { isLocal } from '../providers/local-model.ts'
import type { AuditModel } from './audit.ts'
import type { PriceModel } from './price.ts'
import type { RunModel } from './run.ts'
import type { Upscalers } from './upscalers.ts'
import { warningsIn } from './warnings.ts'

export interface SharpenServices {
  audit: Pick<AuditModel, 'ticked' | 'target' | 'stale' | 'notice'>
  upscalers: Upscalers
  run: Pick<RunModel, 'start' | 'busy' | 'holds' | 'owes'>
  price: PriceModel
  /** Throws `settings` if the account cannot be used as it stands. */
  assertAccount(): void
  /** Whether it may be used without being asked to. Followed. */
  hasAccount(): boolean
}

export type SharpenModel = ReturnType<typeof createSharpen>

/** Making the ticked images of an audit sharp: by which model, how far each comes, what it costs, and the run that does it. */
export function createSharpen({ audit, upscalers, run, price, ...services }: SharpenServices) {
  const chosen = signal<string | undefined>(undefined)
  const model = computed(
    () => upscalers.models.value.find((name) => name === chosen.value) ?? upscalers.models.value[0]!,
  )

  /** By hash: how far the model brings each image that is ticked. */
  const planned = computed(() => {
    const upscaler = { model: model.value, can: upscalers.canOf(model.value)! }
    const sharpeningOf = (judged: Judged) => bitmapSharpening(judged, audit.target.value, upscaler)
    return new Map(
      audit.ticked.value.map((judged) => [judged.bitmap.hash, { judged, sharpening: sharpeningOf(judged) }]),
    )
  })
  const jobs = computed(() =>
    [...planned.value.values()].flatMap(({ judged, sharpening }): Job[] => {
      if ('why' in sharpening) return []
      const { enlarging } = sharpening
      return rowsShowing(judged.bitmap)
        .filter(({ id }) => !run.owes(id) && !(run.busy.value && run.holds(id)))
        .map((row) => upscaleJob({ row, model: model.value, enlarging }))
    }),
  )
  const hasAccount = computed(services.hasAccount)
  /** Not where the list may be old: what was made sharp since would be paid again. */
  const isOffered = computed(() => audit.ticked.value.length > 0 && audit.stale.value === undefined)
  const mayAsk = computed(() => isOffered.value && (hasAccount.value || isLocal({ model: model.value })))
  effect(() => price.follow(mayAsk.value ? jobs.value : []))

  return {
    isOffered,
    models: upscalers.models,
    model,
    chooseModel(name: string) {
      chosen.value = name
    },
    /** What becomes of an image that is ticked. */
    of: ({ bitmap }: Judged): Sharpening | undefined => planned.value.get(bitmap.hash)?.sharpening,
    /** How many images are made larger, how many of them not as much as they need, and how many are left as they are. */
    counts: computed(() => {
      const all = [...planned.value.values()].map(({ sharpening }) => sharpening)
      const larger = all.flatMap((sharpening) => ('why' in sharpening ? [] : sharpening))
      const capped = larger.filter(({ isEnough }) => !isEnough).length
      return { pictures: byRequest(jobs.value, (job) => job).length, capped, refused: all.length - larger.length }
    }),
    /** How many layers get them. */
    layers: computed(() => new Set(jobs.value.map(({ row }) => row.id)).size),
    price: price.shown,
    /** What the run would change beyond its own layers. */
    warnings: computed(() => warningsIn(jobs.value.map(({ row }) => row))),
    /** A new run, or more for the one that goes. */
    start: () =>
      audit.notice.attempt(async () => {
        if (!isLocal({ model: model.peek() })) services.assertAccount()
        await run.start(jobs.peek())
      }),
  }
}
