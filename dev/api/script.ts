import { createHash } from 'node:crypto'
import { type Planned, type Trouble, toTrouble } from './trouble.ts'

/** How one attempt of a job goes. */
export interface Turn {
  /** ms from the arrival of the request to its answer, in all: the stand-in's own work is part of it as far as it fits. */
  latency?: number
  trouble?: Planned
}

/**
 * Says how each paid request goes. Jobs are the different main pictures that were sent, in the order in which they came
 * first; attempts are the requests with that picture. Both count from 1.
 */
export type Script = (job: number, attempt: number) => Turn

/** Follows a script; without one nothing is said. */
export function createPrompter() {
  let script: Script | undefined
  let jobs = new Map<string, { job: number; attempts: number }>()
  return {
    /** Jobs and attempts are counted anew. */
    set(next: Script | undefined) {
      script = next
      jobs = new Map()
    },
    next(picture: Uint8Array): { latency?: number | undefined; trouble?: Trouble | undefined } {
      if (!script) return {}
      const name = createHash('sha1').update(picture).digest('base64')
      const known = jobs.get(name) ?? { job: jobs.size + 1, attempts: 0 }
      known.attempts++
      jobs.set(name, known)
      const { latency, trouble } = script(known.job, known.attempts)
      return { latency, trouble: trouble && toTrouble(trouble) }
    },
  }
}
