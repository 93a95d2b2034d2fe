import type { Models } from '../state/models.ts'
import { T } from '../texts.ts'
import { SelectField } from './select-field.tsx'

/** Whose account is set up and used. */
export function ProviderField({ models: { settings, providers } }: { models: Models }) {
  return (
    <SelectField
      label={T.provider}
      value={providers.current.value.id}
      choices={providers.all.map(({ id, label }) => ({ value: id, label }))}
      onChange={settings.chooseProvider}
    />
  )
}
