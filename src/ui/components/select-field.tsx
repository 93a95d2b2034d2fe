import type { ComponentChildren } from 'preact'
import { Field } from './field.tsx'

interface Props {
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  note?: ComponentChildren
  inline?: boolean
  disabled?: boolean
  onChange: (value: string) => void
}

export function SelectField({ label, value, choices, note, inline = false, disabled = false, onChange }: Props) {
  return (
    <Field label={label} note={note} inline={inline}>
      {(control) => (
        <select
          {...control}
          value={value}
          disabled={disabled}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
