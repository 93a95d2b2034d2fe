import { signal } from '@preact/signals'
import type { LayerResult, LayerRow } from '../../shared/protocol.ts'
import { jobsLike } from '../jobs/more-like.ts'
import { type Job, type Plan, plan } from '../jobs/plan.ts'
import { requestsIn } from '../jobs/upscale-job.ts'
import { assertCount } from '../providers/limits.ts'
import type { Can, Money } from '../providers/provider.ts'
import type { FormModel } from './form.ts'
import { sumOf } from './money.ts'
import type { NoticeModel } from './notice.ts'
import { isRowOf, originalRow } from './original-row.ts'
import type { RunModel } from './run.ts'
import { type EditableRow, isEditable, type SelectionModel } from './selection.ts'

export interface MoreLikeServices {
  selection: SelectionModel
  form: FormModel
  run: Pick<RunModel, 'rows' | 'start'>
  notice: NoticeModel
  /** What the form asks for of these rows with that model. Throws `settings`. */
  askedOf(rows: readonly EditableRow[], model: string): Omit<Plan, 'cells'>
  canOf(model: string): Can
  /** Of one request, as far as it was asked for. Followed. */
  priceOf(job: Job): Money | undefined
  /** The one that is asked now. */
  provider(): string
  /** Throws `settings` if the account cannot be used as it stands. */
  assertAccount(): void
  drawSeed(): number
}

/** What *More like this* would ask for. */
export interface MoreOffer {
  count: number
  /** What it costs, where that is known. */
  sums: Money[] | undefined
  /** Its own job is no longer known: size, options and references are those of the form, and the model where it was another provider's. */
  isOfForm: boolean
}

export type MoreLikeModel = ReturnType<typeof createMoreLike>

/**
 * More results like one that is there: of the same image, with the same words, and other seeds. Of the run that is here all
 * is known; of older results what was kept with them, and the rest is taken from the form. Not of looks: the layer shows
 * the result by now, and not what that was made of.
 */
export function createMoreLike({ selection, form, run, notice, ...services }: MoreLikeServices) {
  /** How many were asked for by the last press, until they have ended. */
  const asked = signal<{ hash: string; count: number } | undefined>(undefined)

  /** Of results of earlier runs of this panel, of which more was asked for: by the layer and the image. */
  const remembered = new Map<string, Job>()
  const jobOf = ({ on, hash }: LayerResult): Job | undefined =>
    run.rows.value.find(({ placed, job }) => placed?.id === on && placed.hash === hash && !job.enlarging)?.job ??
    remembered.get(`${on} ${hash}`)

  /** The row of its layer, as far as one is known, made of the image that was there before. */
  function rowOf(result: LayerResult): EditableRow | undefined {
    const rows: readonly LayerRow[] = [...selection.rows.value, ...run.rows.value.map(({ job }) => job.row)]
    const row = rows.find((row) => isRowOf(row, result))
    return row && isEditable(row) ? originalRow(row) : undefined
  }

  function jobsFor(result: LayerResult): { jobs: Job[]; isOfForm: boolean } | undefined {
    const { made } = result
    const { count } = form.all.value
    const { drawSeed } = services
    const job = jobOf(result)
    if (job) {
      // Where a new variant was made of it, more would be more variants.
      if (job.row.source.kind !== 'image' || job.place === 'variant') return undefined
      assertCount(count)
      return { jobs: jobsLike(job, { count, drawSeed }), isOfForm: false }
    }
    const row = made.prompt === '' || result.of === undefined ? undefined : rowOf(result)
    if (!row) return undefined
    const isKnown = made.model !== '' && made.provider === services.provider()
    const model = isKnown && services.canOf(made.model).edits !== false ? made.model : form.all.value.model
    const wanted = services.askedOf([row], model)
    const jobs = plan({ ...wanted, place: 'layer', seed: undefined, cells: () => [{ prompt: made.prompt }] })
    // Apart from what Run would ask for.
    const apart = JSON.stringify(drawSeed())
    return { jobs: jobs.map((job) => ({ ...job, share: withLast(job.share, apart) })), isOfForm: true }
  }

  return {
    asked,
    /** Undefined where more cannot be asked for. Followed. */
    offer(result: LayerResult): MoreOffer | undefined {
      const found = orNone(() => jobsFor(result))
      if (!found) return undefined
      const { jobs, isOfForm } = found
      const prices = requestsIn(jobs).map(services.priceOf)
      const known = prices.filter((price) => price !== undefined)
      return { count: jobs.length, isOfForm, sums: known.length === prices.length ? sumOf(known) : undefined }
    },
    /** A run of its own, or more for the one that goes. */
    start: (result: LayerResult) =>
      notice.attempt(async () => {
        services.assertAccount()
        const jobs = jobsFor(result)?.jobs ?? []
        if (jobs.length === 0) return
        // The rows of a run go with the next one.
        const job = jobOf(result)
        if (job) remembered.set(`${result.on} ${result.hash}`, job)
        const told = { hash: result.hash, count: jobs.length }
        asked.value = told
        await run.start(jobs)
        // They stand beside it now.
        if (asked.peek() === told) asked.value = undefined
      }),
  }
}

const withLast = (share: string, last: string) => JSON.stringify([...JSON.parse(share), last])

function orNone<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
