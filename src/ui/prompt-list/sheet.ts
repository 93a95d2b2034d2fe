/** What parts the cells of a row. */
export type Separator = '\t' | ',' | ';'

export interface SheetRow {
  /** Counted from 1, as a sheet counts its rows. */
  number: number
  cells: readonly string[]
  /** A quote begins a cell of this row, and never ends. */
  isUnclosed: boolean
}

/**
 * The rows of a sheet as it is copied or saved (RFC 4180): a cell in quotes may hold separators, line breaks and, doubled,
 * quotes. Line breaks in cells are `\n`. Never throws: a quote that ends nowhere, or is followed by more than a separator,
 * was meant as itself, so that it costs its own row alone.
 */
export function readSheet(text: string, separator: Separator): SheetRow[] {
  const rows: SheetRow[] = []
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const ends = separator === '\t' ? /[\t\n]/g : separator === ',' ? /[,\n]/g : /[;\n]/g
  let cells: string[] = []
  let isUnclosed = false
  let at = 0

  while (at < source.length || cells.length > 0) {
    const quoted = source[at] === '"' ? quotedAt(source, at, separator) : undefined
    if (quoted === 'unclosed') isUnclosed = true
    let end: number
    if (quoted && quoted !== 'unclosed') {
      cells.push(quoted.text)
      end = quoted.end
    } else {
      ends.lastIndex = at
      end = ends.exec(source)?.index ?? source.length
      cells.push(source.slice(at, end))
    }
    at = end + 1
    if (source[end] === separator) continue
    rows.push({ number: rows.length + 1, cells, isUnclosed })
    cells = []
    isUnclosed = false
  }
  return rows
}

/** The cell whose quote begins there, and where it ends; undefined where the quote is a part of its words. */
function quotedAt(source: string, start: number, separator: Separator) {
  let from = start + 1
  for (;;) {
    const quote = source.indexOf('"', from)
    if (quote < 0) return 'unclosed'
    if (source[quote + 1] === '"') {
      from = quote + 2
      continue
    }
    const next = source[quote + 1]
    if (next === undefined || next === separator || next === '\n') {
      return { text: source.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 }
    }
    // It went on into another row before it met a quote: that one belongs to another cell.
    return source.slice(start, quote).includes('\n') ? 'unclosed' : undefined
  }
}
