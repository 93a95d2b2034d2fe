import { T } from '../texts.ts'
import { Field } from './field.tsx'

interface Props {
  value: string
  /** Characters as sent, and how many may be sent. */
  length: number
  limit: number
  /** Why it cannot be sent. */
  fault: string | undefined
  onChange: (value: string) => void
  onRun: () => void
}

/** ⌘⏎ or Ctrl⏎ runs. */
export const runsOn = (onRun: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
  event.preventDefault()
  onRun()
}

/** What should change on all layers that have no prompt of their own. */
export function PromptBox({ value, length, limit, fault, onChange, onRun }: Props) {
  return (
    <Field
      label={T.prompt}
      note={fault ?? `${length} / ${limit}`}
      wrong={fault !== undefined || length > limit}
      announced={false}
    >
      {(control) => (
        <textarea
          {...control}
          rows={3}
          value={value}
          placeholder={T.promptHint}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
          onKeyDown={runsOn(onRun)}
        />
      )}
    </Field>
  )
}
