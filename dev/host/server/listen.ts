import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  port: number
  stop(): Promise<void>
}

/**
 * Answers on localhost only, on 127.0.0.1 and, where there is one, on ::1: a browser may take either. Port 0 is any free
 * one. With `next`, a taken port is followed by the ones after it; otherwise it throws a sentence.
 */
export async function listenOnLoopback(
  answer: RequestListener,
  { port, next = false }: { port: number; next?: boolean },
): Promise<Listening> {
  const candidates = port === 0 ? Array(TRIES).fill(0) : Array.from({ length: next ? TRIES : 1 }, (_, i) => port + i)
  for (const candidate of candidates) {
    const servers = await listenOnBoth(answer, candidate)
    if (servers) return { port: portOf(servers[0]), stop: async () => void (await Promise.all(servers.map(close))) }
  }
  throw new Error(`Port ${port} is taken: choose another with --port.`)
}

async function listenOnBoth(answer: RequestListener, port: number): Promise<[Server, ...Server[]] | undefined> {
  const first = await listenOn(answer, port, '127.0.0.1')
  if (first === 'taken') return undefined
  if (first === 'none') throw new Error('This machine has no loopback address 127.0.0.1.')
  const second = await listenOn(answer, portOf(first), '::1')
  if (second === 'none') return [first]
  if (second !== 'taken') return [first, second]
  await close(first)
  return undefined
}

async function listenOn(answer: RequestListener, port: number, host: string): Promise<Server | 'taken' | 'none'> {
  const server = createServer(answer)
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return server
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return 'taken'
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return 'none'
    if (code === 'EACCES') throw new Error(`Port ${port} may not be used on this machine: choose one above 1023.`)
    throw error
  }
}

async function close(server: Server) {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

/** Ports tried before giving up. */
const TRIES = 20
