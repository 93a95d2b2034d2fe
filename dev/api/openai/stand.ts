import type { CorsPolicy } from '../cors.ts'
import { createSeen } from '../seen.ts'
import { createWallet } from '../wallet.ts'
import { createOpenAiPlan } from './trouble.ts'

export interface OpenAiSettings {
  /** ms that every edit takes at least. */
  latency: number
  cors: CorsPolicy
  /** Lets a page read `Retry-After`. */
  exposeHeaders: boolean
}

export interface OpenAiOptions extends Partial<OpenAiSettings> {
  key?: string
  /** Takes requests without a key, or with any, as a server in one's own house may. */
  keyless?: boolean
  /** USD */
  balance?: number
}

export type OpenAiStand = ReturnType<typeof createOpenAiStand>

export function createOpenAiStand(options: OpenAiOptions, stopping: AbortSignal) {
  const { key = 'sk-demo.stand-in', keyless = false, balance = 10, ...settings } = options
  const usual: OpenAiSettings = { latency: 0, cors: 'always', exposeHeaders: false }
  return {
    key,
    keyless,
    settings: { ...usual, ...settings },
    wallet: createWallet(balance),
    seen: createSeen([key]),
    plan: createOpenAiPlan(),
    stopping,
  }
}
