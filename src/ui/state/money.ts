import type { Money } from '../providers/provider.ts'

/** One sum for each unit: dollars and credits do not add up. */
export function sumOf(sums: readonly Money[]): Money[] {
  const byUnit = new Map<string, number>()
  for (const { amount, unit } of sums) byUnit.set(unit, (byUnit.get(unit) ?? 0) + amount)
  return [...byUnit].map(([unit, amount]) => ({ amount, unit }))
}
