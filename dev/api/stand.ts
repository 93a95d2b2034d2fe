import type { CorsPolicy } from './cors.ts'
import type { HostEnv } from './host.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createMedia, type Media } from './media.ts'
import { createPrompter } from './script.ts'
import { createSeen, type Seen } from './seen.ts'
import { createTroublePlan } from './trouble.ts'

/** What one running stand-in knows; every route works on it. */
export interface Stand {
  key: string
  settings: Settings
  ledger: Ledger
  media: Media
  seen: Seen
  plan: ReturnType<typeof createTroublePlan>
  prompter: ReturnType<typeof createPrompter>
  /** Aborted by `stop`, so that no wait outlives the server. */
  stopping: AbortSignal
}

export interface Settings {
  /** ms that every edit takes at least. */
  latency: number
  /** How far a picture's shape may be off: 0.015 is 1.5 %. */
  offRatio: number
  cors: CorsPolicy
  /** Lets a page read `Retry-After` and `X-Lumenfall-Request-Id`. Whether the real service does is not known. */
  exposeHeaders: boolean
  /** Lets a page fetch the files of `response_format=url`. Whether the real host does is not known. */
  mediaCors: boolean
  /** ms until such a file is gone; about an hour at the real host. */
  mediaLife: number
  /**
   * Answers PNG without painting, with pictures of the asked size that are encoded once, in colors of the seed; and does
   * not decode what it is sent.
   */
  prepared: boolean
  /**
   * Lets a connection carry one request after the other, as real services do. Not where a line is to be dropped: a browser
   * silently repeats a POST whose kept connection was reset.
   */
  keepsAlive: boolean
}

/** What Hono carries through one request. */
export interface Env extends HostEnv {
  Variables: HostEnv['Variables'] & { stand: Stand; requestId?: string }
}

export function createStand(
  options: Partial<Settings> & { key?: string; balance?: number | null },
  stopping: AbortSignal,
) {
  const { key = DEMO_KEY, balance = BALANCE, ...settings } = options
  const stand: Stand = {
    key,
    settings: { ...DEFAULTS, ...settings },
    ledger: createLedger(balance),
    media: createMedia(),
    seen: createSeen([key]),
    plan: createTroublePlan(),
    prompter: createPrompter(),
    stopping,
  }
  return stand
}

export const DEMO_KEY = 'lmnfl_demo.stand-in'
const BALANCE = 10 // USD
const DEFAULTS: Settings = {
  latency: 0,
  offRatio: 0.015,
  cors: 'always',
  exposeHeaders: false,
  mediaCors: false,
  mediaLife: 3_600_000,
  prepared: false,
  keepsAlive: false,
}
