import { useEffect, useRef, useState } from 'preact/hooks'
import type { EditableRow } from '../state/selection.ts'
import type { WordsModel } from '../state/words.ts'
import { nameOf } from '../texts/selection.ts'
import { ownPromptOf, wordsFaultText } from '../texts/words.ts'
import { T } from '../texts.ts'
import { isFocusIn, useClosable } from './closable.ts'
import { Field } from './field.tsx'
import { runsOn } from './prompt-box.tsx'
import css from './row-prompt.module.css'

export interface RowPromptLook {
  /** Where all rows have one prompt. */
  words: Pick<WordsModel, 'own' | 'shown'> | undefined
  onRun: () => void
}

interface Props extends RowPromptLook {
  row: EditableRow
  words: NonNullable<RowPromptLook['words']>
}

/** What a row sends where that is not what is typed for all, and the box for a prompt of its own. */
export function RowPrompt({ row, words, onRun }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const prompt = words.own.of(row)
  const isOwn = words.own.has(row)
  const shown = words.shown(row)
  const fault = shown?.at === 'wrong' ? wordsFaultText(shown.fault) : undefined
  const text = shown?.at === 'known' ? shown.text : isOwn ? prompt : undefined
  return (
    <>
      <button
        ref={button}
        type="button"
        class={css.open}
        data-on={isOwn}
        title={T.ownPrompt}
        aria-label={ownPromptOf(nameOf(row))}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M1.5 10.5 2 8l6-6 2 2-6 6z" />
        </svg>
      </button>
      {open && (
        <OwnPromptBox
          name={nameOf(row)}
          value={prompt}
          fault={fault}
          onChange={(prompt) => words.own.set(row, prompt)}
          onRun={onRun}
          onClose={(hadFocus) => {
            setOpen(false)
            if (hadFocus) button.current?.focus()
          }}
        />
      )}
      {fault !== undefined && !(open && isOwn) ? (
        <p class={css.fault}>{fault}</p>
      ) : (
        text !== undefined &&
        !(open && text === prompt) && (
          <p class={css.words} title={text}>
            {isOwn && !open && <b>{T.ownPrompt}: </b>}
            {text}
          </p>
        )
      )}
    </>
  )
}

interface BoxProps {
  name: string
  value: string
  fault: string | undefined
  onChange: (value: string) => void
  onRun: () => void
  /** Whether the focus went with it. */
  onClose: (hadFocus: boolean) => void
}

function OwnPromptBox({ name, value, fault, onChange, onRun, onClose }: BoxProps) {
  const place = useRef<HTMLDivElement>(null)
  useClosable(place, () => onClose(isFocusIn(place.current)))
  useEffect(() => {
    place.current?.querySelector('textarea')?.focus()
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place}>
      <Field label={ownPromptOf(name)} note={fault} wrong={fault !== undefined} announced={false}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={value}
            placeholder={T.ownPromptHint}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
            onKeyDown={runsOn(onRun)}
          />
        )}
      </Field>
    </div>
  )
}
