import type { LayerRow } from '../../shared/protocol.ts'

/** What edits in place change beyond their own layers. */
export interface Warnings {
  /** Instances that follow the components that are edited. */
  instances: number
  /** The names of the shared styles whose links go. */
  styles: string[]
}

/** Rows of one component share its instances. */
export function warningsIn(rows: readonly LayerRow[]): Warnings {
  const instances = new Map<string, number>()
  const styles = new Set<string>()
  for (const note of rows.flatMap(({ notes }) => notes)) {
    if (note.kind === 'instances') instances.set(note.component, note.count)
    if (note.kind === 'style') styles.add(note.name)
  }
  return { instances: [...instances.values()].reduce((sum, count) => sum + count, 0), styles: [...styles] }
}
