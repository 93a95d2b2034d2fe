import { named } from '../texts/phrases.ts'
import css from './button.module.css'

interface Props {
  children: string
  onPress: () => void
  /** What it is about, for who does not see in which row it stands. */
  name?: string | undefined
  /** What a screen reader says, where that is neither the words nor the words with a name; it begins with them. */
  label?: string | undefined
  tone?: 'action' | 'quiet'
  size?: 'normal' | 'small'
  disabled?: boolean
  /** For what it began: it does nothing more until then, and keeps the focus. */
  isWaiting?: boolean
  /** The keys that press it from elsewhere, too (`KEYS`). */
  keys?: string | undefined
  /** Whether what the button opens is open. */
  expanded?: boolean
  /** Whether what the button switches is on. */
  pressed?: boolean
}

export function Button({
  children,
  onPress,
  name,
  label = name && named(children, name),
  tone = 'quiet',
  size = 'normal',
  disabled = false,
  isWaiting = false,
  keys,
  expanded,
  pressed,
}: Props) {
  return (
    <button
      type="button"
      class={css.button}
      data-tone={tone}
      data-size={size}
      disabled={disabled}
      aria-disabled={isWaiting || undefined}
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-expanded={expanded}
      aria-pressed={pressed}
      onKeyDown={(event) => {
        // A key that is held down would press what took the button's place.
        if (event.repeat && event.key === 'Enter') event.preventDefault()
      }}
      onClick={({ detail }) => {
        // The second half of a double click would press what took the button's place: Stop, right after Run.
        if (detail < 2 && !isWaiting) onPress()
      }}
    >
      {children}
    </button>
  )
}
