import { computed, effect } from '@preact/signals'
import { rowsShowing } from '../jobs/sharpen-bitmap.ts'
import type { Sharpening } from '../jobs/sharpening.ts'
import { upscaleJob } from '../jobs/upscale-job.ts'
import type { Judged } from '../jobs/verdict.ts'
import { isLocal } from '../providers/local-model.ts'
import type { AuditModel } from './audit.ts'
import type { PriceModel } from './price.ts'
import type { RunModel } from './run.ts'
import { createSharpenPlan } from './sharpen-plan.ts'
import type { Upscalers } from './upscalers.ts'
import { warningsIn } from './warnings.ts'

export interface SharpenServices {
  audit: Pick<AuditModel, 'anyGains' | 'ticked' | 'target' | 'stale' | 'notice'>
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
  const {
    planned,
    jobs,
    free: _,
    model,
    ...plan
  } = createSharpenPlan({
    ...{ upscalers, run },
    wanted: () => audit.ticked.value,
    target: () => audit.target.value,
    jobsFor: (bitmap, by) => rowsShowing(bitmap).map((row) => upscaleJob({ row, ...by })),
  })
  const hasAccount = computed(services.hasAccount)
  /** Not where the list may be old: what was made sharp since would be paid again. */
  const isOffered = computed(() => audit.anyGains.value && audit.stale.value === undefined)
  const mayAsk = computed(() => isOffered.value && (hasAccount.value || isLocal({ model: model.value })))
  effect(() => price.follow(mayAsk.value ? jobs.value : []))
  audit.notice.followAccount(() => [hasAccount.value, model.value])

  return {
    ...plan,
    model,
    isOffered,
    isAnyTicked: computed(() => audit.ticked.value.length > 0),
    /** What becomes of an image that is ticked. */
    of: ({ bitmap }: Judged): Sharpening | undefined => planned.value.get(bitmap.hash)?.sharpening,
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
