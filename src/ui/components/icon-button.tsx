import { named } from '../texts/phrases.ts'
import css from './icon-button.module.css'

interface Props {
  /** What it does, and to what. */
  label: string
  name: string
  /** Of 14 × 14 px, drawn as a line. */
  path: string
  /** Which of several it is, for whoever looks for it. */
  action?: string
  /** A key that does the same. */
  keys?: string | undefined
  disabled?: boolean
  onPress: (button: EventTarget) => void
}

/** A button that shows a sign; its words are for those who hear it, and who wait over it. */
export function IconButton({ label, name, path, action, keys, disabled = false, onPress }: Props) {
  return (
    <button
      type="button"
      class={css.icon}
      data-action={action}
      aria-label={named(label, name)}
      aria-keyshortcuts={keys}
      title={label}
      disabled={disabled}
      // Safari gives what is clicked no focus.
      onClick={({ currentTarget }) => onPress(currentTarget)}
    >
      <svg width="14" height="14" fill="none" stroke="currentColor" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}
