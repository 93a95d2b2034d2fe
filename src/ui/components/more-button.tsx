import { named } from '../texts/phrases.ts'
import css from './more-button.module.css'

interface Props {
  words: string
  /** What of, for who does not see it. */
  name: string
  title?: string
  isOpen: boolean
  onPress: () => void
}

/** Quiet words at the right end of a line, that open more below it: they take no line of their own. */
export function MoreButton({ words, name, title, isOpen, onPress }: Props) {
  return (
    <button
      type="button"
      class={css.more}
      aria-label={named(words, name)}
      title={title}
      aria-expanded={isOpen}
      onClick={onPress}
    >
      {words}
    </button>
  )
}
