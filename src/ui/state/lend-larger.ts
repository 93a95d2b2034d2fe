import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { RunModel } from './run.ts'
import { finishedIn } from './run-row.ts'
import type { Planned } from './sharpen-plan.ts'

export interface LendServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  run: Pick<RunModel, 'lentFor' | 'markTaken'>
}

/**
 * Lends the sandbox the pictures that were made larger of these images, one after the other so that memory stays small. What
 * there is none of, or Figma does not take, is left out.
 */
export async function lendLarger(images: readonly Planned[], { code, run }: LendServices): Promise<void> {
  for (const { judged, jobs } of images) {
    const [job] = jobs
    const lent = job && run.lentFor(job)
    if (!lent) continue
    const { picture } = await finishedIn(lent)
    const { hash, width } = judged.bitmap
    const shrink = width / picture.width
    await code
      .call('lendImage', { hash, picture, shrink }, { transfer: [picture.bytes.buffer], patient: true })
      .then(() => run.markTaken(job))
      .catch(() => {})
  }
}
