import { inStorageLine, write } from '../kept.ts'
import { JOB_KEY } from './save-job.ts'

/**
 * Makes a window the owner of a job that belongs to `from`; answers whether it did. Figma compares nothing while it
 * writes: of two windows that claim at the same moment the last one owns it, so whoever claims reads once more later.
 */
export function claimJob({ id, window, from }: { id: string; window: string; from: string }): Promise<boolean> {
  return inStorageLine(async () => {
    const job: unknown = await figma.clientStorage.getAsync(JOB_KEY + id)
    if (Object(job).owner !== from) return false
    if (window !== from) await write(JOB_KEY + id, { ...Object(job), owner: window })
    return true
  })
}
