import { Field } from './field.tsx'

interface Props {
  label: string
  /** Undefined where the box is empty. */
  value: number | undefined
  least: number
  most: number
  onChange: (value: number | undefined) => void
  placeholder?: string
}

export function NumberField({ label, value, least, most, onChange, placeholder }: Props) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={least}
          max={most}
          value={value ?? ''}
          placeholder={placeholder}
          onInput={({ currentTarget: { value, valueAsNumber } }) => onChange(value === '' ? undefined : valueAsNumber)}
        />
      )}
    </Field>
  )
}
