import type { ComponentChildren } from 'preact'
import type { AppError } from '../../shared/errors.ts'
import { remedyOf } from '../state/remedy.ts'
import css from './fault-note.module.css'

interface Props {
  error: AppError
  /** What to do about it, where it is not what the fault advises. */
  advice?: string | undefined
  /** Not read out when it appears: among many, that is for the run as a whole to say. */
  isQuiet?: boolean
  /** What to press about it. */
  children?: ComponentChildren
}

/** What went wrong, in a title and a sentence, what to do about it, and the button for that. */
export function FaultNote({ error, advice, isQuiet = false, children }: Props) {
  const remedy = remedyOf(error)
  return (
    <div class={css.note} role={isQuiet ? undefined : 'alert'}>
      <p class={css.title}>{remedy.title}</p>
      <p>
        {error.message} {advice ?? remedy.advice}
      </p>
      {children && <div class={css.actions}>{children}</div>}
    </div>
  )
}
