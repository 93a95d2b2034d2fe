import { useEffect, useRef } from 'preact/hooks'
import type { RunRow as Row } from '../state/run-row.ts'
import { T } from '../texts.ts'
import css from './run-list.module.css'
import { RunRow, type RunRowVerbs } from './run-row.tsx'

interface Props extends RunRowVerbs {
  rows: readonly Row[]
  originalOn: string | undefined
}

/** The rows of a run, apart from what is selected now. They come into view when a run starts. */
export function RunList({ rows, ...all }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const newest = rows.at(-1)?.job
  const shown = useRef(newest)
  useEffect(() => {
    if (newest !== shown.current) list.current?.scrollIntoView()
    shown.current = newest
  }, [newest])
  if (rows.length === 0) return null
  return (
    <ul ref={list} class={css.list} aria-label={T.run}>
      {rows.map((row) => (
        <RunRow key={row.id} row={row} {...all} />
      ))}
    </ul>
  )
}
