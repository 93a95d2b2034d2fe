import { useState } from 'preact/hooks'
import type { ReferencePlace } from '../state/reference-places.ts'
import { forPlace, putIntoPrompt, referenceName } from '../texts/references.ts'
import { T } from '../texts.ts'
import { IconButton } from './icon-button.tsx'
import css from './references.module.css'
import { RoleField } from './role-field.tsx'

interface Props {
  place: ReferencePlace
  /** Counted from 0. */
  at: number
  /** How many places there are. */
  of: number
  /** Whether the model takes as many. */
  isSent: boolean
  onName: (name: string) => void
  onRole: (role: string) => void
  /** To another place, if there is one; the button goes along. */
  onMove: (to: number, button: EventTarget | null) => void
  /** Another one, by its id, was dropped here. */
  onTake: (id: number) => void
  onUseSelected: () => void
  onChooseFile: () => void
  onRemove: () => void
}

/**
 * One reference: its picture, or the ways to one; what the prompt calls it, and what it is for. Alt and an arrow key move
 * it, too.
 */
export function ReferenceItem({ place: { id, role, reference }, at, of, isSent, onName, onMove, ...on }: Props) {
  const [isOver, setIsOver] = useState(false)
  // The main picture is the first.
  const number = at + 2
  const [name, isEmpty] = [reference?.name ?? referenceName(number), !reference]
  return (
    <li
      class={css.item}
      aria-posinset={at + 1}
      aria-setsize={of}
      data-sent={isSent}
      data-place={isEmpty && isSent ? id : undefined}
      data-over={isOver}
      draggable={!isEmpty}
      onPointerDown={({ currentTarget, target }) => {
        // Or text in the field could not be selected.
        currentTarget.draggable = !isEmpty && !(target instanceof HTMLInputElement)
      }}
      onDragStart={({ dataTransfer }) => dataTransfer?.setData(DRAGGED, String(id))}
      onDragOver={(event) => {
        const types = event.dataTransfer?.types
        if (types?.includes(DRAGGED)) event.preventDefault()
        else setIsOver(isEmpty && isSent && (types?.includes('Files') ?? false))
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        const dragged = event.dataTransfer?.getData(DRAGGED)
        if (!dragged) return
        event.preventDefault()
        on.onTake(Number(dragged))
      }}
      onKeyDown={(event) => {
        const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key]
        // In a field that key opens the list of suggestions.
        if (!step || event.target instanceof HTMLInputElement) return
        event.preventDefault()
        onMove(at + step, event.target)
      }}
    >
      {reference ? (
        <img class={css.thumb} src={reference.url} alt="" draggable={false} />
      ) : (
        <span class={css.empty} aria-hidden="true" />
      )}
      <span class={css.words}>
        <span class={css.called}>
          {isSent ? (
            <button
              type="button"
              class={css.name}
              aria-label={putIntoPrompt(number)}
              onClick={() => onName(referenceName(number))}
            >
              {referenceName(number)}
            </button>
          ) : (
            <span class={css.quiet}>{T.notSent}</span>
          )}
          <RoleField of={isSent || isEmpty ? referenceName(number) : name} role={role} onRole={on.onRole} />
        </span>
        <span class={css.file} title={reference?.name}>
          {reference?.name ?? (isSent && T.addPicture)}
        </span>
      </span>
      {isEmpty && isSent && (
        <>
          <IconButton {...SELECTED} name={forPlace(number)} onPress={on.onUseSelected} />
          <IconButton {...FILE} name={forPlace(number)} onPress={on.onChooseFile} />
        </>
      )}
      {!isEmpty && (
        <>
          <IconButton {...UP} name={name} disabled={at === 0} onPress={(button) => onMove(at - 1, button)} />
          <IconButton {...DOWN} name={name} disabled={at === of - 1} onPress={(button) => onMove(at + 1, button)} />
        </>
      )}
      <IconButton {...REMOVE} name={name} onPress={on.onRemove} />
    </li>
  )
}

/** What is dragged within the list, and nothing else. */
const DRAGGED = 'application/x-refill-reference'
// `path`: in 14 px.
const UP = { action: 'up', label: T.moveUp, path: 'M7 11.5v-9m-4 4 4-4 4 4', keys: 'Alt+ArrowUp' }
const DOWN = { action: 'down', label: T.moveDown, path: 'M7 2.5v9m-4-4 4 4 4-4', keys: 'Alt+ArrowDown' }
const REMOVE = { action: 'remove', label: T.remove, path: 'M3 7h8' }
const SELECTED = {
  action: 'selected',
  label: T.useSelected,
  path: 'm5.5 5.5 6 2.2-2.6 1.2-1.2 2.6zM2.5 5v-2.5h2.5m4 0h2.5v2.5m-9 4v2.5h2.5',
}
const FILE = { action: 'file', label: T.chooseFile, path: 'M1.5 11.5v-8.5h4l1.5 2h5.5v6.5z' }
