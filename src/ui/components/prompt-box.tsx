import { T } from '../texts.ts'
import { Field } from './field.tsx'
import { recallByKey } from './recall-by-key.ts'

interface Props {
  value: string
  /** Characters as sent, and how many may be sent. */
  length: number
  limit: number
  /** Why it cannot be sent. */
  fault: string | undefined
  onChange: (value: string) => void
  onRun: () => void
  onPaste: (event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }) => void
  /** What was run before (1) or after (-1) what stands in the box; undefined at either end. */
  onStep: (by: 1 | -1, present: string) => string | undefined
}

/** ⌘⏎ or Ctrl⏎ runs. */
export const runsOn = (onRun: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
  event.preventDefault()
  onRun()
}

/** What should change on all layers that have no prompt of their own. ↑ and ↓ walk through the prompts that were run. */
export function PromptBox({ value, length, limit, fault, onChange, onRun, onPaste, onStep }: Props) {
  return (
    <Field
      label={T.prompt}
      note={fault ?? `${length} / ${limit}`}
      wrong={fault !== undefined || length > limit}
      announced={false}
      leads
      below={fault !== undefined}
    >
      {(control) => (
        <textarea
          {...control}
          data-prompt="active"
          onPaste={onPaste}
          rows={3}
          value={value}
          placeholder={T.promptHint}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
          onKeyDown={(event) => {
            const recalled = recallByKey(event, onStep)
            if (recalled !== undefined) onChange(recalled)
            runsOn(onRun)(event)
          }}
        />
      )}
    </Field>
  )
}
