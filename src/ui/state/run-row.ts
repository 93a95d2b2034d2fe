import type { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Made } from '../../shared/protocol.ts'
import { namedFor } from '../image/files.ts'
import type { Answer, Step, Weighed } from '../jobs/edit-layer.ts'
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
  /** Of one attempt: a row that is tried again gets another. */
  readonly id: number
  readonly job: Job
  readonly state: RowState
  /** ms since the epoch */
  readonly startedAt?: number
  readonly endedAt?: number
  /** Until when the provider asked to wait, ms since the epoch. */
  readonly waitsUntil?: number
  /** What each attempt was charged. */
  readonly costs?: readonly Money[]
  /** What the provider said beside the picture. */
  readonly told?: Omit<Edited, 'images' | 'cost'> & { revisedPrompt?: string | undefined }
  readonly placed?: Weighed
  /** Small, for looking at. */
  readonly before?: Blob
  readonly after?: Blob
  /** What has come and is on no layer, from this attempt or the last one. */
  readonly unplaced?: Unplaced | undefined
}

/** It is paid for, so it stays until it is placed or saved. */
export interface Unplaced {
  /** The picture, or the answer as it came while there is no picture. */
  readonly file: Blob
  readonly fileName: string
  readonly made: Made
  /** Undefined where the answer could not be read. */
  readonly picture?: Omit<Picture, 'bytes'>
  readonly saved?: boolean
}

export const isSettled = ({ at }: RowState) => at === 'done' || at === 'failed' || at === 'stopped'

/** What a row keeps of an answer, whatever becomes of it. */
export function answeredWith({ job, costs = [] }: RunRow, { file, made, edited }: Answer): Partial<RunRow> {
  const { images, cost, ...told } = edited
  return {
    unplaced: { file, fileName: namedFor(file.type, job.row.name), made },
    told: { ...told, revisedPrompt: images[0]?.revisedPrompt },
    ...(cost && { costs: [...costs, cost] }),
  }
}

/** What it keeps of the finished picture until that is placed. */
export function finishedWith({ job, unplaced }: RunRow, picture: Picture): Partial<RunRow> {
  if (!unplaced) return {}
  const { bytes: _bytes, ...about } = picture
  const fileName = namedFor(picture.type, job.row.name)
  return { unplaced: { ...unplaced, file: toFile(picture), fileName, picture: about } }
}

export const toFile = ({ bytes, type }: Picture) => new Blob([bytes], { type })
