import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { createRelay, type RelayOptions } from '../app.ts'
import type { Ask } from '../ask.ts'
import type { Store } from '../store.ts'
import { cutting } from '../stream.ts'
import { addressOf } from './address-of.ts'
import { createAsk } from './ask.ts'

export interface ServeOptions extends Omit<RelayOptions, 'addressOf' | 'ask'> {
  ask?: Ask | undefined
  /** 0: any free one. */
  port: number
  /** Default: this machine only, for the proxy beside it. */
  host?: string | undefined
  /** Believe the address that the proxy in front wrote down. */
  behindProxy?: boolean | undefined
}

/** A relay that listens. */
export interface Serving {
  url: string
  /** Lets running requests finish for a while, then cuts them. */
  stop(grace?: number): Promise<void>
}

export async function serveRelay(options: ServeOptions): Promise<Serving> {
  const { port, host = '127.0.0.1', behindProxy = false, ask = createAsk(), store, now = Date.now } = options
  const app = createRelay({ ...options, ask, addressOf: (request, env) => addressOf(request, env, behindProxy) })
  await store.sweep(now())
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    serverOptions: { headersTimeout: 30_000, requestTimeout: 300_000 },
    fetch: async (request, env) => honest(await app.fetch(request, env), env as HttpBindings),
  }) as Server
  server.maxConnections = MOST_CONNECTIONS
  // One request a connection: a browser silently repeats a POST, paid or not, whose kept connection was reset.
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false
  })
  server.listen(port, host)
  await once(server, 'listening')
  const sweeping = keepSweeping(store, now)
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    async stop(grace = GRACE) {
      clearInterval(sweeping)
      const closed = once(server, 'close')
      server.close()
      const timer = setTimeout(() => server.closeAllConnections(), grace)
      await closed
      clearTimeout(timer)
    },
  }
}

/** node-server writes the error of a failed stream to the console and into the answer; here the line is cut instead. */
function honest(response: Response, { outgoing }: HttpBindings): Response {
  return response.body
    ? new Response(
        cutting(response.body, () => outgoing.destroy()),
        response,
      )
    : response
}

function keepSweeping(store: Store, now: () => number) {
  const timer = setInterval(() => void store.sweep(now()), SWEEP)
  return timer.unref()
}

const MOST_CONNECTIONS = 500
/** ms */
const GRACE = 10_000
/** ms */
const SWEEP = 60_000
