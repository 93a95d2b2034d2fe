import type { GridCell } from '../state/cells.ts'
import type { EditableRow } from '../state/selection.ts'
import { cellName } from '../texts/grid.ts'
import { nameOf } from '../texts/selection.ts'
import { T } from '../texts.ts'
import type { Column } from '../words/prompt-words.ts'
import type { At } from './grid-keys.ts'

/** The cells that one of the grid's boxes stands for: itself, a row, a column, or all. */
export interface Targets {
  name: string
  cells: readonly GridCell[]
  /** Where it is one cell. */
  one?: GridCell
}

export function targetsAt({ row, column }: At, rows: readonly EditableRow[], columns: readonly Column[]): Targets {
  const [layer, prompt] = [rows[row], columns[column]]
  if (layer && prompt) {
    const one = { row: layer, column: prompt }
    return { name: cellName(one), cells: [one], one }
  }
  if (layer) return { name: nameOf(layer), cells: columns.map((column) => ({ row: layer, column })) }
  if (prompt) return { name: prompt.name, cells: rows.map((row) => ({ row, column: prompt })) }
  return { name: T.allCells, cells: rows.flatMap((row) => columns.map((column) => ({ row, column }))) }
}
