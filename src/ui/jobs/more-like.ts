import type { Job } from './plan.ts'

/**
 * Jobs that ask for the same as one that was run, with other seeds: `count` results more. Those that leave the seed to the
 * provider are one request, as they were.
 */
export function jobsLike(job: Job, { count, drawSeed }: { count: number; drawSeed: () => number }): Job[] {
  const others = drawSeed()
  return Array.from({ length: count }, (_, index) => {
    const seed = job.seed === undefined ? undefined : drawSeed()
    // Other requests than those of the run, which may still go on: theirs are answered already.
    const share = JSON.stringify([...JSON.parse(job.share), job.ownSeed ? others : [others, index]])
    const which = job.ownSeed ? { n: count, picture: index } : { n: 1, picture: 0 }
    return { ...job, seed, share, ...which }
  })
}
