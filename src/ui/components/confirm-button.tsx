import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { isFocusIn, useClosable } from './closable.ts'
import css from './confirm-button.module.css'
import { useUniqueId } from './use-unique-id.ts'

interface Props {
  label: string
  /** What it is about, for who does not see in which row it stands. */
  name?: string
  /** What is asked first; where there is nothing to ask, it is done at once. */
  question: string | undefined
  /** The word on the button that does it. */
  answer: string
  onConfirm: () => void
}

/** A button that asks in its own place before it removes something. Escape, or another question, is no. */
export function ConfirmButton({ label, name, question, answer, onConfirm }: Props) {
  const takesFocus = useRef(false)
  const wasAsking = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  const id = useUniqueId()
  const asking = asked.value === id
  useEffect(() => {
    // After the answer, too, where the button is still there and nobody else has taken the focus.
    const isLost = wasAsking.current && !asked.peek() && document.activeElement === document.body
    wasAsking.current = asking
    if (takesFocus.current || isLost) place.current?.querySelector('button')?.focus()
    takesFocus.current = false
  }, [asking])

  function ask(whether: boolean, isFocused = true) {
    takesFocus.current = isFocused
    asked.value = whether ? id : undefined
  }
  useClosable(place, () => ask(false, isFocusIn(place.current)), asking)

  return (
    <div ref={place} class={css.place}>
      {asking ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend on a line of its own.
        <div role="group" data-asks aria-labelledby={id} class={css.asking}>
          <p id={id}>{question}</p>
          <div class={css.buttons}>
            <Button
              size="small"
              name={name}
              onPress={() => {
                // What was asked about may go, and the button with it: where the focus goes is for whoever did it to say.
                ask(false, false)
                onConfirm()
              }}
            >
              {answer}
            </Button>
            <Button size="small" name={name} onPress={() => ask(false)}>
              {T.cancel}
            </Button>
          </div>
        </div>
      ) : (
        <Button size="small" name={name} onPress={() => (question ? ask(true) : onConfirm())}>
          {label}
        </Button>
      )}
    </div>
  )
}

/** The button that asks. One at a time: an answer is to the question that was asked last. */
const asked = signal<string | undefined>(undefined)
