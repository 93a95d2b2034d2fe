import PQueue from 'p-queue'
import { stopped } from '../../shared/errors.ts'

export type Line = ReturnType<typeof createLine>

/** A place in the line that was reached. Leaving it lets the next one in; leaving twice is leaving once. */
export interface Slot {
  leave(): void
}

interface Wanted {
  /** Aborting gives up the wait, which rejects at once, `cancelled`, and the slot. */
  signal?: AbortSignal
  /** Before all that wait for their first time: what was begun is ended first. */
  again?: boolean
}

/** The line for a limited number of slots, which may change while it moves. */
export function createLine(parallel: number) {
  const queue = new PQueue({ concurrency: parallel })

  return {
    enter({ signal, again = false }: Wanted = {}): Promise<Slot> {
      return new Promise((resolve, reject) => {
        const work = () => new Promise<void>((leave) => resolve({ leave }))
        queue
          .add(work, { priority: again ? 1 : 0, ...(signal && { signal }) })
          .catch((thrown) => reject(signal?.aborted ? stopped(signal.reason) : thrown))
      })
    },
    /** Whether who enters now is in at once. */
    get isFree() {
      return !queue.isPaused && queue.pending < queue.concurrency
    },
    get parallel() {
      return queue.concurrency
    },
    set parallel(parallel: number) {
      queue.concurrency = parallel
    },
    get paused() {
      return queue.isPaused
    },
    pause: () => queue.pause(),
    resume: () => void queue.start(),
  }
}
