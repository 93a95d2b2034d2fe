import type { Can, EditOptions } from '../providers/provider.ts'
import type { Form } from '../state/form.ts'
import { shapeText } from '../texts/form.ts'
import { sizeText } from '../texts/sizes.ts'
import { upscalerChoices } from '../texts/upscale.ts'
import { T } from '../texts.ts'
import { ModelField } from './model-field.tsx'
import { NumberField } from './number-field.tsx'
import css from './options.module.css'
import { PlaceField } from './place-field.tsx'
import { RequestOptions } from './request-options.tsx'
import { SelectField } from './select-field.tsx'

interface Props {
  form: Form
  can: Can
  models: readonly string[]
  isModelUnknown: boolean
  mostResults: number
  /** Whether the provider may be left to draw the seeds. */
  leavesSeed: boolean
  /** What may keep the resolution of the images, and whether any of that would be lost. */
  keepers: readonly string[]
  shrinks: boolean
  keeper: string
  isLossy: (format: string | undefined) => boolean
  onChange: (part: Partial<Form>) => void
  onModelNamed: (model: string) => void
  onOption: (part: Partial<EditOptions>) => void
}

/** Everything but the prompt; never a control that the model ignores. */
export function Options({
  form,
  can,
  models,
  isModelUnknown,
  isLossy,
  onChange,
  onModelNamed,
  onOption,
  mostResults,
  leavesSeed,
  keepers,
  shrinks,
  keeper,
}: Props) {
  const { options } = form
  const format = can.outputFormats.find((format) => format === options.outputFormat)
  const sizes = sizeChoices(can)
  return (
    <>
      <div class={css.grid}>
        <ModelField
          model={form.model}
          models={models}
          isUnknown={isModelUnknown}
          onChange={(model) => onChange({ model })}
          onNamed={onModelNamed}
        />
        <NumberField
          label={T.count}
          value={form.count}
          least={1}
          most={mostResults}
          onChange={(count = Number.NaN) => onChange({ count })}
        />
      </div>
      <details class={css.more}>
        <summary>{T.options}</summary>
        <h3>{T.optionsOfResult}</h3>
        <div class={css.grid}>
          {can.sizes.length > 0 && (
            <SelectField
              label={T.size}
              value={sizes.some(({ value }) => value === form.size) ? form.size : MATCH}
              choices={sizes}
              onChange={(size) => onChange({ size })}
            />
          )}
          {/* It keeps its place, whatever is selected. */}
          <SelectField
            label={T.keepResolution}
            value={shrinks ? keeper : ''}
            disabled={!shrinks}
            choices={[{ value: '', label: shrinks ? T.keepNone : T.keepsAll }, ...upscalerChoices(keepers)]}
            onChange={(keep) => onChange({ keep })}
          />
          <PlaceField place={form.place} onChange={(place) => onChange({ place })} />
          {can.outputFormats.length > 0 && (
            <SelectField
              label={T.format}
              value={format ?? ''}
              choices={formatChoices(can)}
              onChange={(format) => onOption({ outputFormat: format || undefined })}
            />
          )}
          {isLossy(format) && (
            <NumberField
              label={T.compression}
              value={options.outputCompression}
              least={1}
              most={100}
              placeholder={T.compressionHint}
              onChange={(outputCompression) => onOption({ outputCompression })}
            />
          )}
        </div>
        <RequestOptions form={form} can={can} leavesSeed={leavesSeed} onChange={onChange} onOption={onOption} />
      </details>
    </>
  )
}

const sizeChoices = ({ sizes, ratios, shapes = ['size', 'own', 'ratio'] }: Can) => {
  const choices = {
    size: sizes.map((size) => ({ value: `${size.width}x${size.height}`, label: sizeText(size) })),
    own: [{ value: 'auto', label: T.autoSize }],
    ratio: ratios.map((ratio) => ({ value: ratio, label: shapeText(ratio) })),
  }
  return [{ value: MATCH, label: T.matchLayer }, ...shapes.flatMap((shape) => choices[shape])]
}

const formatChoices = ({ outputFormats }: Can) => [
  { value: '', label: T.formatDefault },
  ...outputFormats.map((format) => ({ value: format, label: format.toUpperCase() })),
]

/** As `Form.size` names it. */
const MATCH = 'match'
