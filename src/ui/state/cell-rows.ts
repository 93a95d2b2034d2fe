import { computed, effect, type ReadonlySignal } from '@preact/signals'
import type { Column } from '../words/prompt-words.ts'
import { placeOf, placesOf } from './own-prompts.ts'
import type { RunModel } from './run.ts'
import { isSettled, type RunRow } from './run-row.ts'
import type { ListedRow } from './run-rows.ts'
import type { EditableRow, SelectionModel } from './selection.ts'

export interface CellRowsServices {
  selection: SelectionModel
  chosen: ReadonlySignal<readonly EditableRow[]>
  run: Pick<RunModel, 'list' | 'arrived'>
}

/**
 * The rows of the run by their cells: found again by the layer's place in the selection, as its key changes when a result
 * takes the place of its picture. Answers a function that is followed.
 */
export function createCellRows({ selection, chosen, run }: CellRowsServices) {
  /**
   * By its key, where in the selection a row was. Kept while the panel is open, as the prompts of rows are: a job holds another
   * object than the selection where it is made from a result.
   */
  const places = new Map<string, string>()
  const now = computed(() => placesOf(selection.rows.value))
  effect(() => {
    for (const { key } of [...selection.rows.value, ...chosen.value]) places.set(key, now.value.get(key)!)
  })

  /** As it was selected, and as what it became since: a layer that was made a component has another id. */
  function placesFor({ id, key }: EditableRow): string[] {
    const place = places.get(key)
    return place === undefined ? [] : [...new Set([place, `${id}${place.slice(place.lastIndexOf(' '))}`])]
  }

  const inRun = computed(() => {
    const cells = new Map<string, ListedRow[]>()
    const put = (name: string, listed: ListedRow) => cells.set(name, [...(cells.get(name) ?? []), listed])
    void now.value
    for (const listed of [...run.list.value, ...run.arrived.value]) {
      const { job, placed, variant } = listed.row.peek()
      if (!job.column) continue
      const found = placesFor(job.row)
      // A result that was laid over its layer is selected in its stead.
      if (found.length > 0 && placed && !placed.beside && !variant) found.push(placeOf(placed.id, 0))
      for (const place of new Set(found)) put(cellAt(place, job.column), listed)
    }
    return cells
  })

  return ({ row, column }: { row: EditableRow; column: Column }): readonly RunRow[] => {
    const listed = inRun.value.get(cellAt(now.value.get(row.key) ?? '', column)) ?? []
    const rows = listed.map((one) => one.row.value)
    // What was asked for in other words before is over, and no more than a result among those of the layer; what is paid for and
    // on no layer is not.
    const last = lastOf(rows)?.job.prompt
    return rows.filter(({ job, state, unplaced }) => job.prompt === last || !isSettled(state) || unplaced?.picture)
  }
}

/** The newest: one that is tried again stays in its place. */
export const lastOf = (rows: readonly RunRow[]) =>
  rows.reduce<RunRow | undefined>((last, row) => (last && last.id > row.id ? last : row), undefined)

export const cellAt = (place: string, { id }: Pick<Column, 'id'>) => `${place}\n${id}`
