import type { Hono } from 'hono'
import type { HostEnv } from '../host.ts'
import type { Refusal } from '../refusal.ts'
import type { Job, State } from './job.ts'
import type { JobStand } from './stand.ts'

/** What one service that works by jobs says in words of its own. */
export interface Service {
  /** The default key. */
  key: string
  /** Request headers that a page may send; in lower case. */
  headers: readonly string[]
  keyIn(headers: Headers): string | undefined
  /** Whether a job is forgotten when its files expire. */
  jobsExpire: boolean
  refusal(kind: Kind, message?: string, headers?: Record<string, string>): Refusal
  /** The path of a job, with `:id` as its id for the route itself. */
  statusPath(id: string): string
  words: Record<State, string>
  /** A status word that no document has. */
  oddWord: string
  /** A job as a poll shows it. `status`: the word for its state. */
  show(job: Job, status: string): unknown
  addRoutes(app: Hono<HostEnv>, stand: JobStand): void
}

/** The causes of a refusal, of which each service has its own status and name. */
export type Kind =
  | 'invalid'
  | 'denied'
  | 'forbidden'
  | 'funds'
  | 'no-model'
  | 'not-found'
  | 'busy'
  | 'internal'
  | 'gateway'
  | 'overloaded'
