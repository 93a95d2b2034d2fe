import type { Wait } from '../providers/http.ts'
import type { Context, OpenJob, Provider } from '../providers/provider.ts'

/** Who is asked, and how. */
export interface Way {
  provider: Provider
  context: Context
  /** Another way for a request that was refused and cost nothing, where this one may have been why. */
  otherwise?(thrown: unknown): Way | undefined
}

/** What is said to whoever makes a request, on its way. */
export interface ReachHooks {
  signal: AbortSignal
  /** The provider has accepted a job, which may be resumed. */
  onJob(job: OpenJob): void
  onWait(wait: Wait): void
  /** The answer has begun: the provider has done its part. Awaited before the rest of it is read. */
  onCome(): void | Promise<void>
  beforeRepeat(): Promise<void>
  /** Throws `cancelled` where no row wants it any more. */
  assertWanted(): void
}
