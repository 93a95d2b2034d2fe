import { useRef, useState } from 'preact/hooks'
import type { ChoiceModel } from '../state/choice.ts'
import { T } from '../texts.ts'
import { moveFocus } from './move-focus.ts'
import css from './property-filter.module.css'
import { useMoreBelow } from './use-more-below.ts'
import { useUniqueId } from './use-unique-id.ts'

interface Props {
  facet: ChoiceModel['facets']['value'][number]
  /** Undefined where all are let through. */
  wanted: ReadonlySet<string> | undefined
  /** Of all, without a value. */
  onToggle: (value?: string) => void
}

/** The values of one property of variants, any of which can be pressed; none of them is all. */
export function PropertyFilter({ facet: { name, values }, wanted, onToggle }: Props) {
  const id = useUniqueId()
  const group = useRef<HTMLDivElement>(null)
  useMoreBelow(group)
  /** The one stop of the Tab key. */
  const [stop, setStop] = useState(0)
  const choices = [
    { text: T.allValues, isOn: !wanted, onPress: () => onToggle() },
    ...values.map((value) => ({ text: value, isOn: wanted?.has(value) ?? false, onPress: () => onToggle(value) })),
  ]
  return (
    <div class={css.property}>
      <span id={id} class={css.label} title={name}>
        {name}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line. */}
      <div ref={group} role="group" class={css.values} aria-labelledby={id} onKeyDown={moveFocus}>
        {choices.map(({ text, isOn, onPress }, index) => (
          <button
            key={index === 0 ? '' : `value ${text}`}
            type="button"
            class={css.value}
            title={text}
            aria-pressed={isOn}
            tabIndex={index === Math.min(stop, values.length) ? 0 : -1}
            onFocus={() => setStop(index)}
            onClick={onPress}
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  )
}
