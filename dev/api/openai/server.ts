import type { Running } from '../running.ts'
import { serve } from '../serve.ts'
import { createStopper } from '../stopper.ts'
import { createOpenAiApp } from './app.ts'
import { createOpenAiStand, type OpenAiOptions, type OpenAiSettings } from './stand.ts'
import type { PlannedOpenAi } from './trouble.ts'

/** A running stand-in for a server that speaks as OpenAI does. */
export interface OpenAiStandIn extends Running<OpenAiSettings, PlannedOpenAi> {
  /** USD; no answer tells it. */
  balance: number
}

/** Starts the stand-in on loopback. Throws when the port is taken. */
export async function startOpenAi({
  port = 0,
  ...options
}: OpenAiOptions & { port?: number } = {}): Promise<OpenAiStandIn> {
  const stopper = createStopper()
  const stand = createOpenAiStand(options, stopper.signal)
  const { key, settings, wallet, seen, plan } = stand
  const served = await serve(createOpenAiApp(stand), port)
  return {
    ...{ key, settings, url: served.url, port: served.port, requests: seen.requests, plan: plan.set },
    get balance() {
      return wallet.balance ?? 0
    },
    set balance(amount) {
      wallet.balance = amount
    },
    forget() {
      seen.forget()
      plan.set([])
    },
    async stop() {
      stopper.abort()
      await served.stop()
    },
  }
}
