import type { Can, EditOptions } from '../providers/provider.ts'
import type { Form } from '../state/form.ts'
import { T } from '../texts.ts'
import { CheckField } from './check-field.tsx'
import { Field } from './field.tsx'
import css from './options.module.css'
import { QualityFields } from './quality-fields.tsx'
import { SeedField } from './seed-field.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  form: Form
  can: Can
  leavesSeed: boolean
  onChange: (part: Partial<Form>) => void
  onOption: (part: Partial<EditOptions>) => void
}

/** What the model is told beside the prompt; with no heading where it takes nothing. */
export function RequestOptions({ form, can, leavesSeed, onChange, onOption }: Props) {
  return (
    <div class={css.set}>
      <h3>{T.optionsOfRequest}</h3>
      <div class={css.grid}>
        {can.seed && <SeedField from={form.seedFrom} seed={form.seed} leavesSeed={leavesSeed} onChange={onChange} />}
        <QualityFields can={can} options={form.options} onOption={onOption} />
        {can.weights && (
          <TextField
            label={T.weights}
            value={form.options.weights ?? ''}
            onChange={(weights) => onOption({ weights: weights || undefined })}
          />
        )}
        {can.turbo && (
          <div class={css.wide}>
            <CheckField
              label={T.turbo}
              checked={form.options.turbo ?? true}
              onChange={(turbo) => onOption({ turbo })}
            />
          </div>
        )}
        {can.safetyChecker && (
          <div class={css.wide}>
            <CheckField
              label={T.safety}
              checked={form.options.disableSafetyChecker ?? false}
              onChange={(disable) => onOption({ disableSafetyChecker: disable || undefined })}
            />
          </div>
        )}
        {can.extra && (
          <div class={css.wide}>
            <Field label={T.extra}>
              {(control) => (
                <textarea
                  {...control}
                  rows={2}
                  value={form.extra}
                  placeholder={T.extraHint}
                  spellcheck={false}
                  onInput={({ currentTarget }) => onChange({ extra: currentTarget.value })}
                />
              )}
            </Field>
          </div>
        )}
      </div>
    </div>
  )
}
