import type { ComponentChildren } from 'preact'
import css from './field.module.css'
import { useUniqueId } from './use-unique-id.ts'

interface Props {
  label: string
  checked: boolean
  note?: ComponentChildren
  onChange: (checked: boolean) => void
}

export function CheckField({ label, checked, note, onChange }: Props) {
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
