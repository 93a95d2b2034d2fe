import type { Models } from '../state/models.ts'
import { lentText } from '../texts/exports.ts'
import { inOneLine } from '../texts/phrases.ts'
import { sharpenText, UPSCALE_FIRST, upscalerChoices } from '../texts/upscale.ts'
import { T } from '../texts.ts'
import { CheckField } from './check-field.tsx'
import css from './export.module.css'
import { SelectField } from './select-field.tsx'
import { useUniqueId } from './use-unique-id.ts'

/** Whether images that are too small for their files are made larger first, where those go, by what and for how much. */
export function ExportUpscale({ models }: { models: Models }) {
  const { exportChoice: choice, exportUpscale: upscale } = models
  const { upscale: where } = choice.all.value
  return (
    <div class={css.upscale}>
      <CheckField
        label={T.upscaleFirst}
        checked={where !== 'no'}
        note={T.upscaleFirstNote}
        onChange={(isOn) => choice.change({ upscale: isOn ? 'file' : 'no' })}
      />
      {where !== 'no' && (
        <>
          <div role="radiogroup" class={css.wheres} aria-label={T.upscaleWhere}>
            {WHERES.map((way) => (
              <Where key={way} way={way} isChosen={way === where} onChoose={() => choice.change({ upscale: way })} />
            ))}
          </div>
          {upscale.models.value.length > 0 && (
            <SelectField
              label={T.upscaleWith}
              value={upscale.model.value}
              choices={upscalerChoices(upscale.models.value)}
              onChange={upscale.chooseModel}
            />
          )}
          <p class={css.quiet} role="status">
            {foundText(models)}
          </p>
        </>
      )}
    </div>
  )
}

interface WhereProps {
  way: keyof typeof UPSCALE_FIRST
  isChosen: boolean
  onChoose: () => void
}

function Where({ way, isChosen, onChoose }: WhereProps) {
  const id = useUniqueId()
  const { label, note } = UPSCALE_FIRST[way]
  return (
    <div>
      <label class={css.where}>
        <input type="radio" name="upscale-where" checked={isChosen} aria-describedby={id} onChange={onChoose} />
        {label}
      </label>
      <p id={id} class={css.whereNote}>
        {note}
      </p>
    </div>
  )
}

function foundText({ exporting, exportUpscale: { at, counts, lent, layers, price } }: Models) {
  // What is being made larger is nothing to be made larger.
  if (at.value === 'off' || exporting.isBusy.value) return ''
  if (at.value === 'looking') return T.upscaleLooking
  const texts = [
    sharpenText(counts.value, { layers: layers.value, price: price.value }),
    lent.value > 0 && lentText(lent.value),
  ]
  return inOneLine(texts) || T.upscaleNone
}

const WHERES = Object.keys(UPSCALE_FIRST) as (keyof typeof UPSCALE_FIRST)[]
