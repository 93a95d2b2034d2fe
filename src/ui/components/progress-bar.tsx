import css from './progress-bar.module.css'

interface Props {
  label: string
  done: number
  total: number
  /** How far it is, in words. */
  words: string
}

/** How far something is. */
export function ProgressBar({ label, done, total, words }: Props) {
  return (
    <div
      role="progressbar"
      class={css.bar}
      style={{ '--share': `${total > 0 ? (100 * done) / total : 0}%` }}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={words}
    />
  )
}
