import type { AuditedBitmap, Use } from '../../shared/protocol.ts'
import { pixelsIn } from '../providers/upscaling.ts'
import type { Judged, Verdict } from './verdict.ts'

export type AuditOrder = 'worst' | 'name' | 'pixels' | 'uses' | 'verdict'

/** Which images of an audit are listed. */
export interface AuditFilter {
  /** A part of the name of any layer that shows it, or of what that lies in. */
  name: string
  verdict: Verdict | 'all'
}

export type VerdictCounts = Record<Verdict, number>

/** The uses in the order of how large they show the bitmap. */
export const largestFirst = (bitmap: AuditedBitmap): AuditedBitmap => ({
  ...bitmap,
  uses: [...bitmap.uses].sort((one, other) => one.density - other.density),
})

/** The most first, but for names; what is the same in that, the worst first. */
export function ordered(all: readonly Judged[], order: AuditOrder): Judged[] {
  return [...all].sort((one, other) => ORDERS[order](one, other) || ORDERS.worst(one, other))
}

export function filtered(all: readonly Judged[], { name, verdict }: AuditFilter): Judged[] {
  const wanted = name.trim().toLowerCase()
  const isNamed = (use: Use) => [use.name, use.where].some((word) => word?.toLowerCase().includes(wanted))
  return all.filter(
    (judged) =>
      (verdict === 'all' || judged.verdict === verdict) && (wanted === '' || judged.bitmap.uses.some(isNamed)),
  )
}

export function countVerdicts(all: readonly Judged[]): VerdictCounts {
  const counts: VerdictCounts = { small: 0, soft: 0, sharp: 0, large: 0 }
  for (const { verdict } of all) counts[verdict]++
  return counts
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare

/** What there is to do comes first. */
const RANKS: Record<Verdict, number> = { small: 0, soft: 1, large: 2, sharp: 3 }

const ORDERS: Record<AuditOrder, (one: Judged, other: Judged) => number> = {
  worst: (one, other) => other.factor - one.factor,
  name: (one, other) => byName(one.use.name, other.use.name),
  pixels: (one, other) => pixelsIn(other.bitmap) - pixelsIn(one.bitmap),
  uses: (one, other) => other.bitmap.uses.length - one.bitmap.uses.length,
  verdict: (one, other) => RANKS[one.verdict] - RANKS[other.verdict],
}
