import { useLayoutEffect, useRef } from 'preact/hooks'
import type { LayerRow } from '../../shared/protocol.ts'
import type { UpscaleModel, UpscaleQuestion } from '../state/upscale.ts'
import { named } from '../texts/phrases.ts'
import { nameOf } from '../texts/selection.ts'
import { factorText, NOT_LARGER, upscaleFor, upscalerChoices, upscaleText } from '../texts/upscale.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { isFocusIn, useClosable } from './closable.ts'
import { IconButton } from './icon-button.tsx'
import options from './options.module.css'
import { SelectField } from './select-field.tsx'
import css from './selection-list.module.css'
import { KEYS } from './use-panel-keys.ts'
import { useUniqueId } from './use-unique-id.ts'

interface Props {
  row: LayerRow
  upscale: UpscaleModel
  /** Whether it is all that may be done, and stands in the row itself. */
  isAlone: boolean
}

/** The button that asks by what, and for how much, an image is made larger; or why it is not. Escape is no. */
export function UpscaleAction({ row, upscale, isAlone }: Props) {
  const offer = upscale.offer(row)
  const question = upscale.question.value
  const isOpen = question?.row.key === row.key
  const place = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    // Into the question, and back to the button.
    if (isOpen) {
      place.current?.querySelector<HTMLElement>('select')?.focus()
      place.current?.scrollIntoView({ block: 'nearest' })
    } else if (wasOpen.current && isFocusIn(place.current)) place.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  if (offer === undefined) return null
  // It keeps its place in a run: nothing moves when that ends.
  const disabled = offer === 'running'
  if (offer !== 'offered' && !disabled) return <span class={css.detail}>{NOT_LARGER[offer]}</span>
  return (
    <div ref={place} class={css.ask}>
      {isOpen && question ? (
        <Question question={question} upscale={upscale} />
      ) : isAlone ? (
        <IconButton
          label={T.upscale}
          name={nameOf(row)}
          path={LARGER}
          disabled={disabled}
          onPress={() => upscale.open(row)}
        />
      ) : (
        <Button size="small" name={nameOf(row)} disabled={disabled} onPress={() => upscale.open(row)}>
          {T.upscale}
        </Button>
      )}
    </div>
  )
}

function Question({ question, upscale }: { question: UpscaleQuestion; upscale: UpscaleModel }) {
  const { row, models, model, offered, chosen, price } = question
  const group = useRef<HTMLDivElement>(null)
  const id = useUniqueId()
  useClosable(group, upscale.close)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend on a line of its own.
    <div
      ref={group}
      role="group"
      data-asks
      class={css.asking}
      aria-label={named(T.upscale, nameOf(row))}
      aria-describedby={id}
    >
      <div class={options.grid}>
        <SelectField label={T.model} value={model} choices={upscalerChoices(models)} onChange={upscale.chooseModel} />
        <SelectField
          label={T.factor}
          value={String(offered.indexOf(chosen))}
          choices={offered.map((larger, at) => ({ value: String(at), label: factorText(larger) }))}
          onChange={(at) => upscale.chooseStep(Number(at))}
        />
      </div>
      <p id={id} role="status">
        {upscaleText(row, { size: chosen.size, price })}
      </p>
      <div class={css.answers}>
        <Button
          tone="action"
          size="small"
          keys={KEYS.begin}
          // What it costs is said before it is paid.
          disabled={price.at === 'asking'}
          onPress={() => {
            // The button goes with the run that it begins; the list of the selected stays.
            group.current?.closest<HTMLElement>('ul[tabindex]')?.focus()
            void upscale.start()
          }}
        >
          {upscaleFor(price)}
        </Button>
        <Button size="small" onPress={upscale.close}>
          {T.cancel}
        </Button>
      </div>
    </div>
  )
}

/** Arrows into two corners. */
const LARGER = 'M8.5 2.5h3v3m0-3-4 4m-2 5h-3v-3m0 3 4-4'
