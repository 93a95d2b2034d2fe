import { useRef } from 'preact/hooks'
import { PRESETS } from '../exports/presets.ts'
import type { ExportChoiceModel } from '../state/export-choice.ts'
import { PRESET_NAMES } from '../texts/presets.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import css from './export.module.css'
import { ExportRule } from './export-rule.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

/** One file of every layer for each rule, as Figma's own export section has them. */
export function ExportRules({ choice }: { choice: ExportChoiceModel }) {
  const rules = choice.rules.value
  const place = useRef<HTMLElement>(null)
  const add = useRef<HTMLDivElement>(null)
  useKeptFocus(place, () => add.current)
  return (
    <section ref={place} class={css.rules} aria-label={T.exportRules}>
      {rules.length > 0 && (
        <ul class={css.list} aria-label={T.exportRules}>
          {rules.map((row, index) => (
            <ExportRule key={row.id} row={row} position={index + 1} choice={choice} />
          ))}
        </ul>
      )}
      {rules.some(({ isWrong }) => isWrong) && (
        <p class={css.wrong} role="alert">
          {T.ruleSizeWrong}
        </p>
      )}
      <div ref={add} class={css.line}>
        <Button size="small" onPress={choice.addRule}>
          {T.addRule}
        </Button>
        <select
          class={css.presets}
          aria-label={T.presets}
          value=""
          onChange={({ currentTarget }) => {
            choice.applyRules(PRESETS.find(({ key }) => key === currentTarget.value)!.rules)
            currentTarget.value = ''
          }}
        >
          <option value="">{T.choosePreset}</option>
          {PRESETS.map(({ key }) => (
            <option key={key} value={key}>
              {PRESET_NAMES[key]}
            </option>
          ))}
        </select>
      </div>
      <datalist id="export-sizes">
        {SIZES.map((size) => (
          <option key={size} value={size} />
        ))}
      </datalist>
    </section>
  )
}

/** The sizes that Figma offers itself. */
const SIZES = ['0.5x', '0.75x', '1x', '1.5x', '2x', '3x', '4x', '512w', '512h']
