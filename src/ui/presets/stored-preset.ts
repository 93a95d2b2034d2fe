import * as z from 'zod/mini'
import { Preset } from './preset.ts'

/** As it is stored. A later version may hold what this one cannot read; that is left alone. */
export const toStored = (preset: Preset) => ({ version: 1, ...preset })

/** A preset as it was stored, without those parts that are broken or new. Undefined where too little of it is left. */
export function fromStored(stored: unknown): Preset | undefined {
  if (!isRecord(stored) || stored.version !== 1) return undefined
  const { version, ...parts } = stored
  return readableIn(parts)
}

/** What of these parts can be kept. */
export function readableIn(parts: Record<string, unknown>): Preset | undefined {
  const { data, error } = z.safeParse(Preset, parts)
  if (!error) return data
  // Some options may be wrong, and the others right: each is left out by itself.
  const kept = structuredClone(parts)
  for (const issue of error.issues) {
    const [first, second] = issue.path.map(String)
    const inner = first === undefined ? undefined : kept[first]
    const [holder, key] = isRecord(inner) ? [inner, second] : [kept, first]
    for (const wrong of issue.code === 'unrecognized_keys' ? issue.keys : [key]) delete holder[wrong ?? '']
  }
  return z.safeParse(Preset, kept).data
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
