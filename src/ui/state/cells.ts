import { computed, effect, untracked } from '@preact/signals'
import type { Job } from '../jobs/plan.ts'
import type { Money } from '../providers/provider.ts'
import type { Column } from '../words/prompt-words.ts'
import type { ChoiceModel } from './choice.ts'
import type { EditModel } from './edit.ts'
import { placeOf, placesOf } from './own-prompts.ts'
import type { PromptListModel } from './prompt-list.ts'
import type { RunModel } from './run.ts'
import { isSettled, type RowState, type RunRow } from './run-row.ts'
import type { ListedRow } from './run-rows.ts'
import type { EditableRow, SelectionModel } from './selection.ts'
import { isRetriable } from './unsure.ts'

/** One prompt of one layer. */
export interface GridCell {
  row: EditableRow
  column: Column
}

/** How a cell stands: not in the run, or as the rows that it has there. */
export interface CellState {
  at: RowState['at'] | 'new'
  /** The rows of the run, one for each result. */
  rows: readonly RunRow[]
}

/** What may be done to some cells at once. */
export interface CellActions {
  /** Those without a result that nothing is done for; or, where there are none, those that have one. */
  run: { cells: readonly GridCell[]; isAgain: boolean; cost: readonly Money[] | undefined } | undefined
  /** Rows of the run that failed or were stopped. */
  retry: { ids: readonly number[]; cost: readonly Money[] | undefined } | undefined
  stop: readonly number[]
}

export interface CellsServices {
  selection: SelectionModel
  choice: Pick<ChoiceModel, 'chosen'>
  list: Pick<PromptListModel, 'columns'>
  edit: Pick<EditModel, 'planned' | 'startCells' | 'costOf'>
  run: RunModel
}

export type CellsModel = ReturnType<typeof createCells>

/** The grid of a prompt list: how each prompt stands on each layer, and what may be done to some of them by themselves. */
export function createCells({ selection, choice, list, edit, run }: CellsServices) {
  /**
   * By its key, which of its layer's pictures a row was: the key changes when a result takes the place of that. Kept while the
   * panel is open, as the prompts of rows are. A job holds another object than the selection where it is made from a result, and
   * names another layer where that was made a component first.
   */
  const places = new Map<string, string>()
  const now = computed(() => placesOf(selection.rows.value))
  effect(() => {
    for (const { id, key } of selection.rows.value) places.set(key, now.value.get(key)!.slice(id.length))
  })
  const placeIn = ({ id, key }: EditableRow) => (places.has(key) ? id + places.get(key) : undefined)

  /** The rows of the run by the places of their layers and the ids of their prompts. */
  const inRun = computed(() => {
    const cells = new Map<string, ListedRow[]>()
    const put = (name: string, listed: ListedRow) => cells.set(name, [...(cells.get(name) ?? []), listed])
    void now.value
    for (const listed of [...run.list.value, ...run.arrived.value]) {
      const { job, placed, variant } = listed.row.peek()
      const place = placeIn(job.row)
      if (!job.column || place === undefined) continue
      put(nameOf(place, job.column), listed)
      // A result that was laid over its layer is selected in its stead.
      const isOver = placed && !placed.beside && !variant && placed.id !== job.row.id
      if (isOver && place !== placeOf(placed.id, 0)) put(nameOf(placeOf(placed.id, 0), job.column), listed)
    }
    return cells
  })
  const rowsOf = ({ row, column }: GridCell) =>
    inRun.value.get(nameOf(now.value.get(row.key) ?? '', column))?.map((listed) => listed.row.value) ?? []

  const planned = computed(() => {
    const cells = new Map<string, Job[]>()
    for (const job of edit.planned.value) {
      if (!job.column) continue
      const name = nameOf(job.row.key, job.column)
      cells.set(name, [...(cells.get(name) ?? []), job])
    }
    return cells
  })
  const jobsOf = ({ row, column }: GridCell) => planned.value.get(nameOf(row.key, column)) ?? []

  /** What goes on says more than what has ended; and of that, what has to be done something about. */
  function stateOf(cell: GridCell): CellState {
    const all = rowsOf(cell)
    const { job: last } =
      all.reduce<RunRow | undefined>((last, row) => (last && last.id > row.id ? last : row), undefined) ?? {}
    // What failed with other words has had its answer.
    const rows = all.filter((row) => row.job.prompt === last?.prompt || !mayRetry(row))
    const found = ORDER.find((at) => rows.some(({ state }) => state.at === at))
    return { at: found ?? 'new', rows }
  }

  return {
    rows: choice.chosen,
    columns: computed((): readonly Column[] => list.columns.value ?? []),
    stateOf,
    /** Whether there are words that it would send. Followed. */
    hasWords: (cell: GridCell) => jobsOf(cell).length > 0,
    /** Followed. */
    actionsOn(cells: readonly GridCell[]): CellActions {
      const states = cells.map((cell) => ({ cell, ...stateOf(cell), jobs: jobsOf(cell) }))
      const isAt = (...wanted: CellState['at'][]) =>
        states.filter(({ at, jobs }) => wanted.includes(at) && jobs.length > 0)
      const isOne = cells.length === 1
      // The same once more is what trying again is; or it is paid for, and its picture is here or still to come.
      const isOther = ({ rows, jobs: [next] }: (typeof states)[number]) =>
        !rows.some(({ job: { prompt, model } }) => prompt === next?.prompt && model === next.model)
      const fresh = isOne ? isAt('new', 'failed', 'stopped').filter(isOther) : isAt('new')
      const again = fresh.length === 0 && states.every(({ rows }) => rows.every(isOver)) ? isAt('done') : []
      const runs = fresh.length > 0 ? fresh : again
      const rows = states.flatMap(({ rows }) => rows)
      const retried = rows.filter(mayRetry)
      return {
        run:
          runs.length > 0
            ? {
                cells: runs.map(({ cell }) => cell),
                isAgain: runs.every(({ at }) => at !== 'new'),
                cost: edit.costOf(runs.flatMap(({ jobs }) => jobs)),
              }
            : undefined,
        retry:
          retried.length > 0
            ? { ids: retried.map(({ id }) => id), cost: edit.costOf(retried.map(({ job }) => job)) }
            : undefined,
        stop: rows.flatMap((row) => (isOver(row) ? [] : row.id)),
      }
    },
    start(cells: readonly GridCell[]) {
      const wanted = new Set(cells.map(({ row, column }) => nameOf(row.key, column)))
      return untracked(() =>
        edit.startCells(({ row, column }) => column !== undefined && wanted.has(nameOf(row.key, column))),
      )
    },
    retry: (ids: readonly number[]) => run.retryAll(ids),
    stop: run.stopAll,
  }
}

const nameOf = (place: string, { id }: Pick<Column, 'id'>) => `${place}\n${id}`
const isOver = ({ state }: RunRow) => isSettled(state)
/** A request that was stopped and goes on would be paid for twice. */
const mayRetry = (row: RunRow) =>
  isRetriable(row) || (row.state.at === 'stopped' && !row.unplaced && !row.isDetached && !row.keptAs)

const ORDER: readonly RowState['at'][] = [
  ...(['placing', 'enlarging', 'editing', 'reading', 'waiting', 'gathering'] as const),
  ...(['failed', 'stopped', 'held', 'done'] as const),
]
