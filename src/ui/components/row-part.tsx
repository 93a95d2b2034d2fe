import { useRef, useState } from 'preact/hooks'
import type { RegionsModel } from '../state/regions.ts'
import type { EditableRow } from '../state/selection.ts'
import { partOfRow, R } from '../texts/regions.ts'
import { nameOf } from '../texts/selection.ts'
import { PartEditor } from './part-editor.tsx'
import { PartLine } from './part-line.tsx'
import css from './row-prompt.module.css'
import { useWholePicture, type WholePictures } from './use-whole-picture.ts'

export interface RowPartLook {
  regions: RegionsModel
  pictures: WholePictures
}

/** Which parts of a row's picture change: what it says of that, and the place where they are drawn. */
export function RowPart({ row, regions, pictures }: RowPartLook & { row: EditableRow }) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const url = useWholePicture(pictures, row, open)
  if (row.source.kind !== 'image' || regions.drawnOn(row)) return <PartLine row={row} regions={regions} />
  return (
    <>
      <button
        ref={opener}
        type="button"
        class={css.open}
        data-part
        data-on={regions.of(row).length > 0}
        title={R.onlyPart}
        aria-label={partOfRow(nameOf(row))}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M1.5 4V1.5H4M8 1.5h2.5V4M10.5 8v2.5H8M4 10.5H1.5V8" />
        </svg>
      </button>
      {open && (
        <PartEditor
          row={row}
          regions={regions}
          url={url}
          onClose={(hadFocus) => {
            setOpen(false)
            if (hadFocus) opener.current?.focus()
          }}
        />
      )}
      {/* Below: it comes and changes while parts are drawn. */}
      <PartLine row={row} regions={regions} />
    </>
  )
}
