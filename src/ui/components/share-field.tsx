import type { Models } from '../state/models.ts'
import { sharingText } from '../texts/run.ts'
import { T } from '../texts.ts'
import { CheckField } from './check-field.tsx'

/** Where layers show the same picture: whether they share one result, or each gets its own. */
export function ShareField({ models: { edit, form } }: { models: Pick<Models, 'edit' | 'form'> }) {
  const sharing = edit.sharing.value
  const isOwn = !form.all.value.shareSame
  if (!sharing && !isOwn) return null
  return (
    <CheckField
      label={T.ownResults}
      checked={isOwn}
      note={isOwn ? T.ownResultsNote : sharing && sharingText(sharing)}
      onChange={(own) => form.change({ shareSame: !own })}
    />
  )
}
