import type { ComponentChildren } from 'preact'
import css from './button.module.css'

interface Props {
  children: ComponentChildren
  onPress: () => void
  /** What a screen reader says, where the words alone do not tell one button from the next; it begins with them. */
  label?: string | undefined
  tone?: 'action' | 'quiet'
  size?: 'normal' | 'small'
  disabled?: boolean
  /** Whether what the button opens is open. */
  expanded?: boolean
  /** Whether what the button switches is on. */
  pressed?: boolean
}

export function Button({
  children,
  onPress,
  label,
  tone = 'quiet',
  size = 'normal',
  disabled = false,
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
      aria-label={label}
      aria-expanded={expanded}
      aria-pressed={pressed}
      onKeyDown={(event) => {
        // A key that is held down would press what took the button's place.
        if (event.repeat && event.key === 'Enter') event.preventDefault()
      }}
      onClick={({ detail }) => {
        // The second half of a double click would press what took the button's place: Stop, right after Run.
        if (detail < 2) onPress()
      }}
    >
      {children}
    </button>
  )
}
