import type { Limits } from '../../relay/src/limits.ts'
import type { Room } from '../../relay/src/store.ts'
import { startOnNode } from './start-on-node.ts'
import { startOnWorkers } from './start-on-workers.ts'

/** What a test changes of a relay. */
export interface Setup {
  /** Hosts that are answered by a stand-in on this machine. */
  origins?: Record<string, string>
  limits?: Partial<Limits>
  room?: Room
}

/** A relay that listens on this machine, in either runtime. */
export interface RunningRelay {
  url: string
  /** Everything it wrote anywhere. */
  output(): string
  /** Stops it, whatever it was doing, and starts another with the same storage. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export const TOKEN = 'a-token-for-tests-of-the-relay'
export const OTHER_TOKEN = 'another-token-for-those-tests'

/** RELAY_RUNTIME=workers runs the same tests against workerd. */
export const ON_WORKERS = process.env.RELAY_RUNTIME === 'workers'

export const startRelay = (setup: Setup = {}): Promise<RunningRelay> =>
  ON_WORKERS ? startOnWorkers(setup) : startOnNode(setup)
