import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { RunRow as Row } from '../state/run-row.ts'
import { T } from '../texts.ts'
import type { PlacedLook } from './placed-actions.tsx'
import css from './run-list.module.css'
import { RunRow, type RunRowVerbs } from './run-row.tsx'

interface Props extends RunRowVerbs, PlacedLook {
  rows: readonly Row[]
  /** Below the rows: what may be done to the run as a whole. */
  children?: ComponentChildren
}

/** The rows of a run, apart from what is selected now. They come into view when a run starts. */
export function RunList({ rows, children, ...all }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const newest = rows.at(-1)?.job
  const shown = useRef(newest)
  useEffect(() => {
    if (newest !== shown.current) list.current?.scrollIntoView()
    shown.current = newest
  }, [newest])
  if (rows.length === 0) return null
  return (
    <>
      <ul ref={list} class={css.list} aria-label={T.run}>
        {rows.map((row) => (
          <RunRow key={row.id} row={row} {...all} />
        ))}
      </ul>
      {children}
    </>
  )
}
