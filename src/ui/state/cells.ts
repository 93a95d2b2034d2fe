import { computed, untracked } from '@preact/signals'
import type { Job } from '../jobs/plan.ts'
import type { Money } from '../providers/provider.ts'
import type { Column } from '../words/prompt-words.ts'
import { cellAt, createCellRows, lastOf } from './cell-rows.ts'
import type { ChoiceModel } from './choice.ts'
import type { EditModel } from './edit.ts'
import type { PromptListModel } from './prompt-list.ts'
import type { RunModel } from './run.ts'
import { isSettled, type RowState, type RunRow } from './run-row.ts'
import type { EditableRow, SelectionModel } from './selection.ts'
import { isRetriable } from './unsure.ts'
import type { WordsModel } from './words.ts'

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
  /** Whether it would send other words now than it was run with. */
  isOld: boolean
}

/** What may be done to some cells at once. */
export interface CellActions {
  /** Those that were not run with their words, and that nothing is done for; or, where there are none, those that were. */
  run: { cells: readonly GridCell[]; isAgain: boolean; cost: readonly Money[] | undefined } | undefined
  /** Rows of the run that failed or were stopped, and would send the same words again. */
  retry: { ids: readonly number[]; cost: readonly Money[] | undefined } | undefined
  stop: readonly number[]
}

export interface CellsServices {
  selection: SelectionModel
  /** The rows as they are sent. */
  choice: Pick<ChoiceModel, 'chosen'>
  words: Pick<WordsModel, 'of'>
  list: Pick<PromptListModel, 'columns'>
  edit: Pick<EditModel, 'planned' | 'startCells' | 'costOf'>
  run: RunModel
}

export type CellsModel = ReturnType<typeof createCells>

/** The grid of a prompt list: how each prompt stands on each layer, and what may be done to some of them by themselves. */
export function createCells({ selection, choice, words, list, edit, run }: CellsServices) {
  const rowsOf = createCellRows({ selection, chosen: choice.chosen, run })

  const planned = computed(() => {
    const cells = new Map<string, Job[]>()
    for (const job of edit.planned.value) {
      if (!job.column) continue
      const name = cellAt(job.row.key, job.column)
      cells.set(name, [...(cells.get(name) ?? []), job])
    }
    return cells
  })
  const jobsOf = ({ row, column }: GridCell) => planned.value.get(cellAt(row.key, column)) ?? []

  /** What goes on says more than what has ended; and of that, what has to be done something about. */
  function stateOf(cell: GridCell): CellState {
    const rows = rowsOf(cell)
    const found = ORDER.find((at) => rows.some(({ state }) => state.at === at))
    return { at: found ?? 'new', rows, isOld: isOld(cell, rows) }
  }
  /** Not while they are being read, so that nothing flickers. */
  function isOld(cell: GridCell, rows: readonly RunRow[]): boolean {
    const sent = lastOf(rows)?.job.prompt
    const now = sent === undefined ? undefined : words.of(cell)
    return now?.at === 'wrong' || (now?.at === 'known' && now.text !== sent)
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
      // The same words once more are what trying again is; or they are paid for, and the picture is here or still to come.
      const isOther = ({ rows, jobs: [next] }: (typeof states)[number]) =>
        !rows.some(({ job: { prompt, model } }) => prompt === next?.prompt && model === next.model)
      const isFresh = (state: (typeof states)[number]) => {
        const { at, rows, isOld } = state
        if (at === 'new' || (isOld && rows.every(isOver))) return true
        return cells.length === 1 && (at === 'failed' || at === 'stopped') && isOther(state)
      }
      const able = states.filter(({ jobs }) => jobs.length > 0)
      const fresh = able.filter(isFresh)
      const isAgain = fresh.length === 0
      const runs =
        isAgain && states.every(({ rows }) => rows.every(isOver)) ? able.filter(({ at }) => at === 'done') : fresh
      const rows = states.flatMap(({ rows }) => rows)
      const retried = states.flatMap(({ rows, isOld }) => (isOld ? [] : rows.filter(mayRetry)))
      return {
        run:
          runs.length > 0
            ? {
                cells: runs.map(({ cell }) => cell),
                isAgain: isAgain || runs.every(({ at, isOld }) => at !== 'new' && !isOld),
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
      const wanted = new Set(cells.map(({ row, column }) => cellAt(row.key, column)))
      return untracked(() =>
        edit.startCells(({ row, column }) => column !== undefined && wanted.has(cellAt(row.key, column))),
      )
    },
    retry: (ids: readonly number[]) => run.retryAll(ids),
    stop: run.stopAll,
  }
}

const isOver = ({ state }: RunRow) => isSettled(state)
/** A request that was stopped and goes on would be paid for twice. */
const mayRetry = (row: RunRow) =>
  isRetriable(row) || (row.state.at === 'stopped' && !row.unplaced && !row.isDetached && !row.keptAs)

const ORDER: readonly RowState['at'][] = [
  ...(['placing', 'enlarging', 'editing', 'reading', 'waiting', 'gathering'] as const),
  ...(['failed', 'stopped', 'held', 'done'] as const),
]
