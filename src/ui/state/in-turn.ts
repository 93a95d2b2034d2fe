import type { RunRow } from './run-row.ts'

/**
 * The rows with the parts of one picture among them in the order in which they came: each came into what was there of it, so
 * that the last one holds them all, and is to lie on top. All others stay in their places.
 */
export function inTurn<Row extends { id: number; job: Pick<RunRow['job'], 'chain'> }>(
  rows: readonly Row[],
  came: readonly number[],
): Row[] {
  const chains = new Map<string | undefined, Row[]>()
  const byTurn = [...rows].sort((one, other) => came.lastIndexOf(one.id) - came.lastIndexOf(other.id))
  for (const row of byTurn) chains.set(row.job.chain, [...(chains.get(row.job.chain) ?? []), row])
  return rows.map((row) => (row.job.chain === undefined ? row : chains.get(row.job.chain)!.shift()!))
}
