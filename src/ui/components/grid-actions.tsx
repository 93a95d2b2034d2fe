import { useEffect, useRef, useState } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { cellDetail, retryCellsText, runCellsText, stopCellsText } from '../texts/grid.ts'
import { nameOf } from '../texts/selection.ts'
import { ownPromptOf, wordsFaultText } from '../texts/words.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { isFocusIn, useClosable } from './closable.ts'
import { Field } from './field.tsx'
import { resultOf } from './grid-cell.tsx'
import type { Targets } from './grid-targets.ts'
import { runsOn } from './prompt-box.tsx'
import css from './prompt-grid.module.css'
import { useKeptFocus } from './use-kept-focus.ts'

interface Props {
  targets: Targets
  models: Pick<Models, 'cells' | 'words' | 'gallery'>
  onRun: () => void
  /** Back to the box of the grid that this is about. */
  onBack: () => void
}

/** What may be done to a cell, a row or a column of the grid, with what it costs. Escape goes back to the grid. */
export function GridActions({
  targets: { name, cells: targets, one },
  models: { cells, words, gallery },
  onRun,
  onBack,
}: Props) {
  const [isWriting, setWriting] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useKeptFocus(place, () => place.current)
  const stopWriting = () => {
    const hadFocus = isFocusIn(place.current)
    setWriting(false)
    if (hadFocus) onBack()
  }
  useClosable(place, stopWriting, isWriting)
  const { run, retry, stop } = cells.actionsOn(targets)
  const state = one && cells.stateOf(one)
  const result = state && resultOf(state)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend on a line of its own.
    <div
      ref={place}
      role="group"
      class={css.actions}
      data-actions
      aria-label={name}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isWriting) return
        event.preventDefault()
        onBack()
      }}
    >
      <p class={css.about} role="status">
        <b>{name}</b>
        {state && cellDetail(state, words.of(one))}
      </p>
      <div class={css.buttons}>
        {one && result && (
          <Button
            size="small"
            name={name}
            onPress={() =>
              gallery.open({ id: result.id, name: one.row.name }, { on: result.id, hash: result.source.hash })
            }
          >
            {T.lookCloser}
          </Button>
        )}
        {run && (
          <Button size="small" name={name} onPress={() => void cells.start(run.cells)}>
            {runCellsText(run)}
          </Button>
        )}
        {retry && (
          <Button size="small" name={name} onPress={() => void cells.retry(retry.ids)}>
            {retryCellsText(retry)}
          </Button>
        )}
        {stop.length > 0 && (
          <Button size="small" name={name} onPress={() => cells.stop(stop)}>
            {stopCellsText(stop.length)}
          </Button>
        )}
        {one && (
          <Button size="small" label={ownPromptOf(name)} expanded={isWriting} onPress={() => setWriting(!isWriting)}>
            {T.ownPrompt}
          </Button>
        )}
      </div>
      {one && isWriting && <OwnPrompt one={one} words={words} onRun={onRun} />}
    </div>
  )
}

/** The words of one cell in place of its column's. */
function OwnPrompt({
  one,
  words,
  onRun,
}: { one: NonNullable<Targets['one']> } & Pick<Props, 'onRun'> & Pick<Models, 'words'>) {
  const found = words.of(one)
  const fault = found?.at === 'wrong' ? wordsFaultText(found.fault) : undefined
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <Field
      label={ownPromptOf(`${nameOf(one.row)}, ${one.column.name}`)}
      note={fault}
      wrong={fault !== undefined}
      announced={false}
    >
      {(control) => (
        <textarea
          {...control}
          ref={box}
          rows={2}
          value={words.own.of(one.row, one.column.id)}
          placeholder={T.ownCellHint}
          onInput={({ currentTarget }) => words.own.set(one.row, currentTarget.value, one.column.id)}
          onKeyDown={runsOn(onRun)}
        />
      )}
    </Field>
  )
}
