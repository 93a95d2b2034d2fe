import type { Job } from '../jobs/plan.ts'
import type { LentModel } from './lent.ts'
import type { OpenRequests } from './open-requests.ts'
import { isSettled, type RunRow, type Unplaced } from './run-row.ts'
import type { RunRows } from './run-rows.ts'

export interface LentPlacingServices {
  rows: Pick<RunRows, 'find' | 'change'>
  requests: Pick<OpenRequests, 'settled'>
  lent: Pick<LentModel, 'rowOf'>
  /** Puts a picture that is here on the row's layer, and tells the row. */
  place(row: RunRow, picture: Unplaced): Promise<void>
}

/** Rows that are served by what was made for exports before: nothing is asked or paid. */
export function createLentPlacing({ rows, requests, lent, place }: LentPlacingServices) {
  /** It is no longer for the next panel to bring what was made of the job's image for exports. */
  function markTaken(job: Job) {
    const id = lent.rowOf(job)
    if (id !== undefined) requests.settled(id)
  }

  return {
    markTaken,
    /** One layer after the other, as always. */
    async placeLent(group: readonly RunRow[], picture: Unplaced) {
      for (const { id } of group) {
        const row = rows.find(id)
        if (!row || isSettled(row.state)) continue
        if (row.job.place === 'lend') rows.change(id, { state: { at: 'done' }, endedAt: Date.now(), unplaced: picture })
        else await place(row, picture)
        markTaken(row.job)
      }
    },
  }
}
