import { isLocal } from '../providers/local-model.ts'
import { hasArrived, type RunRow } from './run-row.ts'
import { isRetriable } from './unsure.ts'

/** How many rows of a run stand where. */
export interface Tally {
  total: number
  waiting: number
  underWay: number
  /** Of those under way: what the panel makes by itself, for nothing. */
  local: number
  done: number
  failed: number
  stopped: number
  /** Those whose pictures are here and wait for others of their new variant, which do not come by themselves. */
  held: number
  /** Those that failed and may be asked for again without a question. */
  retriable: number
  /** Of those whose pictures are being made, or came after Stop: what the next panel brings, and what closing loses. */
  kept: number
  loose: number
}

export const NONE: Tally = {
  ...{ total: 0, waiting: 0, underWay: 0, local: 0, done: 0, failed: 0, stopped: 0, held: 0 },
  ...{ retriable: 0, kept: 0, loose: 0 },
}

export const settledIn = ({ done, failed, stopped, held }: Tally) => done + failed + stopped + held

/** The tally with one row more, or fewer where `by` is −1. */
export function counted(tally: Tally, row: RunRow, by: 1 | -1): Tally {
  const { at } = row.state
  const where = WHERE[at]
  const inClosing = row.keptAs ? 'kept' : 'loose'
  const isOwed =
    !isLocal(row.job) && (UNDER_WAY.includes(at) || ((hasArrived(row) || at === 'held') && !row.unplaced?.saved))
  return {
    ...tally,
    total: tally.total + by,
    [where]: tally[where] + by,
    local: tally.local + (where === 'underWay' && isLocal(row.job) ? by : 0),
    retriable: tally.retriable + (isRetriable(row) ? by : 0),
    [inClosing]: tally[inClosing] + (isOwed ? by : 0),
  }
}

/** From when on its picture is paid for. */
const UNDER_WAY: readonly RunRow['state']['at'][] = ['editing', 'enlarging', 'gathering', 'placing']

const WHERE: Record<RunRow['state']['at'], Exclude<keyof Tally, 'total' | 'local' | 'retriable' | 'kept' | 'loose'>> = {
  waiting: 'waiting',
  reading: 'underWay',
  editing: 'underWay',
  enlarging: 'underWay',
  gathering: 'underWay',
  placing: 'underWay',
  held: 'held',
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
}
