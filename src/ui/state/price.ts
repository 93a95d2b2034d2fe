import { signal } from '@preact/signals'
import { byRequest } from '../jobs/by-request.ts'
import type { Job } from '../jobs/plan.ts'
import { pauseFor } from '../providers/patience.ts'
import type { EditRequest, Money } from '../providers/provider.ts'
import { TINY_PICTURE } from '../providers/tiny-picture.ts'
import { sumOf } from './money.ts'

export type Price = { at: 'unknown' } | { at: 'asking' } | { at: 'known'; sums: Money[] }

export interface PriceServices<Request> {
  keyOf(request: Request): string
  /** Asks the provider for the price of one request; `undefined` where it does not say. */
  ask(request: Request, signal: AbortSignal): Promise<Money | undefined>
  /** What was told already, by key; shared by those that ask the same. */
  known?: Map<string, Money | undefined>
}

export type PriceModel = ReturnType<typeof createPrice>

/** What a run would cost. */
export const createPrice = (services: PriceServices<EditRequest>) => createPriceOf({ ...services, requestOf })

export interface PriceOfServices<Request> extends PriceServices<Request> {
  /** The job as the provider would hear it, without what does not change the price. */
  requestOf(job: Job): Request
}

/** What two things cost together. */
export function priceOfBoth(one: Price, other: Price): Price {
  if (one.at === 'known' && other.at === 'known') return { at: 'known', sums: sumOf([...one.sums, ...other.sums]) }
  return { at: one.at === 'asking' || other.at === 'asking' ? 'asking' : 'unknown' }
}

/** What jobs would cost. Each distinct shape of request is asked for once, however often it is shown. */
export function createPriceOf<Request>({ keyOf, ask, requestOf, known = new Map() }: PriceOfServices<Request>) {
  const shown = signal<Price>({ at: 'unknown' })
  let followed: readonly Request[] = []
  let stop = new AbortController()

  async function learn(request: Request, signal: AbortSignal) {
    const key = keyOf(request)
    if (known.has(key)) return
    const price = await ask(request, signal)
    // By now it may be the price of another account.
    signal.throwIfAborted()
    known.set(key, price)
  }

  function sumKnown(requests: readonly Request[]): Price {
    const sums = requests.map((request) => known.get(keyOf(request)))
    const told = sums.filter((sum) => sum !== undefined)
    return told.length === sums.length ? { at: 'known', sums: sumOf(told) } : { at: 'unknown' }
  }

  async function show(requests: readonly Request[]) {
    stop.abort()
    stop = new AbortController()
    const { signal } = stop
    if (requests.length === 0) {
      shown.value = { at: 'unknown' }
      return
    }
    if (requests.every((request) => known.has(keyOf(request)))) {
      shown.value = sumKnown(requests)
      return
    }
    shown.value = { at: 'asking' }
    try {
      await pauseFor(PAUSE, signal)
      const distinct = [...new Map(requests.map((request) => [keyOf(request), request])).values()]
      for (let at = 0; at < distinct.length; at += AT_ONCE) {
        await Promise.all(distinct.slice(at, at + AT_ONCE).map((request) => learn(request, signal)))
      }
      shown.value = sumKnown(requests)
    } catch {
      // Without a price a run is still possible; what is wrong shows when the designer presses Check or Run.
      if (!signal.aborted) shown.value = { at: 'unknown' }
    }
  }

  return {
    shown,
    /** Of one request, as far as it was asked for. */
    of: (job: Job) => known.get(keyOf(requestOf(job))),
    /** The jobs that Run would start now; the sum follows after a pause. The same question is not asked again. */
    follow(jobs: readonly Job[]) {
      const requests = byRequest(jobs, (job) => job).map(([job]) => requestOf(job!))
      const isSame = requests.map(keyOf).join() === followed.map(keyOf).join()
      followed = requests
      if (!isSame) void show(requests)
    },
    /** Another account or address has other prices. */
    forget() {
      known.clear()
      void show(followed)
    },
  }
}

/** Without the words and the pictures themselves: they do not change the price, and how many they are may. */
const requestOf = ({ model, size, aspectRatio, resolution, options, n, references = [] }: Job): EditRequest => ({
  model,
  prompt: 'price',
  pictures: [TINY_PICTURE, ...references.map(() => TINY_PICTURE)],
  size,
  aspectRatio,
  resolution,
  n,
  options,
})

/** ms without a change before a price is asked for. */
const PAUSE = 350
/** Prices asked for at the same time: each image of an audit may have a size of its own. */
const AT_ONCE = 6
