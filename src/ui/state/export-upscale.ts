import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { AuditedBitmap, ExportedRoot } from '../../shared/protocol.ts'
import type { Job } from '../jobs/plan.ts'
import { rowsShowing } from '../jobs/sharpen-bitmap.ts'
import { upscaleJob } from '../jobs/upscale-job.ts'
import { judge } from '../jobs/verdict.ts'
import { isLocal } from '../providers/local-model.ts'
import { T } from '../texts.ts'
import { createExportAudit, type ExportAuditServices } from './export-audit.ts'
import { lendLarger } from './lend-larger.ts'
import type { NoticeModel } from './notice.ts'
import type { Price, PriceModel } from './price.ts'
import type { RunModel } from './run.ts'
import { createSharpenPlan, type Planned } from './sharpen-plan.ts'
import type { Upscalers } from './upscalers.ts'
import { type Warnings, warningsIn } from './warnings.ts'

/** What was made larger for an export, as far as it is here: what is tried again may still come. Followed. */
export interface Upscaled {
  /** The images that show and have a larger picture, by hash; none where the document itself shows the larger ones. */
  larger: readonly string[]
  /** How many that should have become larger did not. */
  left: number
  /** Lends the sandbox the pictures of these, for `exportFile`. What cannot be lent is left out. */
  lend(hashes: readonly string[]): Promise<void>
}

/** Making the images of an export larger first: which, by what, for how much, and the run that does it. */
export interface ExportUpscaleModel {
  /**
   * The layers to be looked at, when they have settled; undefined where nothing is to be made larger. `where`: as `start`
   * will be told; the last one if it is not said, and `file` at first.
   */
  follow(roots: readonly ExportedRoot[] | undefined, where?: 'file' | 'export'): void
  at: ReadonlySignal<'off' | 'looking' | 'ready'>
  /** How many images are made larger, how many of them not as much as they need, and how many are left as they are. */
  counts: ReadonlySignal<{ pictures: number; capped: number; refused: number }>
  /** How many more need not be asked for: they were made larger for an export before. */
  lent: ReadonlySignal<number>
  /** How many layers show them. */
  layers: ReadonlySignal<number>
  price: ReadonlySignal<Price>
  warnings: ReadonlySignal<Warnings>
  /** Whether what is to be asked for needs the provider's account. */
  needsAccount: ReadonlySignal<boolean>
  models: ReadonlySignal<readonly string[]>
  model: ReadonlySignal<string>
  chooseModel(name: string): void
  /** What could not be looked at or begun. */
  notice: NoticeModel
  /**
   * Looks once more and, where that is what was said, makes the images larger: in the document (`file`) or to be shown only
   * while files are drawn (`export`). Resolves when its run has ended, whatever became of its rows; undefined where it did not
   * begin, which `notice` tells.
   */
  start(where: 'file' | 'export'): Promise<Upscaled | undefined>
}

export interface ExportUpscaleServices extends Omit<ExportAuditServices, 'busy'> {
  upscalers: Upscalers
  run: Pick<RunModel, 'start' | 'rows' | 'busy' | 'holds' | 'owes' | 'lentFor' | 'markTaken'>
  price: PriceModel
  /** Throws `settings` if the account cannot be used as it stands. */
  assertAccount(): void
  /** Whether it may be used without being asked to. Followed. */
  hasAccount(): boolean
}

