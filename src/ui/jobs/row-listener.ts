import type { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Framed } from '../image/recipe.ts'
import type { Wait } from '../providers/http.ts'
import type { OpenJob } from '../providers/provider.ts'
import type { Answer, Step, Weighed } from './edit-layer.ts'
import type { Finished } from './placing.ts'
import type { Job } from './plan.ts'

// What a request and the rows of a run know of each other.

/** One row of a run, which gets one picture of the answer. */
export interface Member {
  /** The row's. */
  id: number
  job: Job
}

/** Why a result has fewer pixels than its source; `file`: what the upscaler sent all the same. It is paid for. */
export interface Smaller {
  error: AppError
  file?: Blob | undefined
}

/** One request, as its rows see it. */
export interface Ask {
  /** Settles when nothing more will come; what happens is told row by row. */
  perform(): Promise<void>
  /** The row no longer wants it; the others do. */
  stop(id: number): void
  /** Whether a picture may still come of it. */
  readonly isOpen: boolean
}

export type RequestOutcome = { answers: readonly Answer[] } | { error: AppError }

/** What becomes of the rows. Rows that were stopped are told of what has come all the same. */
export interface RowListener {
  step(ids: readonly number[], step: Step): void
  /** Until when, in ms since 1970. */
  waits(ids: readonly number[], wait: Wait): void
  source(ids: readonly number[], picture: Picture): void
  /** These rows are served by one request, by this one; the first one's job is what it asks for. */
  shared(members: readonly Member[], ask: Ask): void
  sent(ids: readonly number[], job: Job): void
  /** The provider works on it under an id of its own. `framed`: how to cut what comes of it. */
  began(ids: readonly number[], job: Job, begun: { open: OpenJob; framed: Framed }): void
  /** What the request was answered with, or why it failed. */
  ended(ids: readonly number[], job: Job, outcome: RequestOutcome): void
  /** What came for these rows, before anything is done with it: it is paid for, and must not be lost. */
  answered(ids: readonly number[], answer: Answer): void
  /** The finished picture, before it is placed. */
  finished(ids: readonly number[], finished: Finished): void
  /** The picture that was finished is placed as it is: it could not be made as large as its source. */
  smaller(ids: readonly number[], smaller: Smaller): void
  placed(id: number, placed: Weighed): void
  /** The finished picture is kept for exports, and on no layer. */
  lent(id: number): void
  /** The finished picture waits for the others of its new variant. Gives what finds it again, wherever it is then. */
  gathered(id: number): () => Promise<Finished | undefined>
  failed(id: number, error: AppError): void
}
