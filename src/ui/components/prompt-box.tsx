import { T } from '../texts.ts'
import { Field } from './field.tsx'

interface Props {
  value: string
  /** Characters as sent, and how many may be sent. */
  length: number
  limit: number
  onChange: (value: string) => void
  onRun: () => void
}

/** ⌘⏎ or Ctrl⏎ runs. */
export function PromptBox({ value, length, limit, onChange, onRun }: Props) {
  return (
    <Field label={T.prompt} note={`${length} / ${limit}`} wrong={length > limit} announced={false}>
      {(control) => (
        <textarea
          {...control}
          rows={3}
          value={value}
          placeholder={T.promptHint}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
            event.preventDefault()
            onRun()
          }}
        />
      )}
    </Field>
  )
}
