import type { LayerRow } from '../../shared/protocol.ts'
import type { Seat } from './seat.ts'
import { valueOn } from './variant-properties.ts'

/** Which images inside the selected layers are listed and run. What is selected itself is never filtered. */
export interface Filter {
  /** A part of the layer's name. */
  name: string
  /** px of the picture's own shorter side: a strip is as little use to a model as an icon. */
  least: number | undefined
  /** The seats that showed one picture when it was asked for. */
  only: ReadonlySet<string> | undefined
  /** The values that are let through, by the names of variant properties; all where there are none. */
  values: ReadonlyMap<string, ReadonlySet<string>>
}

export function passes({ name, least = 0, only, values }: Filter, seat: Seat): boolean {
  const { row } = seat
  if (!passesValues(values, row)) return false
  if (only && !only.has(seat.name)) return false
  if (Math.min(row.width, row.height) < least) return false
  return row.name.toLowerCase().includes(name.trim().toLowerCase())
}

/** What lacks a property has none of its values. */
export const passesValues = (values: Filter['values'], row: LayerRow): boolean =>
  [...values].every(([property, wanted]) => wanted.has(valueOn(row, property) ?? ''))

/** The values with one more or one less of a property, or with all of it. */
export function toggled(values: Filter['values'], property: string, value?: string): Filter['values'] {
  const all = new Map(values)
  const wanted = new Set(value === undefined ? [] : all.get(property))
  if (value !== undefined && !wanted.delete(value)) wanted.add(value)
  if (wanted.size > 0) all.set(property, wanted)
  else all.delete(property)
  return all
}

export const NO_FILTER: Filter = { name: '', least: 64, only: undefined, values: new Map() }
