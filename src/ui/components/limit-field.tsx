import { useEffect, useRef, useState } from 'preact/hooks'
import { Field } from './field.tsx'

interface Props {
  label: string
  /** Undefined: no limit. */
  value: number | undefined
  isGood: (value: number | undefined) => boolean
  /** Said of what is not good. */
  wrong: string
  step: number | 'any'
  least: number
  most?: number
  placeholder?: string
  note?: string
  onChange: (value: number | undefined) => void
}

/**
 * A box for a number that counts once it is typed to its end: the first digit of a ceiling must not stop a run. What
 * cannot be used stays in the box, with the reason, and what was kept before stays kept.
 */
export function LimitField({ label, value, isGood, wrong, step, least, most, placeholder, note, onChange }: Props) {
  const [typed, setTyped] = useState<{ text: string; isNumber: boolean }>()
  const number = typed?.text ? Number(typed.text) : undefined
  const isWrong = typed !== undefined && !(typed.isNumber && isGood(number))
  function settle() {
    if (typed === undefined || isWrong) return
    setTyped(undefined)
    if (number !== value) onChange(number)
  }
  // A box that goes away with its tab may not say that it was left.
  const latest = useRef(settle)
  latest.current = settle
  useEffect(() => () => latest.current(), [])
  return (
    <Field label={label} note={isWrong ? wrong : note} wrong={isWrong}>
      {(control) => (
        <input
          {...control}
          type="number"
          step={step}
          min={least}
          max={most}
          // As it was typed: `1.0` may be on the way to `1.05`.
          value={typed?.text ?? value ?? ''}
          placeholder={placeholder}
          // A number box hands out an empty text where what is in it is no number.
          onInput={({ currentTarget: { value, validity } }) => setTyped({ text: value, isNumber: !validity.badInput })}
          onChange={settle}
        />
      )}
    </Field>
  )
}
