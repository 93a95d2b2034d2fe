import type { LayerRow } from '../../shared/protocol.ts'
import type { EditFromModel } from '../state/edit-from.ts'
import { editFromOf, fromResultText } from '../texts/results.ts'
import { nameOf } from '../texts/selection.ts'
import { T } from '../texts.ts'
import css from './selection-list.module.css'

export interface EditFromLook {
  editFrom: EditFromModel
}

/**
 * What the next edit of a row is made from, where there is something to choose between. Results are chosen in the gallery.
 * It comes with a layer's first result, and so it lies over the thumbnail and moves nothing, until something else than what
 * shows is chosen: that is said in a line.
 */
export function EditFromSelect({ row, editFrom }: EditFromLook & { row: LayerRow }) {
  if (!editFrom.isOffered(row)) return null
  const from = editFrom.of(row)
  return (
    <label class={css.from} data-chosen={from !== 'shown'}>
      <span>{T.editFrom}</span>
      <select
        class={css.way}
        title={T.editFrom}
        aria-label={editFromOf(nameOf(row))}
        value={typeof from === 'string' ? from : 'result'}
        onChange={({ currentTarget: { value } }) => {
          if (value !== 'result') editFrom.choose(row, value === 'original' ? 'original' : 'shown')
        }}
      >
        <option value="shown">{T.fromShown}</option>
        {row.edited?.of && <option value="original">{T.original}</option>}
        {typeof from !== 'string' && <option value="result">{fromResultText(from.made)}</option>}
      </select>
    </label>
  )
}
