import type { ComponentChildren } from 'preact'
import css from './field.module.css'
import { Field } from './field.tsx'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  onLeave?: () => void
  onEnter?: (() => unknown) | undefined
  placeholder?: string | undefined
  note?: ComponentChildren
  wrong?: boolean
  /** Shown as dots; it stays a text box, so that nothing offers to store it. */
  secret?: boolean
}

export function TextField({ label, value, onChange, onLeave, onEnter, placeholder, secret = false, ...field }: Props) {
  return (
    <Field label={label} {...field}>
      {(control) => (
        <input
          {...control}
          type="text"
          class={secret ? css.secret : undefined}
          value={value}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
          onBlur={onLeave}
          onKeyDown={({ key, repeat }) => key === 'Enter' && !repeat && onEnter?.()}
        />
      )}
    </Field>
  )
}
