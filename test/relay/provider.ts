import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands for every provider: it notes what arrives and answers as it is told. */
export interface Provider {
  url: string
  requests: Seen[]
  answer: (response: ServerResponse, request: IncomingMessage) => void
  /** Called as soon as a request's head is there, and not again. Default: reads the body, then answers. */
  meet: ((response: ServerResponse, request: IncomingMessage) => void) | undefined
  /** The origins for all hosts that a relay knows. */
  origins: Record<string, string>
  stop(): Promise<void>
}

export interface Seen {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: Buffer
}

export async function startProvider(): Promise<Provider> {
  const provider: Provider = {
    url: '',
    requests: [],
    answer: (response) => response.setHeader('content-type', 'application/json').end('{"ok":true}'),
    meet: undefined,
    origins: {},
    stop,
  }
  const server: Server = createServer(async (request, response) => {
    const { meet } = provider
    provider.meet = undefined
    if (meet) return meet(response, request)
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk)
    } catch {
      return // It was not sent to its end.
    }
    const { method = '', url = '', headers } = request
    provider.requests.push({ method, path: url, headers, body: Buffer.concat(chunks) })
    provider.answer(response, request)
  })
  async function stop() {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  server.on('clientError', (_error, socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider.origins = Object.fromEntries(HOSTS.map((host) => [host, provider.url]))
  return provider
}

export const R2 = 'pub-582b7213209642b9b995c96c95a30381.r2.dev'
export const HOSTS = [
  'api.lumenfall.ai',
  'media.lumenfall.ai',
  'pixeldojo.ai',
  'temp.pixeldojo.ai',
  'gateway.pixazo.ai',
  R2,
]
