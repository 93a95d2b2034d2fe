import { keptUnder } from '../kept.ts'
import { WINDOW_KEY } from './mark-window.ts'
import { JOB_KEY } from './save-job.ts'

/** What is remembered of jobs, and when the windows that hold some of them were last heard of. */
export async function readJobs(): Promise<{ jobs: Record<string, unknown>; windows: Record<string, unknown> }> {
  const [jobs, windows] = await Promise.all([keptUnder(JOB_KEY), keptUnder(WINDOW_KEY)])
  return { jobs, windows }
}
