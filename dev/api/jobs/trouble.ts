import { COURSES, PICTURE_TROUBLES, type PictureTrouble, retryAfter, UPSCALE_TROUBLES } from '../common-troubles.ts'
import type { PlannedOf } from '../plan.ts'
import type { Service } from './service.ts'

export type PlannedJob = PlannedOf<JobTroubleName, JobRoute>
export type JobTroubleName = keyof ReturnType<typeof troublesOf>
/** `run` is the usual one, and the troubles of a whole job are planned with it. */
export type JobRoute = 'run' | 'poll' | 'result' | 'models'

/** How a job may end badly, and how its answers may lie. */
export interface JobTrouble extends PictureTrouble {
  /** Forgets every job before the request is answered. */
  restart?: true
  end?: 'failed' | 'broken' | 'never'
  /** A status word that no document has, for as long as it is worked on. */
  oddWord?: true
  /** Where it says to ask for its status: on a host that is not the service's. */
  foreignPoll?: true
  result?: 'relative' | 'redirected' | 'expired' | 'none'
}

export function troublesOf({ refusal }: Pick<Service, 'refusal'>) {
  return {
    invalid: { refuse: () => refusal('invalid') },
    denied: { refuse: () => refusal('denied') },
    forbidden: { refuse: () => refusal('forbidden') },
    funds: { refuse: () => refusal('funds') },
    'no-model': { refuse: () => refusal('no-model') },
    'not-found': { refuse: () => refusal('not-found') },
    busy: { refuse: (seconds) => refusal('busy', undefined, retryAfter(seconds)) },
    overloaded: { refuse: (seconds) => refusal('overloaded', undefined, retryAfter(seconds)) },
    gateway: { refuse: () => refusal('gateway') },
    internal: { refuse: () => refusal('internal') },
    'no-cors-on-error': { withoutCors: true, refuse: () => refusal('gateway') },
    restart: { restart: true },
    failed: { end: 'failed' },
    'system-error': { end: 'broken' },
    'never-ends': { end: 'never' },
    'odd-status': { oddWord: true },
    'foreign-poll': { foreignPoll: true },
    'relative-result': { result: 'relative' },
    'redirected-result': { result: 'redirected' },
    'expired-result': { result: 'expired' },
    'no-result': { result: 'none' },
    ...COURSES,
    ...PICTURE_TROUBLES,
    ...UPSCALE_TROUBLES,
  } satisfies Record<string, JobTrouble>
}
