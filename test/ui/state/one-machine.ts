import { AppError } from '../../../src/shared/errors.ts'
import type { Standing } from '../../../src/shared/protocol.ts'
import { NOT_KEPT } from '../../../src/shared/texts/storage.ts'
import type { Aim, Remembered } from '../../../src/ui/jobs/remembered.ts'
import { aimOf } from '../../../src/ui/jobs/remembered.ts'
import { createJobStore } from '../../../src/ui/state/job-store.ts'
import { fakeCode, imageRow, jobOn } from '../jobs/fakes.ts'

/** What Figma keeps on a machine, for all windows that are open there. */
export function oneMachine() {
  const jobs = new Map<string, unknown>()
  const windows = new Map<string, number>()
  const machine = { isFull: false }

  /** A window with a file, in which layers stand as `standings` says; others are here. */
  function open(window: string, standings: Record<string, Standing> = {}, more: Parameters<typeof fakeCode>[0] = {}) {
    const code = fakeCode({
      saveJob({ id, job }) {
        if (!job) return void jobs.delete(id)
        if (machine.isFull) throw new AppError('storage', NOT_KEPT)
        jobs.set(id, structuredClone({ file: `File of ${window}`, ...job }))
      },
      readJobs: () => structuredClone({ jobs: Object.fromEntries(jobs), windows: Object.fromEntries(windows) }),
      markWindow: ({ window, at }) => void (at === undefined ? windows.delete(window) : windows.set(window, at)),
      claimJob({ id, window, from }) {
        const job = jobs.get(id) as Remembered | undefined
        if (job?.owner !== from) return false
        jobs.set(id, { ...job, owner: window })
        return true
      },
      checkLayer: ({ id }) => standings[id] ?? 'here',
      ...more,
    })
    /** The panel is closed: its scripts would end with it, here they no longer reach anything. */
    function close() {
      Object.assign(code, { call: () => new Promise(() => {}) })
      windows.set(window, 0)
    }
    return { code, close, standings, store: createJobStore({ code, window }) }
  }

  return { jobs, windows, machine, open }
}

export const aimAt = (name: string, part: Partial<Aim> = {}): Aim => ({ ...aimOf(jobOn(imageRow(name))), ...part })

export const rememberedOn = (aims: readonly Aim[], part: Partial<Remembered> = {}): Remembered => ({
  version: 1,
  owner: 'closed',
  file: 'Landing page',
  open: { provider: 'fake', id: 'job 1', model: 'm', pollAt: '/jobs/1', submittedAt: 1 },
  prompt: 'Make it night',
  model: 'p-image-edit',
  framed: { shape: { width: 8, height: 8 }, source: { width: 8, height: 8 }, keepsAlpha: false },
  aims,
  ...part,
})
