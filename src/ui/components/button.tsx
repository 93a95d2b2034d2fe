import type { ComponentChildren } from 'preact'
import css from './button.module.css'

interface Props {
  children: ComponentChildren
  onPress: () => void
  tone?: 'action' | 'quiet'
  size?: 'normal' | 'small'
  disabled?: boolean
  /** Whether what the button opens is open. */
  expanded?: boolean
}

export function Button({ children, onPress, tone = 'quiet', size = 'normal', disabled = false, expanded }: Props) {
  return (
    <button
      type="button"
      class={css.button}
      data-tone={tone}
      data-size={size}
      disabled={disabled}
      aria-expanded={expanded}
      onClick={({ detail }) => {
        // The second half of a double click would press what took the button's place: Stop, right after Run.
        if (detail < 2) onPress()
      }}
    >
      {children}
    </button>
  )
}
