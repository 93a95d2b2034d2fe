import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Env, Hono } from 'hono'

/** A server that runs on loopback. */
export interface Served {
  /** `http://localhost:PORT`, answered on 127.0.0.1 and, where there is one, on ::1. */
  url: string
  port: number
  stop(): Promise<void>
}

/**
 * Answers on loopback; port 0 takes any free one. `keepsAlive` is asked at each request: whether its connection may carry
 * another one. Throws when the port is taken.
 */
export async function serve<E extends Env>(app: Hono<E>, port: number, keepsAlive = () => false): Promise<Served> {
  const servers = await listen(port, () => {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server
    return server.prependListener('request', (_request, response) => {
      response.shouldKeepAlive &&= keepsAlive()
    })
  })
  const { port: actual } = servers[0]!.address() as AddressInfo
  return {
    url: `http://localhost:${actual}`,
    port: actual,
    stop: async () => void (await Promise.all(servers.map(close))),
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
