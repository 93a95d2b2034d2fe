import type { Form } from '../state/form.ts'
import { T } from '../texts.ts'
import css from './options.module.css'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  from: Form['seedFrom']
  seed: string
  /** Whether the provider draws several from one request. */
  leavesSeed: boolean
  onChange: (part: Partial<Form>) => void
}

/** Who draws the seed, and a box for one's own. */
export function SeedField({ from: wanted, seed, leavesSeed, onChange }: Props) {
  const choices = CHOICES.filter(({ value }) => leavesSeed || value !== 'provider')
  const from = choices.find(({ value }) => value === wanted)?.value ?? 'drawn'
  return (
    <div class={css.stack}>
      <SelectField
        label={T.seed}
        value={from}
        choices={choices}
        note={from === 'provider' && T.seedOfProviderNote}
        onChange={(value) => onChange({ seedFrom: CHOICES.find((choice) => choice.value === value)?.value ?? 'drawn' })}
      />
      {from === 'fixed' && <TextField label={T.fixedSeed} value={seed} onChange={(seed) => onChange({ seed })} />}
    </div>
  )
}

const CHOICES: readonly { value: Form['seedFrom']; label: string }[] = [
  { value: 'drawn', label: T.seedDrawn },
  { value: 'fixed', label: T.seedFixed },
  { value: 'provider', label: T.seedOfProvider },
]
