import type { LayerRow } from '../../shared/protocol.ts'

/**
 * A row and its place in the selection: the layer, and which of its rows. It outlives the picture that shows there.
 * `placesOf` names a layer the same wherever it is listed; here one that is listed in two containers has two seats, each
 * with a tick of its own.
 */
export interface Seat {
  name: string
  row: LayerRow
}

export function seated(rows: readonly LayerRow[]): Seat[] {
  const counts = new Map<string, number>()
  return rows.map((row) => {
    const layer = `${row.inside?.id ?? ''} ${row.id}`
    const count = counts.get(layer) ?? 0
    counts.set(layer, count + 1)
    return { name: `${layer} ${count}`, row }
  })
}

export const hashOn = ({ source }: LayerRow) => (source.kind === 'image' ? source.hash : undefined)