export function createExportUpscale({ code, selection, upscalers, run, price, ...services }: ExportUpscaleServices) {
  const where = signal<'file' | 'export'>('file')
  const { found, look, ...audit } = createExportAudit({ code, selection, busy: run.busy })
  const isLent = (job: Job) => run.lentFor(job) !== undefined
  const { planned, jobs, free, ...plan } = createSharpenPlan({
    ...{ upscalers, run, target: () => 'exports', isHere: isLent },
    wanted: () =>
      found.value
        .map((bitmap) => judge(where.value === 'export' ? withAllUses(bitmap) : bitmap, 'exports'))
        .filter(({ gains }) => gains),
    jobsFor(bitmap, by) {
      const rows = rowsShowing(bitmap)
      if (where.value === 'file') return rows.map((row) => upscaleJob({ row, ...by }))
      // Where none gets it, one is enough to ask for it.
      return rows.slice(0, 1).map((row) => upscaleJob({ row, ...by, place: 'lend' }))
    },
  })
  /** Those that can be made larger. */
  const possible = computed(() => [...planned.value.values()].filter(({ jobs }) => jobs.length > 0))
  const hasAccount = computed(services.hasAccount)
  const mayAsk = computed(
    () => audit.at.value === 'ready' && (hasAccount.value || isLocal({ model: plan.model.value })),
  )
  effect(() => price.follow(mayAsk.value ? jobs.value : []))
  audit.notice.followAccount(() => [hasAccount.value, plan.model.value])

  async function upscale(to: 'file' | 'export'): Promise<Upscaled> {
    const said = requestsOf(jobs.peek())
    where.value = to
    await look().catch((thrown) => {
      throw toAppError(thrown).fault === 'cancelled' ? OTHERS : thrown
    })
    const [asked, images] = [jobs.peek(), possible.peek()]
    if (requestsOf(asked) !== said) throw OTHERS
    if (asked.length > 0 && !isLocal({ model: plan.model.peek() })) services.assertAccount()
    // What is here already still has to be placed.
    const begun = to === 'file' ? free.peek() : asked
    if (begun.length > 0) await run.start(begun)
    return to === 'file' ? upscaledOn(images, begun) : upscaledFor(images)
  }
  const upscaledOn = (images: readonly Planned[], begun: readonly Job[]): Upscaled => ({
    larger: [],
    get left() {
      return leftOf(images, begun)
    },
    lend: NOTHING.lend,
  })
  function upscaledFor(images: readonly Planned[]): Upscaled {
    const here = () => images.filter(({ jobs }) => jobs.some(isLent))
    return {
      get larger() {
        return here().map(({ judged }) => judged.bitmap.hash)
      },
      get left() {
        return images.length - here().length
      },
      lend(hashes) {
        const wanted = here().filter(({ judged }) => hashes.includes(judged.bitmap.hash))
        return lendLarger(wanted, { code, run })
      },
    }
  }
  /** How many images are not on all the layers that were to show them. */
  function leftOf(images: readonly Planned[], begun: readonly Job[]): number {
    const done = new Set(begun.map(({ share }) => share))
    for (const { job, state } of run.rows.value) if (state.at !== 'done') done.delete(job.share)
    return images.filter(({ jobs: [job] }) => !done.has(job!.share)).length
  }

  return {
    ...{ ...plan, ...audit, price: price.shown },
    lent: computed(() => possible.value.filter(({ jobs }) => jobs.some(isLent)).length),
    layers: computed(() => {
      const asked = new Set(jobs.value.map(({ share }) => share))
      const larger = possible.value.filter(({ jobs: [job] }) => asked.has(job!.share))
      return new Set(larger.flatMap(({ judged }) => rowsShowing(judged.bitmap).map(({ id }) => id))).size
    }),
    /** Where nothing is written, nothing changes for others. */
    warnings: computed(() => warningsIn(where.value === 'export' ? [] : free.value.map(({ row }) => row))),
    follow(roots: readonly ExportedRoot[] | undefined, to = where.peek()) {
      where.value = to
      audit.follow(roots)
    },
    async start(to: 'file' | 'export') {
      let upscaled: Upscaled | undefined
      await audit.notice.attempt(async () => {
        upscaled = audit.at.peek() === 'off' ? NOTHING : await upscale(to)
      })
      return upscaled
    },
  } satisfies ExportUpscaleModel
}

/** What cannot be written is drawn from a copy. */
const withAllUses = ({ uses, ...bitmap }: AuditedBitmap): AuditedBitmap => ({
  ...bitmap,
  uses: uses.map(({ skipped: _, ...use }) => use),
})

const requestsOf = (jobs: readonly Job[]) => [...new Set(jobs.map(({ share }) => share))].sort().join('\n')

const NOTHING: Upscaled = { larger: [], left: 0, lend: async () => {} }
const OTHERS = new AppError('layer', T.otherExports)
