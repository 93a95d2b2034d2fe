import type { Models } from '../state/models.ts'
import { sharingText } from '../texts/run.ts'
import { T } from '../texts.ts'
import css from './field.module.css'

/**
 * Where layers show the same picture: whether they share one result, or each gets its own. What comes of that the foot
 * says, too: there is no room for it where the field takes none.
 */
export function ShareField({ models: { edit, form } }: { models: Pick<Models, 'edit' | 'form'> }) {
  const sharing = edit.sharing.value
  const isOwn = !form.all.value.shareSame
  if (!sharing && !isOwn) return null
  const note = isOwn ? T.ownResultsNote : sharing && sharingText(sharing)
  return (
    <label class={css.check} title={note}>
      <input
        type="checkbox"
        aria-description={note}
        checked={isOwn}
        onChange={({ currentTarget }) => form.change({ shareSame: !currentTarget.checked })}
      />
      {T.ownResults}
    </label>
  )
}
