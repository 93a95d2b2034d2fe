import type { Can, EditOptions } from '../providers/provider.ts'
import type { Form } from '../state/form.ts'
import { sizeText, T } from '../texts.ts'
import { CheckField, Field, SelectField, TextField } from './field.tsx'
import { ModelField } from './model-field.tsx'
import css from './options.module.css'

interface Props {
  form: Form
  can: Can
  models: readonly string[]
  onChange: (part: Partial<Form>) => void
  onOption: (part: Partial<EditOptions>) => void
}

/** Everything but the prompt; never a control that the model ignores. */
export function Options({ form, can, models, onChange, onOption }: Props) {
  const { options } = form
  const format = can.outputFormats.find((format) => format === options.outputFormat)
  const sizes = sizeChoices(can)
  return (
    <>
      <div class={css.grid}>
        <ModelField model={form.model} models={models} onChange={(model) => onChange({ model })} />
        <Field label={T.count}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={10}
              value={form.count}
              onInput={({ currentTarget }) => onChange({ count: currentTarget.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <details class={css.more}>
        <summary>{T.options}</summary>
        <div class={css.grid}>
          {can.sizes.length > 0 && (
            <SelectField
              label={T.size}
              value={sizes.some(({ value }) => value === form.size) ? form.size : MATCH}
              choices={sizes}
              onChange={(size) => onChange({ size })}
            />
          )}
          {can.seed && (
            <TextField
              label={T.seed}
              value={form.seed}
              placeholder={T.seedHint}
              onChange={(seed) => onChange({ seed })}
            />
          )}
          {can.outputFormats.length > 0 && (
            <SelectField
              label={T.format}
              value={format ?? ''}
              choices={formatChoices(can)}
              onChange={(format) => onOption({ outputFormat: format || undefined })}
            />
          )}
          {format && format !== 'png' && (
            <Field label={T.compression}>
              {(control) => (
                <input
                  {...control}
                  type="number"
                  min={1}
                  max={100}
                  value={options.outputCompression ?? ''}
                  placeholder="1–100"
                  onInput={({ currentTarget: { value, valueAsNumber } }) =>
                    onOption({ outputCompression: value === '' ? undefined : valueAsNumber })
                  }
                />
              )}
            </Field>
          )}
          {can.weights && (
            <TextField
              label={T.weights}
              value={options.weights ?? ''}
              onChange={(weights) => onOption({ weights: weights || undefined })}
            />
          )}
          {can.turbo && (
            <div class={css.wide}>
              <CheckField label={T.turbo} checked={options.turbo ?? true} onChange={(turbo) => onOption({ turbo })} />
            </div>
          )}
          {can.safetyChecker && (
            <div class={css.wide}>
              <CheckField
                label={T.safety}
                checked={options.disableSafetyChecker ?? false}
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
      </details>
    </>
  )
}

const sizeChoices = ({ sizes }: Can) => [
  { value: MATCH, label: T.matchLayer },
  ...sizes.map((size) => ({ value: `${size.width}x${size.height}`, label: sizeText(size) })),
  { value: 'auto', label: T.autoSize },
]

const formatChoices = ({ outputFormats }: Can) => [
  { value: '', label: T.formatDefault },
  ...outputFormats.map((format) => ({ value: format, label: format.toUpperCase() })),
]

/** As `Form.size` names it. */
const MATCH = 'match'
