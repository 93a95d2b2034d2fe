import { batch, signal } from '@preact/signals'
import type { LayerRow, Selection, Source } from '../../shared/protocol.ts'

/** A row with something to edit. */
export type EditableRow = LayerRow & { source: Source }

export type SelectionModel = ReturnType<typeof createSelection>

/** What is selected in Figma now. */
export function createSelection() {
  const rows = signal<readonly LayerRow[]>([])
  /** Until then nobody knows whether nothing is selected. */
  const isRead = signal(false)
  /** How many rows there will be, where that is known before they are read. */
  const expected = signal<number | undefined>(undefined)
  return {
    rows,
    isRead,
    expected,
    follow: (selection: Selection) =>
      batch(() => {
        rows.value = selection.rows
        isRead.value = true
      }),
  }
}

export const isEditable = (row: LayerRow): row is EditableRow => row.source.kind !== 'skipped'
