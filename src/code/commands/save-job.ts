import type { KeptJob } from '../../shared/protocol.ts'
import { keep } from '../kept.ts'

/** Remembers a job that a provider works on, and in which file it was begun; or forgets it. Rejects if it cannot be kept. */
export const saveJob = ({ id, job }: { id: string; job: KeptJob | undefined }): Promise<void> =>
  keep(JOB_KEY + id, job && { file: figma.root.name, ...job })

/** Before the id of a job. */
export const JOB_KEY = 'job '
