import type { Slot } from './slot.ts'

/** Which images inside the selected layers are listed and run. What is selected itself is never filtered. */
export interface Filter {
  /** A part of the layer's name. */
  name: string
  /** px of the picture's own shorter side: a strip is as little use to a model as an icon. */
  least: number | undefined
  /** The slots that showed one picture when it was asked for. */
  only: ReadonlySet<string> | undefined
}

export function passes({ name, least = 0, only }: Filter, slot: Slot): boolean {
  const { row } = slot
  if (only && !only.has(slot.name)) return false
  if (Math.min(row.width, row.height) < least) return false
  return row.name.toLowerCase().includes(name.trim().toLowerCase())
}

export const NO_FILTER: Filter = { name: '', least: 64, only: undefined }
