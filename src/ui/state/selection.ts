import { signal } from '@preact/signals'
import type { LayerRow, Selection, Source } from '../../shared/protocol.ts'

/** A row with something to edit. */
export type EditableRow = LayerRow & { source: Source }

export type SelectionModel = ReturnType<typeof createSelection>

/** What is selected in Figma now. */
export function createSelection() {
  const rows = signal<readonly LayerRow[]>([])
  return {
    rows,
    follow: (selection: Selection) => {
      rows.value = selection.rows
    },
  }
}

export const isEditable = (row: LayerRow): row is EditableRow => row.source.kind !== 'skipped'
