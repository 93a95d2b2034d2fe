import type { AppError } from '../../shared/errors.ts'
import type { PictureType, Size } from '../../shared/picture.ts'
import type { Made } from '../../shared/protocol.ts'
import type { Step } from '../jobs/edit-layer.ts'
import type { Job } from '../jobs/plan.ts'
import type { Money } from '../providers/provider.ts'

export type RowState =
  | { at: 'waiting' }
  | { at: Step }
  | { at: 'done' }
  | { at: 'failed'; error: AppError }
  | { at: 'stopped' }

/** One job of a run, as it stands. */
export interface RunRow {
  readonly id: number
  readonly job: Job
  readonly state: RowState
  /** ms since the epoch */
  readonly startedAt?: number
  readonly endedAt?: number
  /** Until when the provider asked to wait, ms since the epoch. */
  readonly waitsUntil?: number
  readonly cost?: Money
  readonly revisedPrompt?: string
  /** The layer that holds the result. */
  readonly placedOn?: string
  /** Small, for looking at. */
  readonly before?: Blob
  readonly after?: Blob
  /** The whole picture and how it was made, kept until it is placed. */
  readonly unplaced?: { file: Blob; picture: Size & { type: PictureType }; made: Made } | undefined
  readonly showsOriginal?: boolean
}

export const isSettled = ({ at }: RowState) => at === 'done' || at === 'failed' || at === 'stopped'
