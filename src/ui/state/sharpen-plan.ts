import { computed, signal } from '@preact/signals'
import type { AuditedBitmap } from '../../shared/protocol.ts'
import { byRequest } from '../jobs/by-request.ts'
import type { Job } from '../jobs/plan.ts'
import { bitmapSharpening } from '../jobs/sharpen-bitmap.ts'
import type { Sharpening } from '../jobs/sharpening.ts'
import type { Judged, Target } from '../jobs/verdict.ts'
import { isLocal } from '../providers/local-model.ts'
import type { Enlarging } from '../providers/upscaling.ts'
import type { RunModel } from './run.ts'
import type { Upscalers } from './upscalers.ts'

export interface SharpenPlanServices {
  upscalers: Upscalers
  run: Pick<RunModel, 'busy' | 'holds' | 'owes'>
  /** The images to be made sharp, and at which scale. Followed, as the others are. */
  wanted(): readonly Judged[]
  target(): Target
  /** What is to be asked for one of them, if nothing stands against it. */
  jobsFor(bitmap: AuditedBitmap, by: { model: string; enlarging: Enlarging }): Job[]
  /** Whether what a job would bring is here already: it is not paid for again. */
  isHere?(job: Job): boolean
}

/** What becomes of one image; `jobs`: none where it cannot be made larger. */
export interface Planned {
  judged: Judged
  sharpening: Sharpening
  jobs: readonly Job[]
}

/** How images are made sharp: by which model, how far each comes, and what is asked for that. */
export function createSharpenPlan({ upscalers, run, wanted, target, jobsFor, isHere = no }: SharpenPlanServices) {
  const chosen = signal<string | undefined>(undefined)
  const model = computed(
    () => upscalers.models.value.find((name) => name === chosen.value) ?? upscalers.models.value[0]!,
  )

  /** By hash. */
  const planned = computed(() => {
    const upscaler = { model: model.value, can: upscalers.canOf(model.value)! }
    return new Map(
      wanted().map((judged): [string, Planned] => {
        const sharpening = bitmapSharpening(judged, target(), upscaler)
        const jobs = 'why' in sharpening ? [] : jobsFor(judged.bitmap, { model: model.value, ...sharpening })
        return [judged.bitmap.hash, { judged, sharpening, jobs }]
      }),
    )
  })
  /** Whether no run works on it, and no picture that is paid for waits to be placed there. */
  const isFree = (layer: string) => !run.owes(layer) && !(run.busy.value && run.holds(layer))
  const free = computed(() =>
    [...planned.value.values()].flatMap(({ jobs }) => jobs.filter(({ row }) => isFree(row.id))),
  )
  const jobs = computed(() => free.value.filter((job) => !isHere(job)))

  return {
    models: upscalers.models,
    model,
    chooseModel(name: string) {
      chosen.value = name
    },
    planned,
    /** What a run may do now, and what of that has to be asked for. */
    free,
    jobs,
    /** Whether the provider's account is needed for that. */
    needsAccount: computed(() => jobs.value.length > 0 && !isLocal({ model: model.value })),
    /** How many images are made larger, how many of them not as much as they need, and how many are left as they are. */
    counts: computed(() => {
      const all = [...planned.value.values()].map(({ sharpening }) => sharpening)
      const larger = all.flatMap((sharpening) => ('why' in sharpening ? [] : sharpening))
      const capped = larger.filter(({ isEnough }) => !isEnough).length
      return { pictures: byRequest(jobs.value, (job) => job).length, capped, refused: all.length - larger.length }
    }),
  }
}

const no = () => false
