import type { LayerRow } from '../../shared/protocol.ts'
import type { Extent } from '../state/choice.ts'
import { isEditable } from '../state/selection.ts'
import { imagesInsideText, nameOf, whatToEdit, wholeOf } from '../texts/selection.ts'
import css from './selection-list.module.css'

interface Props {
  row: LayerRow
  way: Extent
  onWay: (way: Extent) => void
}

/** Whether the images inside a layer are edited, or the whole of it where that can be. */
export function WaySelect({ row, way, onWay }: Props) {
  const images = imagesInsideText(row.holds ?? 0)
  if (!isEditable(row)) return <span class={css.detail}>{images}</span>
  return (
    <select
      class={css.way}
      aria-label={whatToEdit(nameOf(row))}
      value={way}
      onChange={({ currentTarget: { value } }) => onWay(value === 'whole' ? 'whole' : 'images')}
    >
      <option value="images">{images}</option>
      <option value="whole">{wholeOf(row.kind)}</option>
    </select>
  )
}
