import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttp, type HttpOptions } from '../../../src/ui/providers/http.ts'

/** What arrived at the server, its body read to the end. */
export interface Seen {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: Buffer
  form(): Promise<FormData>
}

type Respond = (response: ServerResponse, seen: Seen, index: number) => void

/** A real server on loopback whose answer each test gives itself; `index` counts the requests from 0. */
export async function startServer(respond: Respond) {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const { method = '', url: path = '', headers } = request
    const form = () =>
      new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()
    seen.push({ method, path, headers, body, form })
    respond(response, seen.at(-1)!, seen.length - 1)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  async function stop() {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url, seen, stop, [Symbol.asyncDispose]: stop }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

export const failure = (code: string, message = 'No.') => ({ error: { message, type: 'error', code } })

/** An Http for a server, with waits of a few ms. */
export function httpFor(address: string, options: Partial<HttpOptions> = {}) {
  const headers = { authorization: `Bearer ${KEY}` }
  return createHttp({ address, headers, signal: new AbortController().signal, pause: 2, ...options })
}

export const KEY = 'lmnfl_abc123.very-secret'
