import { useState } from 'preact/hooks'
import { T } from '../texts.ts'
import css from './options.module.css'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  model: string
  /** The ids that the provider lists, its usual one first. */
  models: readonly string[]
  /** Whether the provider is known to lack the model. */
  isUnknown: boolean
  onChange: (model: string) => void
  /** A name was typed to its end. */
  onNamed: (model: string) => void
}

/** A choice of the models that the provider lists, and a box for the name of another. */
export function ModelField({ model, models, isUnknown, onChange, onNamed }: Props) {
  const [typing, setTyping] = useState(false)
  const isOther = typing || !models.includes(model)
  return (
    <div class={css.stack}>
      <SelectField
        label={T.model}
        value={isOther ? OTHER : model}
        choices={[...models.map((name) => ({ value: name, label: name })), { value: OTHER, label: T.otherModel }]}
        onChange={(name) => {
          setTyping(name === OTHER)
          onChange(name === OTHER ? '' : name)
        }}
      />
      {isOther && (
        <TextField
          label={T.modelName}
          value={model}
          note={isUnknown && T.modelUnknown}
          wrong={isUnknown}
          onChange={(name) => onChange(name.trim())}
          onLeave={() => onNamed(model)}
        />
      )}
    </div>
  )
}

const OTHER = '…'
