// biome-ignore-all lint/a11y/useSemanticElements: a part of a grid that is no table.

import { useEffect } from 'preact/hooks'
import type { CellState, GridCell } from '../state/cells.ts'
import type { Models } from '../state/models.ts'
import { cellLabel, cellStateText } from '../texts/grid.ts'
import css from './prompt-grid.module.css'

interface Props {
  cell: GridCell
  models: Pick<Models, 'cells' | 'thumbnails' | 'words'>
  /** Which column of the grid it is in, counted from 1. */
  position: number
  tabIndex: number
  style: { left: string; width: string }
  onFocus: () => void
}

/** How one prompt stands on one layer: a word, or a small picture of what came. */
export function GridCellBox({ cell, models: { cells, thumbnails, words }, position, tabIndex, style, onFocus }: Props) {
  const state = cells.stateOf(cell)
  const hasWords = cells.hasWords(cell)
  const fault = words.of(cell)
  const seen = state.at === 'done' ? resultOf(state) : undefined
  useEffect(() => (seen ? thumbnails.watch(seen) : undefined), [seen?.source.hash, seen?.id])
  const url = seen && thumbnails.urlOf(seen)
  const label = cellLabel(cell, state, { hasWords, words: fault })
  return (
    <div
      role="gridcell"
      class={css.cell}
      data-at={fault?.at === 'wrong' && state.at === 'new' ? 'wrong' : state.at}
      data-old={state.isOld}
      aria-colindex={position}
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      style={style}
      onFocus={onFocus}
    >
      {url ? (
        <img src={url} alt="" />
      ) : (
        <span class={css.clip}>{cellStateText(state, { hasWords, words: fault })}</span>
      )}
    </div>
  )
}

/** Its last result that lies on a layer. */
export function resultOf({ rows }: CellState) {
  const placed = rows.flatMap(({ placed }) => placed ?? []).at(-1)
  return placed && { id: placed.id, source: { kind: 'image', hash: placed.hash } as const }
}
