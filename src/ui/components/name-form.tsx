import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { useClosable } from './closable.ts'
import { Field } from './field.tsx'
import css from './prompt-tools.module.css'

interface Props {
  /** What is in the box at first, selected. */
  name: string
  /** Why it was not taken. */
  fault: string | undefined
  onTyped: () => void
  onName: (typed: string) => void
  onCancel: () => void
}

/** Asks for the name of a preset in its own place. Enter is yes, Escape is no. */
export function NameForm({ name, fault, onTyped, onName, onCancel }: Props) {
  const [typed, setTyped] = useState(name)
  const place = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  useClosable(place, onCancel)
  // At once: whoever types on would lose the first letters.
  useLayoutEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend on a line of its own.
    <div ref={place} role="group" data-asks aria-label={T.presetName} class={css.name}>
      <Field label={T.presetName} note={fault} wrong={fault !== undefined}>
        {(control) => (
          <input
            {...control}
            ref={box}
            type="text"
            value={typed}
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => {
              setTyped(currentTarget.value)
              onTyped()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing || event.repeat) return
              event.preventDefault()
              onName(typed)
            }}
          />
        )}
      </Field>
      <div class={css.row}>
        <Button size="small" onPress={() => onName(typed)}>
          {T.save}
        </Button>
        <Button size="small" onPress={onCancel}>
          {T.cancel}
        </Button>
      </div>
    </div>
  )
}
