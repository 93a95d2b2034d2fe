/** One request of a job: ms until its answer, and ms that the job then waits before it asks again. */
export interface Attempt {
  duration: number
  wait?: number
}

/** The requests that a job makes, one after the other. */
export type ScheduledJob = readonly Attempt[]

/**
 * ms that the best pool takes which does not know durations ahead and costs nothing itself: a free slot takes the job
 * that has waited out its pause longest, else the next new one; a job that waits holds no slot.
 */
export function bestWall(jobs: readonly ScheduledJob[], slots: number): number {
  let now = 0
  let next = 0
  const running: { at: number; job: ScheduledJob; attempt: number }[] = []
  const waiting: typeof running = []

  function startAll() {
    while (running.length < slots) {
      const ready = waiting[0] && waiting[0].at <= now ? waiting.shift() : undefined
      const { job, attempt } = ready ?? { job: jobs[next++], attempt: 0 }
      if (!job) return
      insert(running, { at: now + job[attempt]!.duration, job, attempt })
    }
  }

  for (startAll(); running.length > 0 || waiting.length > 0; startAll()) {
    const ended = running[0]
    const returns = running.length < slots ? waiting[0]?.at : undefined
    now = Math.min(ended?.at ?? Infinity, returns ?? Infinity)
    if (ended?.at !== now) continue
    running.shift()
    const { job, attempt } = ended
    if (attempt + 1 < job.length) insert(waiting, { at: now + (job[attempt]!.wait ?? 0), job, attempt: attempt + 1 })
  }
  return now
}

/** ms that no schedule can beat: all work spread evenly, or the longest job by itself. */
export function leastWall(jobs: readonly ScheduledJob[], slots: number): number {
  const work = sum(jobs.flat().map(({ duration }) => duration)) / slots
  return Math.max(work, ...jobs.map((job) => sum(job.map(({ duration, wait = 0 }) => duration + wait))))
}

/** Keeps the earliest first, and of equals the one that came first. */
function insert<T extends { at: number }>(line: T[], one: T) {
  const index = line.findIndex(({ at }) => at > one.at)
  line.splice(index < 0 ? line.length : index, 0, one)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
