import { signal } from '@preact/signals'
import type { Job } from '../jobs/plan.ts'
import { requestsIn } from '../jobs/upscale-job.ts'
import type { Money } from '../providers/provider.ts'
import { sumOf } from './money.ts'

/** What the requests of a run cost, as it stood when they were begun: another account may be chosen before they are made. */
export function createRunPrices(priceNow: (job: Job) => Money | undefined) {
  const prices = new Map<string, Money | undefined>()
  const estimated = signal<readonly Money[] | undefined>(undefined)

  return {
    /** Of one request; undefined where the provider did not say. */
    of: ({ share }: Job) => prices.get(share),
    /** All of them together; undefined where one is not known. */
    estimated,
    /** `anew`: those of an earlier run do not count. */
    add(jobs: readonly Job[], { anew }: { anew: boolean }) {
      if (anew) prices.clear()
      const before = anew ? [] : estimated.peek()
      const requests = requestsIn(jobs)
      for (const request of requests) prices.set(request.share, priceNow(request))
      const known = requests.flatMap(({ share }) => prices.get(share) ?? [])
      estimated.value = before && known.length === requests.length ? sumOf([...before, ...known]) : undefined
    },
  }
}
