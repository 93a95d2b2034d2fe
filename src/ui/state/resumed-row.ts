import type { AppError } from '../../shared/errors.ts'
import type { Made } from '../../shared/protocol.ts'
import { namedFor } from '../image/files.ts'
import type { Answer, Weighed } from '../jobs/edit-layer.ts'
import type { Aim, Remembered } from '../jobs/remembered.ts'
import type { Unplaced } from './run-row.ts'

/** Why a picture is not placed by itself. `opaque`: what made it transparent could not be read again. */
export type Why = 'elsewhere' | 'changed' | 'stopped' | 'opaque'

export type ResumedState =
  | { at: 'waiting' }
  | { at: 'placed' }
  /** It is here, and waits to be placed or saved. */
  | { at: 'arrived'; why: Why }
  | { at: 'failed'; error: AppError }
  /** Nothing will come of it any more. */
  | { at: 'over'; error: AppError }
  /** There is no account that could ask for it. */
  | { at: 'unreachable' }

/** A picture of a job, with the places that it is still for. */
export interface Result extends Unplaced {
  readonly aims: readonly Aim[]
  readonly isWhole: boolean
}

/** Where a picture went; `of` is the same for all places of one. */
export type Laid = Weighed & { of: Made }

/** A job of an earlier panel, as it stands. */
export interface ResumedRow {
  readonly id: string
  readonly job: Remembered
  /** Of its first layer, and how many others there are. */
  readonly name: string
  readonly others: number
  readonly state: ResumedState
  readonly results: readonly Result[]
  readonly placed: readonly Laid[]
  /** Whether it is remembered still. */
  readonly isKept: boolean
}

export const toRow = (id: string, job: Remembered): ResumedRow => ({
  ...{ id, job, name: job.aims[0]?.row.name ?? '', others: Math.max(0, job.aims.length - 1) },
  ...{ state: { at: 'waiting' }, results: [], placed: [], isKept: true },
})

/** An answer as it came, while there is no picture. */
export const toResult = ({ file, made }: Answer, { name }: ResumedRow, aims: readonly Aim[]): Result => ({
  ...{ file, made, aims, fileName: namedFor(file.type, name), isWhole: true },
})
