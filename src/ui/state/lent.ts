import { signal } from '@preact/signals'
import type { Job } from '../jobs/plan.ts'
import type { Enlarging } from '../providers/upscaling.ts'
import type { Unplaced } from './run-row.ts'

/** What tells whether a picture that is here serves a job. */
type Asked = Pick<Job, 'row' | 'model' | 'enlarging'>

interface Kept {
  /** The row's that it came for. */
  row: number
  enlarging: Enlarging
  picture: Unplaced
}

export type LentModel = ReturnType<typeof createLent>

/** Pictures that were made larger for exports alone. They are paid for, and stay until the panel closes. */
export function createLent() {
  const kept = signal<ReadonlyMap<string, Kept>>(new Map())

  /** What this model made of the same image, at least as large as the job asks for. Followed. */
  function find(job: Asked): Kept | undefined {
    const lent = job.enlarging && kept.value.get(keyOf(job))
    return lent && isAsFar(lent.enlarging, job.enlarging!) ? lent : undefined
  }
  return {
    of: (job: Asked) => find(job)?.picture,
    rowOf: (job: Asked) => find(job)?.row,
    /** False where what is here serves as well. */
    keep(job: Asked, { row, picture }: Pick<Kept, 'row' | 'picture'>): boolean {
      if (find(job)) return false
      kept.value = new Map(kept.peek()).set(keyOf(job), { row, enlarging: job.enlarging ?? {}, picture })
      return true
    },
  }
}

const keyOf = ({ row: { source }, model }: Asked) => JSON.stringify([source, model])

const isAsFar = (one: Enlarging, { factor = 0, target = 0 }: Enlarging) =>
  (one.factor ?? 0) >= factor && (one.target ?? 0) >= target
