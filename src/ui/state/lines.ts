import type { RowVariant } from '../../shared/protocol.ts'
import type { Seat } from './seat.ts'

/** The images of one variant inside a selected layer. */
export interface Group {
  key: string
  variant: RowVariant
  /** The id of the selected layer. */
  container: string
  seats: Seat[]
}

/**
 * What the list of the selection shows, one below the other. `under`: the variant that the heading of its group, or the
 * row of the selected layer, has told already.
 */
export type ListLine =
  | { kind: 'row'; key: string; seat: Seat; under: RowVariant | undefined; isGrouped: boolean }
  | { kind: 'group'; key: string; group: Group }

/** The rows with a heading above those of each variant, unless the row of the selected layer says already which it is. */
export function linesOf(seats: readonly Seat[]): ListLine[] {
  const selected = new Map<string, RowVariant | undefined>()
  const lines: ListLine[] = []
  let group: Group | undefined
  for (const seat of seats) {
    const { row, name } = seat
    const { inside, variant } = row
    if (!inside) selected.set(row.id, variant)
    const isSaid = inside && variant && selected.get(inside.id)?.id === variant.id
    if (!inside || !variant || isSaid) group = undefined
    else if (group?.variant.id !== variant.id || group.container !== inside.id) {
      const key = `${inside.id} ${variant.id} ${name}`
      group = { key, variant, container: inside.id, seats: [] }
      lines.push({ kind: 'group', key, group })
    }
    group?.seats.push(seat)
    lines.push({ kind: 'row', key: name, seat, under: group || isSaid ? variant : undefined, isGrouped: !!group })
  }
  return lines
}
