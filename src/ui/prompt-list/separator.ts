import { headOf } from './heads.ts'
import { readSheet, type Separator, type SheetRow } from './sheet.ts'

/**
 * What parts the cells of this text: tabs, where there are any; else that of comma and semicolon which gives all rows the
 * same number of cells, or under which the first row is a head. Undefined where each line is one cell.
 */
export function separatorIn(text: string): Separator | undefined {
  const sample = text.slice(0, SAMPLE)
  // What was cut off says nothing of its row.
  const rowsBy = (separator: Separator) => {
    const rows = readSheet(sample, separator).filter(isFilled)
    return sample.length < text.length && rows.length > 1 ? rows.slice(0, -1) : rows
  }
  if (rowsBy('\t').some(({ cells }) => cells.length > 1)) return '\t'
  return SEPARATORS.find((separator) => {
    const rows = rowsBy(separator)
    const [first] = rows
    if (!first || first.cells.length < 2) return false
    return (
      headOf(first.cells) !== undefined ||
      (rows.length > 1 && rows.every(({ cells }) => cells.length === first.cells.length))
    )
  })
}

/**
 * Whether a text that is pasted into a prompt is more than one cell of a sheet. Lines alone are a prompt of several lines
 * unless they come as a table, which sheets add to what they copy.
 */
export function isSheet(text: string, { isTable }: { isTable: boolean }): boolean {
  if (!/[\t\n\r,;]/.test(text.trim())) return false
  const separator = separatorIn(text)
  const rows = readSheet(text, separator ?? '\t').filter(isFilled)
  if (separator === '\t')
    return rows.length > 1 || rows.some(({ cells }) => cells.filter((cell) => cell.trim()).length > 1)
  return rows.length > 1 && (separator !== undefined || isTable)
}

/** A row of nothing but empty cells is none. */
export const isFilled = ({ cells }: Pick<SheetRow, 'cells'>) => cells.some((cell) => cell.trim() !== '')

const SEPARATORS: readonly Separator[] = [';', ',']
/** Characters that are looked at. */
const SAMPLE = 20_000
