import type { Job } from '../jobs/plan.ts'
import type { Ask, Member, RequestOutcome } from '../jobs/row-listener.ts'
import type { Way } from '../jobs/way.ts'
import { createJournal, type JournalServices } from './journal.ts'
import { type Begun, createRunJobs, type RunJobsServices } from './run-jobs.ts'
import { askUnsure, type Unsure } from './unsure.ts'

/** A request that was made: how its provider is asked, and since when (ms since 1970). */
interface Made {
  way: Way
  at: number
  over: Promise<void>
  end(): void
}

export type OpenRequests = ReturnType<typeof createOpenRequests>

export interface OpenRequestsServices extends Pick<RunJobsServices, 'store' | 'onLeft'> {
  saveJournal: JournalServices['save']
}

/** What is under way: which request serves which row, which of them were made, and what came of them. */
export function createOpenRequests({ saveJournal, store, onLeft }: OpenRequestsServices) {
  const journal = createJournal({ save: saveJournal })
  // What is remembered is resumed by the next panel, which need not tell of it as missing.
  const jobs = createRunJobs({ store, onLeft, onKept: (job) => journal.ended(job, undefined) })
  /** By row, for as long as something may come for it. */
  const serving = new Map<number, { ask: Ask; job: Job }>()
  /** Until they have ended: a way holds what is sent by it, and a row keeps its job. */
  const ways = new WeakMap<Job, Way>()
  const made = new Map<Job, Made>()
  const answered = new Set<string>()

  return {
    /** How the provider of a request is asked. */
    reachedBy(job: Job, way: Way) {
      ways.set(job, way)
    },
    serve(members: readonly Member[], ask: Ask) {
      for (const { id, job } of members) serving.set(id, { ask, job })
      jobs.joined(members)
    },
    askOf: (id: number) => serving.get(id)?.ask,
    jobOf: (id: number) => serving.get(id)!.job,
    sent(job: Job) {
      const way = ways.get(job)!
      made.set(job, { way, at: Date.now(), ...deferred() })
      journal.sent(job, way.provider.id)
    },
    /** The provider works on it under an id of its own. */
    began(ids: readonly number[], job: Job, ...begun: [Begun, onStored: (rows: readonly number[]) => void]) {
      const members = ids.map((id) => ({ id, job: serving.get(id)!.job }))
      jobs.began(members, job, ...begun)
    },
    /** Whether the request ends with a fault while its job may still give a picture. To be called before `over`. */
    isLeft: jobs.isLeft,
    /** What comes for this row is not wanted any more, or only by hand. */
    stopped: jobs.stopped,
    /** This row's picture is placed, or saved. */
    settled: jobs.settled,
    over(job: Job, outcome: RequestOutcome) {
      const id = 'answers' in outcome ? outcome.answers[0]?.edited.id : undefined
      if (id) answered.add(id)
      ways.delete(job)
      made.get(job)?.end()
      made.delete(job)
      journal.ended(job, id)
      jobs.over(job, outcome)
    },
    /** What the provider lists of the time since a request was made that has had no answer. To be called before `over`. */
    async askUnsure(job: Job): Promise<Unsure> {
      const lost = made.get(job)
      if (!lost) return { at: 'unknown' }
      const allCome = () => Promise.all([...made.values()].map(({ over }) => over))
      return askUnsure({ from: lost.at, to: Date.now() }, lost.way, { isHere: (id) => answered.has(id), allCome })
    },
    /** A request has nothing more to say. Rows that joined another one are that one's. */
    forget(members: readonly Member[]) {
      for (const { id, job } of members) {
        ways.delete(job)
        if (!serving.get(id)?.ask.isOpen) serving.delete(id)
      }
    },
  }
}

function deferred() {
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  return { over, end }
}
