import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Size } from '../../shared/picture.ts'
import type { LayerRow, RowVariant, VariantSource } from '../../shared/protocol.ts'
import { type EditableRow, isEditable } from '../state/selection.ts'
import { variantRowText } from '../texts/new-variants.ts'
import { SEPARATOR } from '../texts/phrases.ts'
import { nameOf, noteText, PLACES, SKIPPED } from '../texts/selection.ts'
import { sizeChange } from '../texts/sizes.ts'
import { T } from '../texts.ts'
import { LayerName } from './layer-name.tsx'
import css from './selection-list.module.css'
import { useDerived } from './use-derived.ts'

export interface SelectionRowLook {
  /** Whether a copy beside gets the result: the layer itself stays as it is. */
  beside: boolean
  /** Where new variants get the results: of which component a row's is, undefined until it is known. */
  variantOf?: ((row: EditableRow) => VariantSource | undefined) | undefined
  /** px of the result that a row would get. */
  resultOf: (row: EditableRow) => Size
  thumbnailOf: (row: EditableRow) => string | undefined
  onWantThumbnail: (row: EditableRow) => void
}

interface Props extends SelectionRowLook {
  row: LayerRow
  /** The variant that a heading has told already. */
  under: RowVariant | undefined
  /** Where the row may be left out. */
  tick: { checked: boolean; onChange: (on: boolean) => void } | undefined
  /** Shown at its right end. */
  children?: ComponentChildren
}

/** One picture that could be edited, or one layer that cannot and why. */
export function SelectionRow({ row, under, tick, children, ...look }: Props) {
  const editable = isEditable(row) ? row : undefined
  const url = useDerived(() => editable && look.thumbnailOf(editable), [row, look.thumbnailOf])
  useEffect(() => {
    if (editable && !url) look.onWantThumbnail(editable)
  }, [row, url])
  const What = tick ? 'label' : 'div'
  return (
    <What class={css.what}>
      {tick && (
        <input
          type="checkbox"
          class={css.tick}
          aria-label={nameOf(row)}
          checked={tick.checked}
          onChange={({ currentTarget: { checked } }) => tick.onChange(checked)}
        />
      )}
      {url ? <img class={css.thumb} src={url} alt="" /> : <span class={css.thumb} />}
      <span class={css.words}>
        <span class={css.name} title={nameOf(row)}>
          <LayerName row={row} under={under} />
        </span>
        <span class={css.detail}>{editable ? <Planned row={editable} {...look} /> : whySkipped(row)}</span>
        {/* A copy beside and a new variant leave the layer as it is. */}
        {!look.beside &&
          !look.variantOf &&
          row.notes.map((note) => (
            <span key={note.kind} class={css.detail}>
              {noteText(note)}
            </span>
          ))}
      </span>
      {children}
    </What>
  )
}

const whySkipped = ({ source }: LayerRow) => (source.kind === 'skipped' ? SKIPPED[source.why] : '')

/** Where its result goes, and how large that is. */
function Planned({ row, beside, variantOf, resultOf }: { row: EditableRow } & SelectionRowLook) {
  const source = variantOf?.(row)
  const place = variantOf ? variantRowText(source) : placeOf(row, beside)
  if (source?.kind === 'none') return <>{place}</>
  return (
    <>
      {place && `${place}${SEPARATOR}`}
      <span class={css.size}>{sizeChange(row, resultOf(row))}</span>
    </>
  )
}

function placeOf({ source }: EditableRow, beside: boolean): string | undefined {
  if (source.kind === 'appearance') return PLACES[beside ? 'beside' : source.place]
  return beside ? T.copyBeside : undefined
}
