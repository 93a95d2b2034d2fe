import type { AppError } from '../../shared/errors.ts'
import type { Placed } from '../../shared/protocol.ts'
import type { Remembered } from '../jobs/remembered.ts'
import type { Unplaced } from './run-row.ts'

/**
 * Why a picture is not placed by itself; `export`: it was to be shown in files alone; `variant`: in a new one, which its run
 * would have made.
 */
export type Why = 'elsewhere' | 'changed' | 'stopped' | 'export' | 'variant'

export type ResumedState =
  | { at: 'waiting' }
  | { at: 'placed' }
  /** It is here, and waits to be placed or saved. */
  | { at: 'arrived'; why: Why }
  /** It is remembered, and may be asked for again or placed again. */
  | { at: 'failed'; error: AppError }
  /** Nothing will come of it any more. */
  | { at: 'over'; error: AppError }

/** A job of an earlier panel, as it stands. */
export interface ResumedRow {
  readonly id: string
  readonly job: Remembered
  /** Of its first layer, and how many others there are. */
  readonly name: string
  readonly others: number
  readonly state: ResumedState
  /** What has come, while it is on no layer. */
  readonly unplaced?: Unplaced | undefined
  readonly placed?: Placed
  /** Whether it is remembered still. */
  readonly isKept: boolean
}

export const toRow = (id: string, job: Remembered, state: ResumedState = { at: 'waiting' }): ResumedRow => ({
  ...{ id, job, state, isKept: true, name: job.aims[0]?.row.name ?? '', others: job.aims.length - 1 },
})
