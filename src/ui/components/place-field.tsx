import type { Form } from '../state/form.ts'
import { T } from '../texts.ts'
import { SelectField } from './select-field.tsx'

interface Props {
  place: Form['place']
  onChange: (place: Form['place']) => void
}

/** Where a result goes: on the layer that it was made from, on a copy beside it, or into a new variant of its component. */
export function PlaceField({ place, onChange }: Props) {
  return (
    <SelectField
      label={T.place}
      value={place}
      choices={CHOICES}
      onChange={(value) => onChange(CHOICES.find((choice) => choice.value === value)?.value ?? 'layer')}
    />
  )
}

const CHOICES: readonly { value: Form['place']; label: string }[] = [
  { value: 'layer', label: T.thisLayer },
  { value: 'beside', label: T.copyBeside },
  { value: 'variant', label: T.newVariant },
]
