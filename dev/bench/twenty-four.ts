import type { Script } from '../api/script.ts'
import type { Planned } from '../api/trouble.ts'
import type { ScheduledJob } from './schedule.ts'

/** The 24 edits: 0.6 to 1.8 s each, two 429, one 503, one job with two 500s and one that is refused for good. */
export const script24: Script = (job, attempt) => {
  const trouble = troubleOf(job, attempt)
  return trouble ? { latency: REFUSAL, trouble } : { latency: durationOf(job) }
}

/** The same as an ideal plugin meets it: it waits as long as it is asked to, or in the middle of what it may draw. */
export const jobs24 = (): ScheduledJob[] =>
  Array.from({ length: 24 }, (_, index) => {
    const job = index + 1
    if (job === REFUSED) return [{ duration: REFUSAL }]
    const failed = (TROUBLES[job] ?? []).map((trouble, attempt) => ({
      duration: REFUSAL,
      wait: waitAfter(trouble, attempt),
    }))
    return [...failed, { duration: durationOf(job) }]
  })

/** Spread evenly, and far from sorted. */
const durationOf = (job: number) => Math.round(600 + (((job * 7) % 24) / 23) * 1200)

const troubleOf = (job: number, attempt: number): Planned | undefined =>
  job === REFUSED ? 'policy' : TROUBLES[job]?.[attempt - 1]

const waitAfter = (trouble: Planned, attempt: number) =>
  trouble === 'internal' ? MIDDLE_BACK_OFF * 2 ** attempt : RETRY_AFTER * 1000

/** s */
const RETRY_AFTER = 1
const busy: Planned = { name: 'busy', retryAfter: RETRY_AFTER }
const overloaded: Planned = { name: 'overloaded', retryAfter: RETRY_AFTER }
const REFUSED = 17
const TROUBLES: Readonly<Record<number, readonly Planned[]>> = {
  6: [busy],
  10: ['internal', 'internal'],
  13: [overloaded],
  20: [busy],
}
/** ms in which a request is turned away */
const REFUSAL = 80
/** ms: a 500 names no time, and the first pause is drawn from 250 to 500; each is twice the one before. */
const MIDDLE_BACK_OFF = 375
