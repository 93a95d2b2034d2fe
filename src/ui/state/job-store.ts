import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { type Remembered, rememberedIn } from '../jobs/remembered.ts'
import { SIGN_OF_LIFE } from './journal.ts'
import { LISTEN } from './missing.ts'

export interface JobStoreServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  /** Names this panel among those that are open elsewhere. */
  window: string
}

/** A job that is remembered, and whether the window that takes care of it is open. */
export interface StoredJob {
  id: string
  job: Remembered
  isHeld: boolean
}

export type JobStore = ReturnType<typeof createJobStore>

/** The jobs that are remembered on this machine. Whoever owns some of them gives a sign of life now and then. */
export function createJobStore({ code, window }: JobStoreServices) {
  const own = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function mark() {
    timer = own.size > 0 ? setTimeout(mark, SIGN_OF_LIFE) : undefined
    markAs(window, own.size > 0 ? Date.now() : undefined)
  }
  const markAs = (window: string, at: number | undefined) =>
    void code.call('markWindow', { window, at }).catch(() => {})
  function hold(id: string) {
    own.add(id)
    if (timer === undefined) mark()
  }
  const isOf = (owner: string, id: string) => code.call('claimJob', { id, window: owner, from: owner })

  return {
    window,
    /** Remembers it as this window's. Rejects where storage is full. */
    async keep(id: string, job: Omit<Remembered, 'owner'>): Promise<void> {
      // Where an earlier record stands, it is still this window's.
      const wasOwn = own.has(id)
      hold(id)
      try {
        await code.call('saveJob', { id, job: { ...job, owner: window } })
      } catch (thrown) {
        if (!wasOwn) own.delete(id)
        throw thrown
      }
    },
    /** What is not `from`'s any more is another window's, and stays. */
    async forget(id: string, from = window): Promise<void> {
      own.delete(id)
      try {
        if (await isOf(from, id)) await code.call('saveJob', { id, job: undefined })
      } catch {
        // What stays is told of once more by a later panel, which is better than to hold up this one.
      }
    },
    /** Makes it this window's where it is still that of `from`, and says whether it is. Rejects where storage is full. */
    async claim(id: string, from: string): Promise<boolean> {
      hold(id)
      let isOwn = false
      try {
        isOwn = await code.call('claimJob', { id, window, from })
        if (!isOwn || from === window) return isOwn
        await new Promise((resolve) => setTimeout(resolve, SETTLING))
        isOwn = await isOf(window, id)
        return isOwn
      } finally {
        if (!isOwn) own.delete(id)
      }
    },
    /** The jobs of others. What is left of windows that are closed goes with their jobs. */
    async others(): Promise<StoredJob[]> {
      const { jobs, windows } = await code.call('readJobs', {})
      const isOpen = (name: string) => Date.now() - Number(windows[name] ?? 0) < LISTEN
      for (const name of Object.keys(windows)) if (!isOpen(name) && name !== window) markAs(name, undefined)
      return Object.entries(jobs).flatMap(([id, stored]) => {
        const job = rememberedIn(stored)
        return job && job.owner !== window ? [{ id, job, isHeld: isOpen(job.owner) }] : []
      })
    },
  }
}

/** ms in which a window that claims at the same moment has written. */
const SETTLING = 1_000
