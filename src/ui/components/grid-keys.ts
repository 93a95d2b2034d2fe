/** A box of a grid, counted from 0: −1 is the row or column of heads. */
export interface At {
  row: number
  column: number
}

interface Grid {
  rows: number
  columns: number
  /** Rows in view. */
  page: number
}

/** Where the focus goes by that key, as in any grid (ARIA); undefined where the key is another one's. */
export function nextCell(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { row, column }: At,
  { rows, columns, page }: Grid,
): At | undefined {
  if (altKey) return undefined
  const isAll = ctrlKey || metaKey
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  const next = {
    ArrowUp: { row: isAll ? -1 : row - 1, column },
    ArrowDown: { row: isAll ? lastRow : row + 1, column },
    ArrowLeft: { row, column: isAll ? -1 : column - 1 },
    ArrowRight: { row, column: isAll ? lastColumn : column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: isAll ? -1 : row, column: -1 },
    End: { row: isAll ? lastRow : row, column: lastColumn },
  }[key]
  return next && { row: within(next.row, lastRow), column: within(next.column, lastColumn) }
}

const within = (place: number, last: number) => Math.min(Math.max(place, -1), last)
