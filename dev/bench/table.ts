/** One line of the table. */
export interface Row {
  what: string
  measured: string
  /** What was to be reached, or what else there is to know. */
  limit: string
  /** Whether it was; undefined where nothing was to be reached. */
  met?: boolean
}

/** The rows as text, in columns as wide as they need to be. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, limit, met }) => [what, measured, limit, VERDICTS.get(met) ?? ''])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((row) => row[column]!.length)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const VERDICTS = new Map<boolean | undefined, string>([
  [true, 'met'],
  [false, 'MISSED'],
])
