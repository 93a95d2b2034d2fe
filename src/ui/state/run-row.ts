import type { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Made, PlacedVariant } from '../../shared/protocol.ts'
import { namedFor } from '../image/files.ts'
import type { Answer, Step, Weighed } from '../jobs/edit-layer.ts'
import type { Finished } from '../jobs/placing.ts'
import type { Job } from '../jobs/plan.ts'
import type { Smaller } from '../jobs/row-listener.ts'
import type { Money } from '../providers/provider.ts'
import type { Unsure } from './unsure.ts'

export type RowState =
  | { at: Step }
  /** Its picture is here, and others of its new variant are still to come. */
  | { at: 'gathering' }
  /** The same, and of some of them nothing comes by itself. */
  | { at: 'held' }
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
  readonly waitsUntil?: number | undefined
  /** What each attempt was charged; of a request that serves several rows, on one of them. */
  readonly costs?: readonly Money[]
  /** How many other rows the same request serves. */
  readonly sharedWith?: number
  /** What the provider said beside the picture. */
  readonly told?: { id?: string | undefined; executedModel?: string | undefined; revisedPrompt?: string | undefined }
  readonly placed?: Weighed
  /** The new variant that it is placed in. */
  readonly variant?: Omit<PlacedVariant, 'placed'>
  /** What has come and is on no layer, from this attempt or the last one. */
  readonly unplaced?: Unplaced | undefined
  /** Why the result was not made as large as its source. */
  readonly smaller?: (Smaller & { fileName?: string }) | undefined
  /** The name under which its job is remembered: the next panel brings its picture. */
  readonly keptAs?: string | undefined
  /** It was stopped, and its request goes on. */
  readonly isDetached?: boolean
  /** No answer came, and it may have been charged: what the provider says of it. */
  readonly unsure?: Unsure
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

export const isSettled = ({ at }: RowState) => at === 'done' || at === 'failed' || at === 'stopped' || at === 'held'

/** Whether its picture came after Stop: it is placed by hand, or not at all. */
export const hasArrived = ({ state, unplaced }: RunRow) => state.at === 'stopped' && unplaced?.picture !== undefined

/** Whether its picture is there for exports alone, and on no layer. */
export const isLent = ({ job, state, placed }: RunRow) => job.place === 'lend' && state.at === 'done' && !placed

/** What a row keeps of an answer, whatever becomes of it. */
export const answeredWith = ({ job }: RunRow, { file, made }: Answer): Partial<RunRow> => ({
  unplaced: { file, fileName: namedFor(file.type, job.row.name), made },
  told: { id: made.requestId, executedModel: made.executedModel, revisedPrompt: made.revisedPrompt },
})

/** What rows keep of the finished picture until that is placed. */
export function finishedWith({ picture, made }: Finished): (row: RunRow) => Partial<RunRow> {
  const { bytes, ...about } = picture
  let file: Blob | undefined
  return ({ job }) => ({
    unplaced: {
      // Most are placed at once, and nobody wants their file.
      get file() {
        file ??= new Blob([bytes], { type: picture.type })
        return file
      },
      fileName: namedFor(picture.type, job.row.name),
      made,
      picture: about,
    },
  })
}

/** The way back: a finished picture that was kept. */
export const finishedIn = async ({ file, picture, made }: Unplaced): Promise<Finished> => ({
  made,
  picture: { ...picture!, bytes: new Uint8Array(await file.arrayBuffer()) },
})
