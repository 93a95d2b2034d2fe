import type { ComponentChildren } from 'preact'
import css from './field.module.css'
import { useUniqueId } from './use-unique-id.ts'

interface Props {
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
}: Props) {
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
