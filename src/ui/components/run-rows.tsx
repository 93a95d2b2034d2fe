import type { ListedRow } from '../state/run-rows.ts'
import { LongList } from './long-list.tsx'
import css from './run-list.module.css'
import { RunRow, type RunRowLook } from './run-row.tsx'

interface Props {
  label: string
  rows: readonly ListedRow[]
  isQuiet: boolean
  look: RunRowLook
}

/** The rows of a run, however many. */
export function RunRows({ label, rows, isQuiet, look }: Props) {
  return (
    <LongList label={label} class={css.list} items={rows} usualHeight={USUAL_HEIGHT}>
      {(listed, position) => (
        <RunRow key={listed.id} listed={listed} position={position} of={rows.length} isQuiet={isQuiet} look={look} />
      )}
    </LongList>
  )
}

/** px of a row with the place of its picture, and the space below it. */
const USUAL_HEIGHT = 290
