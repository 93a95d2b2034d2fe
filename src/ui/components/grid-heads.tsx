// biome-ignore-all lint/a11y/useSemanticElements: a table lays out all of its columns, and only those in view are drawn.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on the heads, one of which is a stop.

import { T } from '../texts.ts'
import type { Column } from '../words/prompt-words.ts'
import type { At } from './grid-keys.ts'
import { boxAt, px, SIZES } from './grid-sizes.ts'
import css from './prompt-grid.module.css'

interface Props {
  columns: readonly Column[]
  /** Which of them are in view, and how wide each is in px. */
  view: { columns: readonly number[]; width: number }
  /** The box of the grid that is a stop. */
  at: At
  /** −1: all cells. */
  onFocus: (column: number) => void
}

/** The first row of the grid: all cells, and the name of each prompt. */
export function GridHeads({ columns, view, at, onFocus }: Props) {
  const head = (column: number) => ({
    role: 'columnheader' as const,
    'aria-colindex': column + 2,
    tabIndex: at.row === -1 && at.column === column ? 0 : -1,
    onFocus: () => onFocus(column),
  })
  return (
    <div role="row" class={css.heads} aria-rowindex={1} style={{ height: px(SIZES.head) }}>
      <div {...head(-1)} class={css.corner} style={{ width: px(SIZES.first) }}>
        {T.allCells}
      </div>
      {view.columns.map((column) => {
        const { id, name } = columns[column]!
        return (
          <div key={id} {...head(column)} class={css.head} title={name} style={boxAt(column, view.width)}>
            {name}
          </div>
        )
      })}
    </div>
  )
}
