import type { Form } from '../state/form.ts'
import { T } from '../texts.ts'
import { SelectField } from './field.tsx'

interface Props {
  place: Form['place']
  onChange: (place: Form['place']) => void
}

/** Where a result goes: on the layer that it was made from, or on a copy beside it. */
export function PlaceField({ place, onChange }: Props) {
  return (
    <SelectField
      label={T.place}
      value={place}
      choices={CHOICES}
      onChange={(value) => onChange(value === 'beside' ? 'beside' : 'layer')}
    />
  )
}

const CHOICES = [
  { value: 'layer', label: T.thisLayer },
  { value: 'beside', label: T.copyBeside },
]
