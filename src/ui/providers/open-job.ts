import { AppError } from '../../shared/errors.ts'
import { failedText, RESULT_WITHHELD, resultExpiredText } from '../texts/answers.ts'
import { urlUnder } from './address.ts'
import { arrived } from './arrived.ts'
import { answeredIn } from './faults.ts'
import type { Http } from './http.ts'
import { forgetAll } from './pictures.ts'
import { poll } from './polling.ts'
import type { Context, Edited, Money, OpenJob, PollingPace } from './provider.ts'
import { undocumented } from './silence.ts'

/** What a provider says of a job, whatever its words for it. */
export interface JobState {
  /** `broken`: a fault of the provider's own. A word that no document has is `open`. */
  at: 'open' | 'done' | 'failed' | 'broken'
  /** Of the results: full, or relative to the provider. */
  addresses: string[]
  error?: unknown
  cost?: Money | undefined
  /** Unix seconds. */
  created?: number | undefined
}

/**
 * A job as it was accepted. It is asked about under its id, and not at the address that the answer may name: the key goes
 * nowhere an answer says. The id comes from outside too, and may not lead anywhere else. `under`: the path before it.
 */
export function toJob(
  { id, ...accepted }: Omit<OpenJob, 'pollAt' | 'submittedAt'>,
  { under, http }: { under: string; http: Http },
): OpenJob {
  // Dots alone are no segment of a path.
  if (/^\.*$/.test(id)) throw undocumented({ url: http.address, paid: true }, 'id')
  const pollAt = under + encodeURIComponent(id)
  return { id, ...accepted, pollAt, submittedAt: Date.now() }
}

/** The cause of a fault that ends a job for good: it failed, or what came of it is not kept any more. */
export class Over {}

/** Whether nothing can come of the job any more, so that it may be forgotten. */
export const isOver = (thrown: unknown) => thrown instanceof AppError && thrown.cause instanceof Over

/** Throws where the provider has forgotten what came of the job, as far as that is known without asking. */
export function assertKept(job: OpenJob) {
  if (Date.now() > (job.expiresAt ?? Number.POSITIVE_INFINITY) + SKEW) throw gone(job)
}

interface Following {
  ask(job: OpenJob): Promise<JobState>
  pace: PollingPace
  /** What is known of the charge for a job that the provider itself broke. */
  broken?: string
}

/** Follows a job to its end and fetches what came of it. Once it has ended, what was uploaded for it is forgotten. */
export async function follow(job: OpenJob, context: Context, { ask, pace, broken = '' }: Following): Promise<Edited> {
  const { http, signal, timeLimit = TIME_LIMIT } = context
  const { expiresAt = Number.POSITIVE_INFINITY } = job
  const askOnce = async () => {
    const state = await ask(job)
    return state.at === 'open' ? undefined : state
  }
  let isEnded = false
  try {
    assertKept(job)
    // A job of an earlier panel has its time from now on: how long it has been done is not known.
    const deadline = Math.min(Date.now() + timeLimit, expiresAt)
    const polled = poll({ ask: askOnce, pace: context.pace ?? pace, signal, deadline })
    const state = await polled.catch((thrown) => {
      // Another account does not know it, either: that it is not known says nothing for good.
      throw isGone(thrown) ? gone(job, thrown) : thrown
    })
    isEnded = true
    if (state.at !== 'done') throw failure(state, { http, broken })
    const { cost = job.cost, created } = state
    return { images: await fetchAll(state.addresses, { job, http }), id: job.id, created, cost }
  } finally {
    // A job that goes on may not have fetched its pictures yet. The relay forgets them within the hour anyway.
    if (isEnded) forgetAll(job.uploads ?? [], context)
  }
}

/** Files from wherever they are, without the key. Each is paid for, so those that arrive are kept. */
export const fetchAll = (addresses: readonly string[], way: { job?: OpenJob; http: Http }) =>
  arrived(addresses.map((address) => fetchOne(address, way)))

async function fetchOne(address: string, { job, http }: { job?: OpenJob; http: Http }) {
  try {
    return { file: await http.download(absolute(address, http), { limit: FILE_LIMIT }) }
  } catch (thrown) {
    if (job && isGone(thrown)) throw gone(job)
    if (answeredIn(thrown)?.status !== 403) throw thrown
    if (job && Date.now() > (job.expiresAt ?? Number.POSITIVE_INFINITY)) throw gone(job)
    throw new AppError('provider', RESULT_WITHHELD, thrown)
  }
}

/** The addresses in an answer, whichever of the documented forms it has. */
export function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return value ? [value] : []
  if (Array.isArray(value)) return value.flatMap(addressesIn)
  const { url, media_url, images } = Object(value) as Record<string, unknown>
  return [url, media_url, images].flatMap((part) => (part ? addressesIn(part) : []))
}

function absolute(address: string, http: Http): string {
  if (/^\/(?!\/)/.test(address)) return urlUnder(http.address, address)
  return URL.canParse(address, http.address) ? new URL(address, http.address).href : address
}

function failure({ at, error }: JobState, { http, broken }: { http: Http; broken: string }): AppError {
  const said = failedText(http.wordsIn({ error }))
  return at === 'broken'
    ? new AppError('provider', `${said} ${broken}`, new Over())
    : new AppError('refused', said, new Over())
}

/** The relay's own refusals say nothing about what is behind it. */
function isGone(thrown: unknown): boolean {
  const { status = 0, code = '' } = answeredIn(thrown) ?? {}
  return GONE.includes(status) && !code.startsWith('RELAY_')
}

const gone = ({ expiresAt }: OpenJob, cause: unknown = new Over()) =>
  new AppError('provider', resultExpiredText(expiresAt), cause)

const GONE = [404, 410]
/** ms */
const TIME_LIMIT = 600_000
/** ms: the provider's clock is not ours. */
const SKEW = 60_000
/** bytes */
const FILE_LIMIT = 64_000_000
