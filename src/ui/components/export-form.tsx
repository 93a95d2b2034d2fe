import type { Models } from '../state/models.ts'
import { EXPORT_SOURCES, EXPORTED_PICTURES } from '../texts/exports.ts'
import { T } from '../texts.ts'
import css from './export.module.css'
import { ExportGround } from './export-ground.tsx'
import { ExportNames } from './export-names.tsx'
import { ExportRules } from './export-rules.tsx'
import { ExportUpscale } from './export-upscale.tsx'
import { SelectField } from './select-field.tsx'

/** What is chosen for an export; as long as one goes it stays as it is. */
export function ExportForm({ models }: { models: Models }) {
  const { exportChoice: choice, exports, exporting } = models
  const { from, pictures } = choice.all.value
  const hasResults = exports.found.value?.layers.some(({ results }) => results.length > 0)
  return (
    <fieldset class={css.form} disabled={exporting.isBusy.value} aria-label={T.exportForm}>
      <SelectField
        label={T.exportFrom}
        value={from}
        choices={choicesOf(EXPORT_SOURCES)}
        onChange={(value) => choice.change({ from: value as typeof from })}
      />
      {from === 'rules' && <ExportRules choice={choice} />}
      {choice.needsGround.value && <ExportGround choice={choice} />}
      <ExportNames exports={exports} choice={choice} />
      {hasResults && (
        <SelectField
          label={T.exportPictures}
          value={pictures}
          choices={choicesOf(EXPORTED_PICTURES)}
          onChange={(value) => choice.change({ pictures: value as typeof pictures })}
        />
      )}
      <ExportUpscale models={models} />
    </fieldset>
  )
}

const choicesOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))
