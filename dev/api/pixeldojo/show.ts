import type { Job } from '../jobs/job.ts'
import { MICROS } from '../wallet.ts'

/** A job as a poll shows it: its result only once it is there. */
export const show = ({ id, state, results, error, price, expiresAt }: Job, status: string) => ({
  jobId: id,
  status,
  ...(state === 'done' && { output: { images: results } }),
  ...(error !== undefined && { error }),
  creditCost: price / MICROS,
  expiresAt: toDate(expiresAt),
})

/** Whole seconds, as the document has them. */
export const toDate = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`
