import type { SeenRequest } from './seen.ts'

/** What every running stand-in shows of itself. */
export interface Running<Settings, Planned> {
  /** `http://localhost:PORT`, answered on 127.0.0.1 and, where there is one, on ::1. */
  readonly url: string
  readonly port: number
  readonly key: string
  /** Everything that arrived, preflights included, oldest first; never a key. */
  readonly requests: readonly SeenRequest[]
  /** Latency, CORS and the rest; changed at will while it runs. */
  readonly settings: Settings
  /** Troubles for the next requests, in order; replaces what was planned before. */
  plan(troubles: readonly Planned[]): void
  /** Empties `requests`, what else was noted, and the plan. */
  forget(): void
  stop(): Promise<void>
}
