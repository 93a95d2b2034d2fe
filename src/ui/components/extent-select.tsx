import type { LayerRow } from '../../shared/protocol.ts'
import type { Extent } from '../state/choice.ts'
import { isEditable } from '../state/selection.ts'
import { imagesInsideText, nameOf, whatToEdit, wholeOf } from '../texts/selection.ts'
import css from './selection-list.module.css'

interface Props {
  row: LayerRow
  extent: Extent
  onExtent: (extent: Extent) => void
}

/** Whether the images inside a layer are edited, or the whole of it where that can be. */
export function ExtentSelect({ row, extent, onExtent }: Props) {
  const images = imagesInsideText(row.holds ?? 0)
  if (!isEditable(row)) return <span class={css.detail}>{images}</span>
  return (
    <select
      class={css.way}
      aria-label={whatToEdit(nameOf(row))}
      value={extent}
      onChange={({ currentTarget: { value } }) => onExtent(value === 'whole' ? 'whole' : 'images')}
    >
      <option value="images">{images}</option>
      <option value="whole">{wholeOf(row.kind)}</option>
    </select>
  )
}
