import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Row } from './ledger.ts'
import type { Script } from './script.ts'
import type { SeenRequest } from './seen.ts'
import { createStand, type Settings } from './stand.ts'
import type { Planned } from './trouble.ts'

export interface ApiOptions extends Partial<Settings> {
  /** Default 0: any free one. */
  port?: number
  key?: string
  /** USD; `null` for an account that is billed afterwards. */
  balance?: number | null
}

/** A running stand-in for Lumenfall. */
export interface StandIn {
  /** `http://localhost:PORT`, answered on 127.0.0.1 and, where there is one, on ::1. */
  readonly url: string
  readonly port: number
  readonly key: string
  /** Everything that arrived, preflights included, oldest first. */
  readonly requests: readonly SeenRequest[]
  /** USD; goes down as edits are charged. */
  balance: number | null
  /** Latency, CORS and the rest; changed at will while it runs. */
  readonly settings: Settings
  /** Troubles for the next requests, in order; replaces what was planned before. */
  plan(troubles: readonly Planned[]): void
  /** How the edits from now on go, job by job, beside what is planned; `undefined` ends it. */
  script(script: Script | undefined): void
  /** What became of each edit so far, and what it cost; newest first. */
  runs(): readonly Row[]
  /** Empties `requests`, the plan and the script. */
  forget(): void
  stop(): Promise<void>
}

/** Starts the stand-in on loopback. Throws when the port is taken. */
export async function startApi({ port = 0, ...options }: ApiOptions = {}): Promise<StandIn> {
  const stopper = new AbortController()
  const stand = createStand(options, stopper.signal)
  const app = createApp(stand)
  const servers = await listen(port, () => createAdaptorServer({ fetch: app.fetch }) as Server)
  const { port: actual } = servers[0]!.address() as AddressInfo

  return {
    url: `http://localhost:${actual}`,
    port: actual,
    key: stand.key,
    requests: stand.seen.requests,
    settings: stand.settings,
    get balance() {
      return stand.ledger.balance
    },
    set balance(amount) {
      stand.ledger.balance = amount
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
      await Promise.all(servers.map(close))
    },
  }
}

/** Both loopbacks on one port: Chromium may resolve localhost to either. */
async function listen(port: number, create: () => Server, attempts = ATTEMPTS): Promise<Server[]> {
  const first = await open(create(), port, '127.0.0.1')
  const { port: actual } = first.address() as AddressInfo
  try {
    return [first, await open(create(), actual, '::1')]
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE') return [first]
    await close(first)
    if (port !== 0 || attempts === 0) throw error
    return listen(port, create, attempts - 1)
  }
}

async function open(server: Server, port: number, host: string): Promise<Server> {
  // One request a connection: a browser silently repeats a POST whose kept-alive connection was reset.
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false
  })
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

const ATTEMPTS = 5
