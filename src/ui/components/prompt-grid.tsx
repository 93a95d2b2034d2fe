// biome-ignore-all lint/a11y/useSemanticElements: a table lays out all of its rows, and only those in view are drawn.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on the cells of a row, one of which is a stop.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { briefPlace, nameOf } from '../texts/selection.ts'
import { T } from '../texts.ts'
import { GridActions } from './grid-actions.tsx'
import { GridCellBox } from './grid-cell.tsx'
import { GridHeads } from './grid-heads.tsx'
import { type At, nextCell } from './grid-keys.ts'
import { boxAt, px, SIZES } from './grid-sizes.ts'
import { targetsAt } from './grid-targets.ts'
import css from './prompt-grid.module.css'
import { useGridView } from './use-grid-view.ts'
import { useKeptFocus } from './use-kept-focus.ts'

interface Props {
  models: Models
  onRun: () => void
}

/** Layers down, prompts across: how each stands, and below the grid what may be done to the one that has the focus. */
export function PromptGrid({ models, onRun }: Props) {
  const { cells } = models
  const [rows, columns] = [cells.rows.value, cells.columns.value]
  const scroller = useRef<HTMLDivElement>(null)
  const [wanted, setAt] = useState<At>({ row: 0, column: 0 })
  const takesFocus = useRef(false)
  const at = { row: Math.min(wanted.row, rows.length - 1), column: Math.min(wanted.column, columns.length - 1) }
  const view = useGridView(scroller, { ...SIZES, rows: rows.length, columns: columns.length, at })

  const focused = () => scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')
  useLayoutEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    view.reveal(at)
    focused()?.focus({ preventScroll: true })
  }, [at.row, at.column])
  useEffect(() => view.measure(), [rows.length, columns.length, view.width])

  const place = useRef<HTMLElement>(null)
  useKeptFocus(place, () => place.current)

  if (rows.length === 0 || columns.length === 0) {
    return (
      <section ref={place} class={css.place} aria-label={T.grid} tabIndex={-1}>
        <p class={css.nothing}>{rows.length === 0 ? T.gridOfNothing : T.gridOfNone}</p>
      </section>
    )
  }

  function move(event: KeyboardEvent) {
    if (event.target instanceof HTMLElement && !scroller.current?.contains(event.target)) return
    const next = nextCell(event, at, { rows: rows.length, columns: columns.length, page: view.page })
    if (next) {
      event.preventDefault()
      if (next.row === at.row && next.column === at.column) return
      takesFocus.current = true
      setAt(next)
    } else if (OPENS.includes(event.key)) {
      event.preventDefault()
      scroller.current?.parentElement?.querySelector<HTMLElement>('[data-actions] button')?.focus()
    }
  }
  const stopAt = (row: number, column: number) => (row === at.row && column === at.column ? 0 : -1)
  const targets = targetsAt(at, rows, columns)
  return (
    <section ref={place} class={css.place} aria-label={T.grid} tabIndex={-1}>
      <div
        ref={scroller}
        role="grid"
        class={css.scroller}
        aria-label={T.grid}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        onScroll={view.measure}
        onKeyDown={move}
      >
        <div
          role="rowgroup"
          class={css.canvas}
          style={{
            width: px(SIZES.first + columns.length * view.width),
            height: px(SIZES.head + rows.length * SIZES.height),
          }}
        >
          <GridHeads columns={columns} view={view} at={at} onFocus={(column) => setAt({ row: -1, column })} />
          {view.rows.map((index) => {
            const row = rows[index]!
            return (
              <div
                key={index}
                role="row"
                class={css.row}
                aria-rowindex={index + 2}
                style={{ top: px(SIZES.head + index * SIZES.height), height: px(SIZES.height) }}
              >
                <div
                  role="rowheader"
                  class={css.first}
                  aria-colindex={1}
                  tabIndex={stopAt(index, -1)}
                  title={nameOf(row)}
                  aria-label={nameOf(row)}
                  style={{ width: px(SIZES.first) }}
                  onFocus={() => setAt({ row: index, column: -1 })}
                >
                  <span class={css.layer}>
                    <span class={css.clip}>{row.name}</span>
                    <small class={css.clip}>{briefPlace(row, models.choice.contrast.value)}</small>
                  </span>
                </div>
                {view.columns.map((column) => (
                  <GridCellBox
                    key={columns[column]!.id}
                    cell={{ row, column: columns[column]! }}
                    models={models}
                    position={column + 2}
                    tabIndex={stopAt(index, column)}
                    style={boxAt(column, view.width)}
                    onFocus={() => setAt({ row: index, column })}
                  />
                ))}
              </div>
            )
          })}
        </div>
      </div>
      <GridActions
        // Layers may have one name.
        key={`${at.row} ${targets.name}`}
        targets={targets}
        models={models}
        onRun={onRun}
        onBack={() => focused()?.focus()}
      />
    </section>
  )
}

const OPENS: readonly string[] = ['Enter', ' ', 'ContextMenu', 'F2']
