import type { Running } from '../running.ts'
import { type Served, serve } from '../serve.ts'
import { createStopper } from '../stopper.ts'
import type { Wallet } from '../wallet.ts'
import type { Fetched } from './fetch-picture.ts'
import { createElsewhere, createMediaHost, createServiceHost } from './hosts.ts'
import type { Service } from './service.ts'
import type { JobSettings } from './settings.ts'
import { createJobStand, type HostName, type JobOptions } from './stand.ts'
import type { PlannedJob } from './trouble.ts'

export interface StartOptions extends JobOptions {
  /** Default 0: any free one. */
  port?: number
}

/** A running stand-in for a service that works by jobs. */
export interface JobStandIn extends Running<JobSettings, PlannedJob> {
  /** A second account, to which the first one's jobs do not exist. */
  readonly otherKey: string
  /** The host of the results: another port, so another origin. */
  readonly media: Host
  /** The host that is not the service's, for `foreign-poll` and `redirected-result`. */
  readonly elsewhere: Host
  /** What the service fetched of the addresses it was given, oldest first. */
  readonly fetches: readonly Fetched[]
  /** Of the first key, in the service's unit. */
  balance: number
  /** Forgets every job, as a restart does. */
  restart(): void
}

export type Host = Pick<Running<JobSettings, PlannedJob>, 'url' | 'requests'>

/** Starts a service and its two other hosts on loopback. Throws when the port is taken. */
export async function startJobs(service: Service, { port = 0, ...options }: StartOptions): Promise<JobStandIn> {
  const stopper = createStopper()
  const stand = createJobStand(service, options, stopper.signal)
  const { seen, urls, fetches } = stand
  const main = await serve(createServiceHost(stand), port)
  const others = await Promise.all([serve(createMediaHost(stand), 0), serve(createElsewhere(stand), 0)])
  const hosts: Record<HostName, Served> = { service: main, media: others[0], elsewhere: others[1] }
  for (const name of NAMES) urls[name] = hosts[name].url
  const [[key, wallet], [otherKey]] = [...stand.wallets] as [[string, Wallet], [string, Wallet]]

  return {
    ...{ key, otherKey, port: main.port, settings: stand.settings, fetches },
    url: main.url,
    requests: seen.service.requests,
    media: { url: urls.media, requests: seen.media.requests },
    elsewhere: { url: urls.elsewhere, requests: seen.elsewhere.requests },
    get balance() {
      return wallet.balance ?? 0
    },
    set balance(amount) {
      wallet.balance = amount
    },
    plan: stand.plan.set,
    restart: stand.jobs.clear,
    forget() {
      for (const name of NAMES) seen[name].forget()
      fetches.splice(0)
      stand.plan.set([])
    },
    async stop() {
      stopper.abort()
      await Promise.all(NAMES.map((name) => hosts[name].stop()))
    },
  }
}

const NAMES: readonly HostName[] = ['service', 'media', 'elsewhere']
