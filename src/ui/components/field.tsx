import type { ComponentChildren } from 'preact'
import css from './field.module.css'
import { useUniqueId } from './use-unique-id.ts'

interface FieldProps {
  label: string
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid': boolean }) => ComponentChildren
  note?: ComponentChildren
  /** The note says what is wrong. */
  wrong?: boolean
  /** Whether a note about what is wrong is read out when it appears; one that changes at each key is not. */
  announced?: boolean
  /** A part of the form begins with it. */
  leads?: boolean
  /** What leads has its note across from its label, unless that is a sentence. */
  below?: boolean
  /** The label stands before the control. */
  inline?: boolean
}

/** A label, the control it names, and a note that a screen reader ties to the control. */
export function Field({
  label,
  children,
  note,
  wrong = false,
  announced = true,
  leads = false,
  below = false,
  inline = false,
}: FieldProps) {
  const id = useUniqueId()
  const noteId = `${id}-note`
  return (
    <div class={css.field} data-leads={leads || undefined} data-inline={inline || undefined}>
      <label class={css.label} for={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': wrong, ...(note ? { 'aria-describedby': noteId } : {}) })}
      {note && (
        <p
          id={noteId}
          class={css.note}
          data-wrong={wrong || undefined}
          data-below={below || undefined}
          role={wrong && announced ? 'alert' : undefined}
        >
          {note}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps {
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

export function TextField({
  label,
  value,
  onChange,
  onLeave,
  onEnter,
  placeholder,
  secret = false,
  ...field
}: TextFieldProps) {
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

interface NumberFieldProps {
  label: string
  /** Undefined where the box is empty. */
  value: number | undefined
  least: number
  most: number
  onChange: (value: number | undefined) => void
  placeholder?: string
}

export function NumberField({ label, value, least, most, onChange, placeholder }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={least}
          max={most}
          value={value ?? ''}
          placeholder={placeholder}
          onInput={({ currentTarget: { value, valueAsNumber } }) => onChange(value === '' ? undefined : valueAsNumber)}
        />
      )}
    </Field>
  )
}

interface SelectFieldProps {
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  note?: ComponentChildren
  inline?: boolean
  disabled?: boolean
  onChange: (value: string) => void
}

export function SelectField({
  label,
  value,
  choices,
  note,
  inline = false,
  disabled = false,
  onChange,
}: SelectFieldProps) {
  return (
    <Field label={label} note={note} inline={inline}>
      {(control) => (
        <select
          {...control}
          value={value}
          disabled={disabled}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface CheckFieldProps {
  label: string
  checked: boolean
  note?: ComponentChildren
  onChange: (checked: boolean) => void
}

export function CheckField({ label, checked, note, onChange }: CheckFieldProps) {
  const id = useUniqueId()
  return (
    <div>
      <label class={css.check}>
        <input
          type="checkbox"
          aria-describedby={note ? id : undefined}
          checked={checked}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {label}
      </label>
      {note && (
        <p id={id} class={css.note}>
          {note}
        </p>
      )}
    </div>
  )
}
