import type { AppError } from '../../shared/errors.ts'
import type { Job } from '../jobs/plan.ts'
import { type Aim, aimOf, idOf, type Remembered } from '../jobs/remembered.ts'
import type { Member, RequestOutcome } from '../jobs/row-listener.ts'
import { keepingJob } from '../jobs/upscale-job.ts'
import { isOver } from '../providers/open-job.ts'
import type { OpenJob } from '../providers/provider.ts'
import type { JobStore } from './job-store.ts'

export interface RunJobsServices {
  store: Pick<JobStore, 'keep' | 'forget'>
  /** It is remembered, and no longer for the journal to tell of. */
  onKept(job: Job): void
  /** The request has ended with this error, and its job may still give a picture. */
  onLeft(id: string, job: Omit<Remembered, 'owner'>, error: AppError): void
}

interface Kept {
  id: string
  job: Job
  isStored: boolean
  about: Omit<Remembered, 'owner' | 'aims'>
  /** By row: where a picture is still to go. */
  aims: Map<number, Aim>
  onStored(rows: readonly number[]): void
  timer?: ReturnType<typeof setTimeout> | undefined
}

export interface Begun {
  open: OpenJob
  framed: Remembered['framed']
}

/** The jobs of this panel's run, remembered from when they are accepted until their pictures are placed or saved. */
export function createRunJobs({ store, onKept, onLeft }: RunJobsServices) {
  const byJob = new Map<Job, Kept>()
  const byRow = new Map<number, Kept>()
  const stopped = new Set<number>()

  const recordOf = ({ about, aims }: Kept) => ({ ...about, aims: [...aims.values()] })

  function add(kept: Kept, { id, job }: Member) {
    kept.aims.set(id, { ...aimOf(job), ...(stopped.has(id) && { byHand: true }) })
    byRow.set(id, kept)
  }
  /** Without room in storage the run goes on, and the journal still tells that the request was open. */
  function write(kept: Kept) {
    const stored = () => {
      if (!kept.isStored) onKept(kept.job)
      kept.isStored = true
      kept.onStored([...kept.aims.keys()])
    }
    store.keep(kept.id, recordOf(kept)).then(stored, () => {})
  }
  function writeSoon(kept: Kept) {
    clearTimeout(kept.timer)
    kept.timer = setTimeout(() => write(kept), PAUSE)
  }
  function leave(kept: Kept) {
    clearTimeout(kept.timer)
    for (const row of kept.aims.keys()) byRow.delete(row)
    kept.aims.clear()
  }
  /** The row's picture is placed, or saved. */
  function settled(row: number) {
    const kept = byRow.get(row)
    byRow.delete(row)
    if (!kept?.aims.delete(row)) return
    if (kept.aims.size > 0) return writeSoon(kept)
    clearTimeout(kept.timer)
    void store.forget(kept.id)
  }

  return {
    /** `onStored`: these rows' job is remembered; it may be told more than once. */
    began(members: readonly Member[], job: Job, begun: Begun, onStored: Kept['onStored']) {
      // No provider has jobs that give several pictures; the journal tells of one that did.
      if (job.n > 1) return
      const { prompt, model, seed } = job
      const framed = withoutFiles(begun.framed)
      const keeps = keepingJob(job) !== undefined
      const about = { version: 1, prompt, model, seed, open: begun.open, framed, keeps } as const
      const kept: Kept = { id: idOf(begun.open), job, isStored: false, about, aims: new Map(), onStored }
      const before = byJob.get(job)
      if (before) leave(before)
      // The request was made once more: nothing is known to come of its earlier job.
      if (before && before.id !== kept.id) void store.forget(before.id)
      byJob.set(job, kept)
      for (const member of members) add(kept, member)
      write(kept)
    },
    /** Rows that the same request serves, some of them since now. */
    joined(members: readonly Member[]) {
      const kept = members.map(({ id }) => byRow.get(id)).find((found) => found)
      if (!kept) return
      for (const member of members) if (byRow.get(member.id) !== kept) add(kept, member)
      writeSoon(kept)
    },
    isLeft: (job: Job, error: AppError) => byJob.has(job) && !isOver(error),
    /** The request of this job has ended. Pictures that came are remembered until they are placed. */
    over(job: Job, outcome: RequestOutcome) {
      const kept = byJob.get(job)
      byJob.delete(job)
      if (!kept || 'answers' in outcome) return
      const left = recordOf(kept)
      leave(kept)
      if (isOver(outcome.error)) void store.forget(kept.id)
      else if (kept.isStored) onLeft(kept.id, left, outcome.error)
    },
    stopped(row: number) {
      stopped.add(row)
      const kept = byRow.get(row)
      const aim = kept?.aims.get(row)
      if (!kept || !aim) return
      kept.aims.set(row, { ...aim, byHand: true })
      writeSoon(kept)
    },
    settled,
  }
}

/** Of a part's region its mask is read again when it is needed. */
function withoutFiles({ part, ...framed }: Remembered['framed']): Remembered['framed'] {
  if (!part) return framed
  const { mask: _mask, ...region } = part.region
  return { ...framed, part: { ...part, region } }
}

/** ms */
const PAUSE = 250
