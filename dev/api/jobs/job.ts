import type { JobTrouble } from './trouble.ts'

/** `broken` is a fault of the service itself, which is not charged. */
export type State = 'waiting' | 'working' | 'done' | 'failed' | 'broken'

export interface Job {
  id: string
  /** Whose it is: to any other key it does not exist. */
  key: string
  model: string
  /** Millionths of the service's unit, taken when it was accepted. */
  price: number
  state: State
  error?: string
  /** Addresses of what it made. */
  results: string[]
  /** The type of what it made, such as `image/png`. */
  type?: string
  /** ms since 1970 */
  createdAt: number
  updatedAt: number
  /** As it was told when the job was accepted. */
  expiresAt: number
  trouble: JobTrouble
}

export type Jobs = ReturnType<typeof createJobs>

export function createJobs() {
  const jobs = new Map<string, Job>()
  return {
    add(job: Job) {
      jobs.set(job.id, job)
      for (const oldest of [...jobs.keys()].slice(0, -KEPT)) jobs.delete(oldest)
    },
    find: (id: string) => jobs.get(id),
    clear: () => jobs.clear(),
  }
}

/** Moves a job on; nothing follows the end of one. */
export function advance(job: Job, change: Partial<Pick<Job, 'state' | 'error' | 'results' | 'type'>>): void {
  Object.assign(job, change, { updatedAt: Date.now() })
}

const KEPT = 1000 // jobs
