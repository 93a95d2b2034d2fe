import type { RunRow as Row } from '../state/run-row.ts'
import { T } from '../texts.ts'
import css from './run-list.module.css'
import { RunRow, type RunRowVerbs } from './run-row.tsx'

/** The rows of a run, apart from what is selected now. */
export function RunList({ rows, ...verbs }: { rows: readonly Row[] } & RunRowVerbs) {
  if (rows.length === 0) return null
  return (
    <ul class={css.list} aria-label={T.run}>
      {rows.map((row) => (
        <RunRow key={row.id} row={row} {...verbs} />
      ))}
    </ul>
  )
}
