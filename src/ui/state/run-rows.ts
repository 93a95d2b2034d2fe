import { signal } from '@preact/signals'
import type { Job } from '../jobs/plan.ts'
import { isSettled, type RunRow } from './run-row.ts'

/** The rows of a run, in the order in which they are shown. */
export function createRunRows() {
  const all = signal<readonly RunRow[]>([])
  let lastId = 0

  const find = (id: number) => all.value.find((row) => row.id === id)

  return {
    all,
    find,
    change(id: number, part: Partial<RunRow>) {
      all.value = all.value.map((row) => (row.id === id ? { ...row, ...part } : row))
    },
    /** A new run. What was paid for and not placed stays until the designer has done something about it. */
    begin(jobs: readonly Job[]): RunRow[] {
      const added = jobs.map((job): RunRow => ({ id: ++lastId, job, state: { at: 'waiting' } }))
      all.value = [...all.value.filter(({ unplaced }) => unplaced && !unplaced.saved), ...added]
      return added
    },
    /** The same job in the same place; what the last attempt cost and left is still there. */
    beginAgain(id: number): RunRow | undefined {
      const last = find(id)
      if (!last || last.unplaced?.picture || !isSettled(last.state)) return undefined
      const { job, costs = [], unplaced } = last
      const anew: RunRow = { id: ++lastId, job, costs, unplaced, state: { at: 'waiting' } }
      all.value = all.value.map((row) => (row === last ? anew : row))
      return anew
    },
    /** The row, or a stopped one in its stead: after Stop it was tried again, or another run took its place. */
    bringBack({ id, job }: RunRow): RunRow {
      const row = find(id)
      if (row) return row
      const back: RunRow = { id, job, state: { at: 'stopped' } }
      all.value = [back, ...all.value]
      return back
    },
  }
}
