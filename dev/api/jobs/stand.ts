import { createMedia, type Media } from '../media.ts'
import { createPlan } from '../plan.ts'
import { createSeen, type Seen } from '../seen.ts'
import { createWallet, type Wallet } from '../wallet.ts'
import type { Fetched } from './fetch-picture.ts'
import { createJobs, type Jobs } from './job.ts'
import type { Service } from './service.ts'
import { JOB_DEFAULTS, type JobSettings } from './settings.ts'
import { type JobRoute, type JobTrouble, type JobTroubleName, troublesOf } from './trouble.ts'

/** What one running stand-in that works by jobs knows. */
export interface JobStand {
  service: Service
  settings: JobSettings
  /** What each key holds. */
  wallets: ReadonlyMap<string, Wallet>
  jobs: Jobs
  media: Media
  plan: ReturnType<typeof createJobPlan>
  /** What came to the service, to its media host, and to the host that is not its own. */
  seen: Record<HostName, Seen>
  /** `http://localhost:PORT` of each, known once they listen. */
  urls: Record<HostName, string>
  fetches: Fetched[]
  stopping: AbortSignal
}

export type HostName = 'service' | 'media' | 'elsewhere'

export interface JobOptions extends Partial<JobSettings> {
  key?: string
  /** In the service's unit. */
  balance?: number
}

export function createJobStand(service: Service, options: JobOptions, stopping: AbortSignal): JobStand {
  const { key = service.key, balance = BALANCE, ...settings } = options
  const keys = [key, OTHER_KEY]
  return {
    service,
    settings: { ...JOB_DEFAULTS, ...settings },
    wallets: new Map(keys.map((one) => [one, createWallet(balance)])),
    jobs: createJobs(),
    media: createMedia(),
    plan: createJobPlan(service),
    seen: { service: createSeen(keys), media: createSeen(keys), elsewhere: createSeen(keys) },
    urls: { service: '', media: '', elsewhere: '' },
    fetches: [],
    stopping,
  }
}

const createJobPlan = (service: Service) => createPlan<JobTroubleName, JobRoute, JobTrouble>(troublesOf(service), 'run')

const OTHER_KEY = 'another-account.stand-in'
const BALANCE = 10
