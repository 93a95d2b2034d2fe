import type { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Made } from '../../shared/protocol.ts'
import type { Step } from '../jobs/edit-layer.ts'
import type { Job } from '../jobs/plan.ts'
import type { Edited, Money } from '../providers/provider.ts'

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
  readonly unplaced?: { file: Blob; picture: Omit<Picture, 'bytes'>; made: Made } | undefined
  readonly showsOriginal?: boolean
}

export const isSettled = ({ at }: RowState) => at === 'done' || at === 'failed' || at === 'stopped'

/** What a row keeps of an answer until it is placed. */
export function arrivedWith(picture: Picture, made: Made, { cost, images }: Edited): Partial<RunRow> {
  const { bytes: _bytes, ...about } = picture
  const revisedPrompt = images[0]?.revisedPrompt
  return {
    unplaced: { file: blobOf(picture), picture: about, made },
    ...(cost && { cost }),
    ...(revisedPrompt && { revisedPrompt }),
  }
}

export const blobOf = ({ bytes, type }: Picture) => new Blob([bytes], { type })
