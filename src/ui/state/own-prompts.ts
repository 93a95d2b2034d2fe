import { computed, signal } from '@preact/signals'
import type { LayerRow } from '../../shared/protocol.ts'
import { holdsImages } from './choice.ts'
import type { SelectionModel } from './selection.ts'

export type OwnPromptsModel = ReturnType<typeof createOwnPrompts>

/**
 * Prompts that count for one row in place of the one that all share. They are kept until the panel is closed: a row that
 * is selected again has its own again, also when a result has taken the place of its picture.
 */
export function createOwnPrompts(selection: SelectionModel) {
  const prompts = signal<ReadonlyMap<string, string>>(new Map())
  const places = computed(() => placesOf(selection.rows.value))
  const of = (row: LayerRow) => prompts.value.get(places.value.get(row.key) ?? '') ?? ''

  return {
    all: prompts,
    /** As it was typed; empty where the shared one counts. */
    of,
    has: (row: LayerRow) => of(row).trim() !== '',
    set(row: LayerRow, prompt: string) {
      const place = places.peek().get(row.key)
      if (place === undefined) return
      const all = new Map(prompts.value)
      if (prompt === '') all.delete(place)
      else all.set(place, prompt)
      prompts.value = all
    },
  }
}

/** By key, the layer and which of its pictures: the key itself changes with the picture. */
function placesOf(rows: readonly LayerRow[]): Map<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      if (holdsImages(row)) return [row.key, `${row.id} whole`]
      const count = counts.get(row.id) ?? 0
      counts.set(row.id, count + 1)
      return [row.key, `${row.id} ${count}`]
    }),
  )
}
