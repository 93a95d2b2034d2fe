import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { ListedRow } from '../state/run-rows.ts'
import css from './run-list.module.css'
import { RunRow, type RunRowLook } from './run-row.tsx'
import { useNear } from './use-near.ts'

interface Props {
  label: string
  rows: readonly ListedRow[]
  isQuiet: boolean
  look: RunRowLook
}

/** A list of rows, however long: a block of rows out of view is one empty item of the same height. */
export function RunRows({ label, rows, isQuiet, look }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const starts = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, block) => block * BLOCK)
  return (
    <ul ref={list} class={css.list} aria-label={label}>
      {starts.map((start) => (
        <Block key={start} list={list} rows={rows} start={start} isQuiet={isQuiet} look={look} />
      ))}
    </ul>
  )
}

interface BlockProps extends Omit<Props, 'label'> {
  list: RefObject<HTMLUListElement | null>
  start: number
}

function Block({ list, rows, start, isQuiet, look }: BlockProps) {
  const shown = rows.slice(start, start + BLOCK)
  const gap = useRef<HTMLLIElement>(null)
  /** px of one row on average, when they were last seen. */
  const height = useRef(USUAL_HEIGHT)
  const items = () =>
    shown.flatMap((_, index) => list.current?.querySelector(`[aria-posinset="${start + index + 1}"]`) ?? [])
  const isNear = useNear(() => (gap.current ? [gap.current] : items()), {
    isNearAtFirst: start < AT_FIRST,
    follows: rows,
    onLeave(leaving) {
      const [first, last] = [leaving[0]!, leaving.at(-1)!]
      height.current = (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / leaving.length
    },
  })
  if (!isNear) {
    return <li ref={gap} aria-hidden="true" style={{ height: `${height.current * shown.length}px` }} />
  }
  return (
    <>
      {shown.map((listed, index) => (
        <RunRow
          key={listed.id}
          listed={listed}
          position={start + index + 1}
          of={rows.length}
          isQuiet={isQuiet}
          look={look}
        />
      ))}
    </>
  )
}

/** Rows that come and go together. */
const BLOCK = 20
/** Rows that are there before the browser has told what is in view. */
const AT_FIRST = 20
/** px of a row that waits, with the space below it. */
const USUAL_HEIGHT = 110
