import { createApp } from './app.ts'
import type { Row } from './ledger.ts'
import type { Running } from './running.ts'
import type { Script } from './script.ts'
import { serve } from './serve.ts'
import { createStand, type Settings } from './stand.ts'
import { createStopper } from './stopper.ts'
import type { Planned } from './trouble.ts'

export interface ApiOptions extends Partial<Settings> {
  /** Default 0: any free one. */
  port?: number
  key?: string
  /** USD; `null` for an account that is billed afterwards. */
  balance?: number | null
}

/** A running stand-in for Lumenfall. */
export interface StandIn extends Running<Settings, Planned> {
  /** USD; goes down as edits are charged. */
  balance: number | null
  /** How the edits from now on go, job by job, beside what is planned; `undefined` ends it, as `forget` does. */
  script(script: Script | undefined): void
  /** What became of each edit so far, and what it cost; newest first. */
  runs(): readonly Row[]
}

/** Starts the stand-in on loopback. Throws when the port is taken. */
export async function startApi({ port = 0, ...options }: ApiOptions = {}): Promise<StandIn> {
  const stopper = createStopper()
  const stand = createStand(options, stopper.signal)
  const served = await serve(createApp(stand), port, () => stand.settings.keepsAlive)

  return {
    url: served.url,
    port: served.port,
    key: stand.key,
    requests: stand.seen.requests,
    settings: stand.settings,
    get balance() {
      return stand.ledger.wallet.balance
    },
    set balance(amount) {
      stand.ledger.wallet.balance = amount
    },
    plan: stand.plan.set,
    script: stand.prompter.set,
    runs: () => stand.ledger.list({ limit: Infinity }),
    forget() {
      stand.seen.forget()
      stand.plan.set([])
      stand.prompter.set(undefined)
    },
    async stop() {
      stopper.abort()
      await served.stop()
    },
  }
}
