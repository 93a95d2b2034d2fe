import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Job } from '../jobs/plan.ts'
import { hasArrived, isSettled, type RunRow } from './run-row.ts'
import { counted, NONE } from './tally.ts'

/** A row in its place: it has a signal of its own, so that its change renders it alone. */
export interface ListedRow {
  readonly id: number
  readonly row: ReadonlySignal<RunRow>
}

interface Kept {
  readonly id: number
  readonly row: Signal<RunRow>
}

export type RunRows = ReturnType<typeof createRunRows>

/** The rows of a run, in the order in which they are shown. What is counted of them takes one row's time for each change. */
export function createRunRows() {
  const all = signal<readonly Kept[]>([])
  /** Counts the times that a row came to be, or ceased to be, one that arrived after Stop. */
  const sorting = signal(0)
  const tally = signal(NONE)
  const byId = new Map<number, Kept>()
  const waiting = new Map<number, (() => void)[]>()
  let lastId = 0

  const find = (id: number) => byId.get(id)?.row.peek()
  const partOf = (arrived: boolean) =>
    computed(() => {
      void sorting.value
      return all.value.filter(({ row }) => hasArrived(row.peek()) === arrived)
    })

  function put(rows: readonly Kept[]) {
    byId.clear()
    for (const kept of rows) byId.set(kept.id, kept)
    let counts = NONE
    for (const { row } of rows) counts = counted(counts, row.peek(), 1)
    batch(() => {
      all.value = rows
      tally.value = counts
    })
  }
  const keep = (row: RunRow): Kept => ({ id: row.id, row: signal(row) })

  function change(id: number, part: Partial<RunRow>) {
    const kept = byId.get(id)
    if (!kept) return
    const before = kept.row.peek()
    const after = { ...before, ...part }
    batch(() => {
      kept.row.value = after
      tally.value = counted(counted(tally.peek(), before, -1), after, 1)
      if (hasArrived(before) !== hasArrived(after)) sorting.value++
    })
    if (!isSettled(before.state) && isSettled(after.state)) settle(id)
  }
  function settle(id: number) {
    for (const resolve of waiting.get(id) ?? []) resolve()
    waiting.delete(id)
  }

  return {
    /** All but those that arrived after Stop, and those. */
    list: partOf(false) as ReadonlySignal<readonly ListedRow[]>,
    arrived: partOf(true) as ReadonlySignal<readonly ListedRow[]>,
    /** All rows as they are now; reading it takes time for each. */
    all: computed(() => all.value.map(({ row }) => row.value)),
    tally: tally as ReadonlySignal<typeof NONE>,
    find,
    /** As `find`, followed. */
    follow(id: number) {
      // It may come to be another one's, or nobody's.
      void all.value
      return byId.get(id)?.row.value
    },
    change,
    changeAll(ids: readonly number[], part: Partial<RunRow>) {
      batch(() => {
        for (const id of ids) change(id, part)
      })
    },
    /** New rows: of a new run, or below those of the run that goes on. */
    begin(jobs: readonly Job[], { anew }: { anew: boolean }): RunRow[] {
      const added = jobs.map((job): RunRow => ({ id: ++lastId, job, state: { at: 'waiting' } }))
      // What was paid for and not placed stays until the designer has done something about it.
      const stay = anew ? staying(all.peek()) : all.peek()
      put([...stay, ...added.map(keep)])
      return added
    },
    /** The same jobs in the same places; what the last attempts cost and left is still there. */
    beginAgain(ids: ReadonlySet<number>): RunRow[] {
      const added: RunRow[] = []
      const rows = all.peek().map((kept) => {
        const last = kept.row.peek()
        if (!ids.has(last.id) || last.unplaced?.picture || !isSettled(last.state)) return kept
        const { job, costs = [], unplaced } = last
        const anew: RunRow = { id: ++lastId, job, costs, unplaced, state: { at: 'waiting' } }
        added.push(anew)
        return keep(anew)
      })
      if (added.length > 0) put(rows)
      return added
    },
    /** The row, or a stopped one in its stead: after Stop it was tried again, or another run took its place. */
    bringBack({ id, job }: Pick<RunRow, 'id' | 'job'>): RunRow {
      const row = find(id)
      if (row) return row
      const back: RunRow = { id, job, state: { at: 'stopped' } }
      put([keep(back), ...all.peek()])
      return back
    },
    whenSettled(id: number): Promise<void> {
      const row = find(id)
      if (!row || isSettled(row.state)) return Promise.resolve()
      return new Promise((resolve) => waiting.set(id, [...(waiting.get(id) ?? []), resolve]))
    },
  }
}

/** What is owed, and the rows for which what is owed waits: tried again, they complete a new variant. */
function staying(rows: readonly Kept[]): Kept[] {
  const owed = rows.filter(({ row }) => isOwed(row.peek()))
  const awaited = new Set(owed.map(({ row }) => row.peek().job.into?.variant))
  const isAwaited = ({ job: { into }, state }: RunRow) => into && state.at !== 'done' && awaited.has(into.variant)
  return rows.filter(({ row }) => isOwed(row.peek()) || isAwaited(row.peek()))
}

const isOwed = ({ unplaced }: RunRow) => unplaced !== undefined && !unplaced.saved
