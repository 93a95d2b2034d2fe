import type { ExportRow } from './export-files.ts'

/** How the files of an export stand. */
export interface ExportTally {
  total: number
  done: number
  failed: number
  stopped: number
  /** Of those that are done. */
  bytes: number
}

export function exportTally(rows: readonly ExportRow[]): ExportTally {
  const tally = { total: rows.length, done: 0, failed: 0, stopped: 0, bytes: 0 }
  for (const { state } of rows) {
    const now = state.value
    if (now.at === 'done') tally.bytes += now.bytes
    if (now.at !== 'waiting' && now.at !== 'drawing') tally[now.at]++
  }
  return tally
}
