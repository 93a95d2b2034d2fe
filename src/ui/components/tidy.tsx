import type { Models } from '../state/models.ts'
import { T, tidiedText } from '../texts.ts'
import { ConfirmButton } from './confirm-button.tsx'
import css from './screen.module.css'

/** Offers to leave only what shows on the layers of a run, once that has ended. */
export function Tidy({ models: { run, tidy } }: { models: Models }) {
  if (run.busy.value || tidy.layers.value.length === 0) return null
  return (
    <div class={css.tidy}>
      <ConfirmButton label={T.tidy} question={T.tidyAsks} answer={T.remove} onConfirm={() => void tidy.start()} />
      <span role="status">{tidy.removed.value !== undefined && tidiedText(tidy.removed.value)}</span>
    </div>
  )
}
