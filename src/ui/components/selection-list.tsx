import { useEffect } from 'preact/hooks'
import type { Size } from '../../shared/picture.ts'
import type { LayerRow } from '../../shared/protocol.ts'
import { type EditableRow, isEditable } from '../state/selection.ts'
import { moreSelected, PLACES, resultsOn, SKIPPED, sizeChange, T } from '../texts.ts'
import { Button } from './button.tsx'
import css from './selection-list.module.css'

interface Props {
  rows: readonly LayerRow[]
  /** px of the result that a row would get. */
  resultOf: (row: EditableRow) => Size
  thumbnailOf: (row: EditableRow) => string | undefined
  onWantThumbnail: (row: EditableRow) => void
  /** Whether the row's layer offers its original here, and not in a run. */
  offersOriginal: (row: LayerRow) => boolean
  onOriginal: (row: LayerRow) => void
}

/** What is selected, what would happen to it, and why not where nothing would. */
export function SelectionList({ rows, ...row }: Props) {
  if (rows.length === 0) return <p class={css.empty}>{T.nothingSelected}</p>
  return (
    // Focusable, so that the list can be scrolled without a mouse.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1).
    <ul class={css.list} aria-label={T.selected} tabIndex={0}>
      {rows.slice(0, MOST_SHOWN).map((layer) => (
        <SelectionRow key={layer.key} layer={layer} {...row} />
      ))}
      {rows.length > MOST_SHOWN && <li class={css.detail}>{moreSelected(rows.length - MOST_SHOWN)}</li>}
    </ul>
  )
}

type RowProps = Omit<Props, 'rows'> & { layer: LayerRow }

function SelectionRow({ layer, resultOf, thumbnailOf, onWantThumbnail, offersOriginal, onOriginal }: RowProps) {
  const editable = isEditable(layer) ? layer : undefined
  const url = editable && thumbnailOf(editable)
  useEffect(() => {
    if (editable && !url) onWantThumbnail(editable)
  }, [layer, url])
  return (
    <li class={css.row}>
      {url ? <img class={css.thumb} src={url} alt="" /> : <span class={css.thumb} />}
      <div class={css.words}>
        <p class={css.name} title={layer.name}>
          {layer.name}
        </p>
        <p class={css.detail}>{editable ? plannedFor(editable, resultOf(editable)) : whySkipped(layer)}</p>
      </div>
      {offersOriginal(layer) && (
        <Button size="small" onPress={() => onOriginal(layer)}>
          {T.original}
        </Button>
      )}
    </li>
  )
}

const whySkipped = ({ source }: LayerRow) => (source.kind === 'skipped' ? SKIPPED[source.why] : '')

function plannedFor(row: EditableRow, result: Size): string {
  const place = row.source.kind === 'appearance' && PLACES[row.source.place]
  return [place, sizeChange(row, result), row.results > 0 && resultsOn(row.results)].filter(Boolean).join(' · ')
}

/** Rows on screen; all that are selected run. */
const MOST_SHOWN = 100
