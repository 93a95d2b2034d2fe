import { useRef } from 'preact/hooks'
import { CASE_STYLES } from '../exports/stored-choice.ts'
import { TOKENS } from '../exports/template.ts'
import type { ExportChoiceModel } from '../state/export-choice.ts'
import type { ExportsModel } from '../state/exports.ts'
import { CASE_NAMES, templateFaultText } from '../texts/exports.ts'
import { T } from '../texts.ts'
import css from './export.module.css'
import { Field } from './field.tsx'
import { SelectField } from './select-field.tsx'

interface Props {
  exports: Pick<ExportsModel, 'plan' | 'properties'>
  choice: ExportChoiceModel
}

/** How files are called: what is written, what can be, and what the first one is called by that. */
export function ExportNames({ exports, choice }: Props) {
  const { template, caseStyle } = choice.all.value
  const plan = exports.plan.value
  const wrong = plan?.fault && templateFaultText(plan.fault)
  const first = plan?.files[0]?.path
  const box = useRef<HTMLInputElement>(null)

  function insert(token: string) {
    const { selectionStart, selectionEnd } = box.current!
    const [start, end] = [selectionStart ?? template.length, selectionEnd ?? template.length]
    const part = `{${token}}`
    choice.change({ template: template.slice(0, start) + part + template.slice(end) })
    // After what was inserted, once the box shows it.
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(start + part.length, start + part.length)
    })
  }

  return (
    <div class={css.names}>
      <div class={css.template}>
        <Field label={T.fileNames} note={wrong} wrong={wrong !== undefined} announced={false}>
          {(control) => (
            <input
              {...control}
              ref={box}
              type="text"
              value={template}
              autocomplete="off"
              spellcheck={false}
              onInput={({ currentTarget }) => choice.change({ template: currentTarget.value })}
            />
          )}
        </Field>
        <SelectField
          label={T.caseStyle}
          value={caseStyle}
          choices={CASE_STYLES.map((value) => ({ value, label: CASE_NAMES[value] }))}
          onChange={(value) => choice.change({ caseStyle: CASE_STYLES.find((style) => style === value)! })}
        />
      </div>
      {/* There before the files are listed, so that what is below it stays where it is. */}
      {!wrong && (
        <p class={`${css.quiet} ${css.first}`}>
          {first && (
            <>
              {T.firstName} <span class={css.path}>{first}</span>
            </>
          )}
        </p>
      )}
      <details class={css.insert}>
        <summary>{T.namesWith}</summary>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend on a line of its own. */}
        <div role="group" class={css.tokens} aria-label={T.namesWith}>
          {[...TOKENS, ...exports.properties.value].map((token) => (
            <button key={token} type="button" class={css.token} onClick={() => insert(token)}>
              {`{${token}}`}
            </button>
          ))}
        </div>
      </details>
    </div>
  )
}
