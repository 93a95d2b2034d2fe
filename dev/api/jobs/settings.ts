import type { CorsPolicy } from '../cors.ts'

/** Changed at will while a stand-in runs; the times of jobs under way change along. */
export interface JobSettings {
  /** ms until a job is begun. */
  waiting: number
  /** ms that the work on it takes at least. */
  working: number
  /** How far a picture's shape may be off: 0.015 is 1.5 %. */
  offRatio: number
  cors: CorsPolicy
  /** Lets a page read `Retry-After`. */
  exposeHeaders: boolean
  /** Lets a page fetch results from the media host. */
  mediaCors: boolean
  /** ms until a result is gone. */
  mediaLife: number
  /** What becomes of a picture that is sent as a `data:` address; no document speaks of it. */
  dataAddresses: 'accept' | 'refuse'
  /** bytes that a picture may have. */
  largest: number
  /** ms that fetching a picture may take. */
  fetchTimeout: number
}

export const JOB_DEFAULTS: JobSettings = {
  waiting: 0,
  working: 0,
  offRatio: 0.015,
  cors: 'always',
  exposeHeaders: false,
  mediaCors: false,
  mediaLife: 86_400_000,
  dataAddresses: 'refuse',
  largest: 20_000_000,
  fetchTimeout: 10_000,
}
