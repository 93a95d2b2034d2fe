import type { LayerRow } from '../../shared/protocol.ts'
import { type ChoiceModel, holdsImages } from '../state/choice.ts'
import type { Group, ListLine } from '../state/lines.ts'
import { hashOn, type Seat } from '../state/seat.ts'
import { isEditable } from '../state/selection.ts'
import { T } from '../texts.ts'
import { ContainerRow } from './container-row.tsx'
import { type EditFromLook, EditFromSelect } from './edit-from-select.tsx'
import { ExtentSelect } from './extent-select.tsx'
import { GroupRow } from './group-row.tsx'
import { LongList } from './long-list.tsx'
import { RowActions, type RowActionsLook } from './row-actions.tsx'
import { RowPart, type RowPartLook } from './row-part.tsx'
import { RowPrompt, type RowPromptLook } from './row-prompt.tsx'
import { SelectionFilter } from './selection-filter.tsx'
import css from './selection-list.module.css'
import { SelectionRow, type SelectionRowLook } from './selection-row.tsx'

interface Props extends SelectionRowLook, RowActionsLook, RowPromptLook, RowPartLook, EditFromLook {
  choice: ChoiceModel
}

/** What is selected, what would happen to it, and why not where nothing would. */
export function SelectionList({ choice, ...look }: Props) {
  const lines = choice.lines.value
  const isAlone = choice.listed.value.length === 1
  return (
    <>
      {choice.hasImagesInside.value && <SelectionFilter choice={choice} />}
      <LongList label={T.selected} class={css.list} items={lines} usualHeight={USUAL_HEIGHT} scrolls>
        {(line, position) => (
          <li
            key={line.key}
            class={css.row}
            data-level={levelOf(line)}
            aria-posinset={position}
            aria-setsize={lines.length}
          >
            {line.kind === 'group' ? (
              <VariantGroup group={line.group} choice={choice} />
            ) : (
              <>
                <SeatRow line={line} choice={choice} {...look} />
                <OwnRow row={line.seat.row} choice={choice} {...look} />
                <EditFromSelect row={line.seat.row} editFrom={look.editFrom} />
                <RowActions row={line.seat.row} isAlone={isAlone} only={onlyOf(line.seat, choice)} {...look} />
              </>
            )}
          </li>
        )}
      </LongList>
    </>
  )
}

/** How deep it lies: in a selected layer, and there under the heading of a variant. */
function levelOf(line: ListLine): 0 | 1 | 2 {
  if (line.kind === 'group') return 1
  if (line.isGrouped) return 2
  return line.seat.row.inside ? 1 : 0
}

function VariantGroup({ group: { variant, container, seats }, choice }: { group: Group; choice: ChoiceModel }) {
  return (
    <GroupRow
      variant={variant}
      contrast={choice.contrast.value}
      tally={choice.tallyOf(seats)}
      onTick={(on) => choice.tickThese(container, seats, on)}
    />
  )
}

type RowLine = Extract<ListLine, { kind: 'row' }>

function SeatRow({ line, choice, ...look }: { line: RowLine; choice: ChoiceModel } & SelectionRowLook & EditFromLook) {
  const { seat, under } = line
  const { row } = seat
  const extent = choice.extentOf(row)
  const aside = holdsImages(row) && (
    <ExtentSelect row={row} extent={extent} onExtent={(extent) => choice.setExtent(row.id, extent)} />
  )
  if (!holdsImages(row) || extent === 'whole') {
    return (
      <SelectionRow
        row={isEditable(row) ? look.editFrom.apply(row) : row}
        under={under}
        tick={tickOf(seat, choice)}
        {...look}
      >
        {aside}
      </SelectionRow>
    )
  }
  return (
    <ContainerRow
      row={row}
      contrast={choice.contrast.value}
      tally={choice.tallies.value.get(row.id)}
      isCovered={choice.isCovered(row)}
      onTick={(on) => choice.tickAll(row.id, on)}
    >
      {aside}
    </ContainerRow>
  )
}

interface OwnRowProps extends RowPromptLook, RowPartLook, EditFromLook {
  row: LayerRow
  choice: ChoiceModel
}

/** Of what Run could send. */
function OwnRow({ row, choice, words, ...look }: OwnRowProps) {
  const isListed = holdsImages(row) && choice.extentOf(row) === 'images'
  if (!isEditable(row) || isListed) return null
  return (
    <>
      {words && <RowPrompt row={row} words={words} {...look} />}
      <RowPart row={look.editFrom.apply(row)} {...look} />
    </>
  )
}

const tickOf = (seat: Seat, choice: ChoiceModel) =>
  seat.row.inside && isEditable(seat.row)
    ? { checked: choice.isTicked(seat), onChange: (on: boolean) => choice.tick(seat, on) }
    : undefined

/** Offered where a picture shows in several places. */
function onlyOf({ row }: Seat, { places, filter, onlyPicture }: ChoiceModel) {
  const hash = row.inside && hashOn(row)
  const count = places.value.get(hash ?? '') ?? 0
  if (!hash || count < 2 || filter.value.only) return undefined
  return { places: count, onChoose: () => onlyPicture(hash) }
}

/** px of an image's row, with the space below it. */
const USUAL_HEIGHT = 42
