import { useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { onePromptEach, valueLabel, valuePromptsNote } from '../texts/selection.ts'
import { wordsFaultText } from '../texts/words.ts'
import { T } from '../texts.ts'
import { Field } from './field.tsx'
import { runsOn } from './prompt-box.tsx'
import { SelectField } from './select-field.tsx'
import { useMoreBelow } from './use-more-below.ts'
import css from './value-prompts.module.css'

interface Props {
  models: Pick<Models, 'valuePrompts' | 'words' | 'promptList'>
  onRun: () => void
}

/**
 * Where rows with variant properties are chosen: whether all share the prompt, or each value of a property has one. In a
 * list of prompts those count for all.
 */
export function ValuePrompts({ models: { valuePrompts, words, promptList }, onRun }: Props) {
  const properties = valuePrompts.properties.value
  const property = valuePrompts.property.value
  const list = useRef<HTMLUListElement>(null)
  const isList = promptList.isList.value
  const isOpen = properties.length > 0 && property !== '' && !isList
  useMoreBelow(list, isOpen)
  if (isList) return valuePrompts.values.value.some(hasWords) && <p class={css.note}>{T.valuePromptsWait}</p>
  if (properties.length === 0) return null
  const runs = runsOn(onRun)
  return (
    <section class={css.prompts} aria-label={T.promptsByValue}>
      <SelectField
        label={T.promptsByValue}
        value={property}
        choices={[
          { value: '', label: T.onePrompt },
          ...properties.map((name) => ({ value: name, label: onePromptEach(name) })),
        ]}
        note={property && valuePromptsNote(property, valuePrompts.without.value)}
        onChange={valuePrompts.choose}
      />
      {isOpen && (
        <ul ref={list} class={css.list}>
          {valuePrompts.values.value.map(({ value, box, rows, prompt }) => {
            const fault = words.boxFaults.value.get(box)
            return (
              <li key={box}>
                <Field
                  label={valueLabel(box, rows)}
                  note={fault && wordsFaultText(fault)}
                  wrong={fault !== undefined}
                  announced={false}
                >
                  {(control) => (
                    <textarea
                      {...control}
                      rows={2}
                      value={prompt}
                      placeholder={T.valuePromptHint}
                      onInput={({ currentTarget }) => valuePrompts.set(value, currentTarget.value)}
                      onKeyDown={runs}
                    />
                  )}
                </Field>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

const hasWords = ({ prompt }: { prompt: string }) => prompt.trim() !== ''
