import type { Job } from '../jobs/plan.ts'
import { upscaleKeyOf, upscalePriceRequest } from '../jobs/upscale-job.ts'
import type { Money, UpscaleRequest } from '../providers/provider.ts'
import { createPriceOf, type PriceModel } from './price.ts'

export type UpscalePrices = ReturnType<typeof createUpscalePrices>

/** What upscales cost, wherever that is asked: each size and step once. `ask`: as `Provider.upscalePrice`. */
export function createUpscalePrices(ask: (request: UpscaleRequest, signal: AbortSignal) => Promise<Money | undefined>) {
  const known = new Map<string, Money | undefined>()
  const all: PriceModel[] = []
  return {
    create(): PriceModel {
      const price = createPriceOf({ keyOf: upscaleKeyOf, ask, requestOf: upscalePriceRequest, known })
      all.push(price)
      return price
    },
    /** Of one job, as far as it was asked for. */
    of: (job: Job) => known.get(upscaleKeyOf(upscalePriceRequest(job))),
    /** Another account or address has other prices. */
    forget() {
      for (const price of all) price.forget()
    },
  }
}
