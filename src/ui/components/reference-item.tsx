import type { Reference } from '../state/references.ts'
import { putIntoPrompt, referenceName, T } from '../texts.ts'
import { IconButton } from './icon-button.tsx'
import css from './references.module.css'

/** What one of its buttons does. */
type Action = 'up' | 'down' | 'remove'

interface Props {
  reference: Reference
  /** Counted from 0; whether the model takes as many. */
  place: { at: number; of: number; isSent: boolean }
  onName: (name: string) => void
  /** To another place, if there is one; the button goes along. */
  onMove: (to: number, button: EventTarget | null) => void
  /** Another one, by its id, was dropped here. */
  onTake: (id: number) => void
  onRemove: () => void
}

/** One reference: its picture, what the prompt calls it, and where it stands. Alt and an arrow key move it, too. */
export function ReferenceItem({ reference: { id, name, url }, place, onName, onMove, onTake, onRemove }: Props) {
  const { at, of, isSent } = place
  // The main picture is the first.
  const number = at + 2
  return (
    <li
      class={css.item}
      data-sent={isSent}
      draggable
      onDragStart={({ dataTransfer }) => dataTransfer?.setData(DRAGGED, String(id))}
      onDragOver={(event) => event.dataTransfer?.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={(event) => {
        const dragged = event.dataTransfer?.getData(DRAGGED)
        if (!dragged) return
        event.preventDefault()
        onTake(Number(dragged))
      }}
      onKeyDown={(event) => {
        const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key]
        if (!step) return
        event.preventDefault()
        onMove(at + step, event.target)
      }}
    >
      <img class={css.thumb} src={url} alt="" draggable={false} />
      <span class={css.words}>
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
        <span class={css.file} title={name}>
          {name}
        </span>
      </span>
      <Act action="up" name={name} disabled={at === 0} onPress={(button) => onMove(at - 1, button)} />
      <Act action="down" name={name} disabled={at === of - 1} onPress={(button) => onMove(at + 1, button)} />
      <Act action="remove" name={name} onPress={onRemove} />
    </li>
  )
}

interface ActProps {
  action: Action
  /** Of the reference. */
  name: string
  disabled?: boolean
  onPress: (button: EventTarget) => void
}

function Act({ action, ...button }: ActProps) {
  const { label, path, key } = ICONS[action]
  return <IconButton action={action} label={label} path={path} keys={key} {...button} />
}

/** What is dragged within the list, and nothing else. */
const DRAGGED = 'application/x-refill-reference'
/** `path`: in 14 px. */
const ICONS: Record<Action, { label: string; path: string; key?: string }> = {
  up: { label: T.moveUp, path: 'M7 11.5v-9m-4 4 4-4 4 4', key: 'Alt+ArrowUp' },
  down: { label: T.moveDown, path: 'M7 2.5v9m-4-4 4 4 4-4', key: 'Alt+ArrowDown' },
  remove: { label: T.remove, path: 'M3 7h8' },
}
