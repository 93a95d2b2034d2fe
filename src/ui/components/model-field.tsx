import { useState } from 'preact/hooks'
import { T } from '../texts.ts'
import { SelectField, TextField } from './field.tsx'

interface Props {
  model: string
  /** The ids that the provider lists; some list none. */
  models: readonly string[]
  onChange: (model: string) => void
}

/** A choice of the models that the provider lists, or a name typed by hand. */
export function ModelField({ model, models, onChange }: Props) {
  const [typing, setTyping] = useState(false)
  if (typing) return <TextField label={T.modelName} value={model} onChange={onChange} />
  const names = [...new Set([model, ...models])]
  return (
    <SelectField
      label={T.model}
      value={model}
      choices={[...names.map((name) => ({ value: name, label: name })), { value: OTHER, label: T.otherModel }]}
      onChange={(name) => {
        if (name !== OTHER) return onChange(name)
        setTyping(true)
        onChange('')
      }}
    />
  )
}

const OTHER = '…'
