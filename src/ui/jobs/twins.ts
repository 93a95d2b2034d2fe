import type { Bytes } from '../../shared/picture.ts'
import { digestOf } from './digest.ts'
import type { Job } from './plan.ts'
import type { Member } from './row-listener.ts'

/** Takes rows over to be served by a request that was begun before; false where it can serve no more. */
export type Adopt = (members: readonly Member[]) => Promise<boolean>

export type Twins = ReturnType<typeof createTwins>

/**
 * The looks of one run that turn out to be the same only when they are drawn, and images that are made larger one after
 * the other: they, too, are paid for once.
 */
export function createTwins() {
  const known = new Map<string, Adopt>()
  return {
    /** Whether an earlier request with the same picture serves these rows. Without one, `adopt` serves those to come. */
    async joined(members: readonly Member[], bytes: Bytes, adopt: Adopt): Promise<boolean> {
      const { job } = members[0]!
      if (!job.mayShare || (job.row.source.kind === 'image' && !job.enlarging)) return false
      const key = keyOf(job, bytes)
      const earlier = known.get(key)
      if (!earlier) known.set(key, adopt)
      if (!earlier) return false
      if (await earlier(members)) return true
      known.set(key, adopt)
      return false
    },
  }
}

const keyOf = ({ share }: Job, bytes: Bytes) => JSON.stringify([digestOf(bytes), ...JSON.parse(share).slice(1)])
