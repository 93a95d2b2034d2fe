import type { LayerRow } from '../../shared/protocol.ts'
import { type ChoiceModel, holdsImages } from '../state/choice.ts'
import { isEditable } from '../state/selection.ts'
import { hashOn, type Slot } from '../state/slot.ts'
import { moreSelected, T } from '../texts.ts'
import { ContainerRow } from './container-row.tsx'
import { RowActions, type RowActionsLook } from './row-actions.tsx'
import { RowPrompt, type RowPromptLook } from './row-prompt.tsx'
import { SelectionFilter } from './selection-filter.tsx'
import css from './selection-list.module.css'
import { SelectionRow, type SelectionRowLook } from './selection-row.tsx'
import { WaySelect } from './way-select.tsx'

interface Props extends SelectionRowLook, RowActionsLook, RowPromptLook {
  choice: ChoiceModel
}

/** What is selected, what would happen to it, and why not where nothing would. */
export function SelectionList({ choice, ...look }: Props) {
  const slots = choice.listed.value
  return (
    <>
      {choice.hasImagesInside.value && (
        <SelectionFilter filter={choice.filter.value} leftOut={choice.leftOut.value} onChange={choice.setFilter} />
      )}
      {/* Focusable, so that the list can be scrolled without a mouse. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1). */}
      <ul class={css.list} aria-label={T.selected} tabIndex={0}>
        {slots.slice(0, MOST_SHOWN).map((slot) => (
          <li key={slot.name} class={css.row} data-inside={slot.row.inside !== undefined}>
            <SlotRow slot={slot} choice={choice} {...look} />
            <OwnRow row={slot.row} choice={choice} {...look} />
            <RowActions row={slot.row} isAlone={slots.length === 1} only={onlyOf(slot, choice)} {...look} />
          </li>
        ))}
        {slots.length > MOST_SHOWN && <li class={css.detail}>{moreSelected(slots.length - MOST_SHOWN)}</li>}
      </ul>
    </>
  )
}

function SlotRow({ slot: { name, row }, choice, ...look }: { slot: Slot; choice: ChoiceModel } & SelectionRowLook) {
  const way = choice.wayOf(row)
  const aside = holdsImages(row) && <WaySelect row={row} way={way} onWay={(way) => choice.setWay(row.id, way)} />
  if (!holdsImages(row) || way === 'whole') {
    return (
      <SelectionRow row={row} tick={tickOf({ name, row }, choice)} {...look}>
        {aside}
      </SelectionRow>
    )
  }
  return (
    <ContainerRow
      row={row}
      tally={choice.tallies.value.get(row.id)}
      isCovered={choice.isCovered(row)}
      onTick={(on) => choice.tickAll(row.id, on)}
    >
      {aside}
    </ContainerRow>
  )
}

/** Of what Run could send. */
function OwnRow({ row, choice, words, ...look }: { row: LayerRow; choice: ChoiceModel } & RowPromptLook) {
  const isListed = holdsImages(row) && choice.wayOf(row) === 'images'
  return words && isEditable(row) && !isListed ? <RowPrompt row={row} words={words} {...look} /> : null
}

const tickOf = (slot: Slot, choice: ChoiceModel) =>
  slot.row.inside && isEditable(slot.row)
    ? { checked: choice.isTicked(slot), onChange: (on: boolean) => choice.tick(slot, on) }
    : undefined

/** Offered where a picture shows in several places. */
function onlyOf({ row }: Slot, { places, filter, onlyPicture }: ChoiceModel) {
  const hash = row.inside && hashOn(row)
  const count = places.value.get(hash ?? '') ?? 0
  if (!hash || count < 2 || filter.value.only) return undefined
  return { places: count, onChoose: () => onlyPicture(hash) }
}

/** Rows on screen; all that are chosen run. */
const MOST_SHOWN = 100
