import * as http from 'node:http'
import * as https from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { type Answer, type Ask, type Asked, Unreached } from '../ask.ts'
import { guardedLookup } from './guarded-lookup.ts'
import { toStream } from './to-stream.ts'

/**
 * Asks over Node's own client: unlike `fetch` it lets a name be looked up once, checked and used, follows nothing,
 * adds nothing and tells whether anything was sent.
 */
export function createAsk(lookup: LookupFunction = guardedLookup()): Ask {
  return async (asked) => toAnswer(await send(asked, lookup))
}

function send({ url, method, headers, body, signal }: Asked, lookup: LookupFunction): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const secure = new URL(url).protocol === 'https:'
    let reached = false
    // A connection for each request: one that was kept may be closed just as a paid request goes out.
    const outgoing = (secure ? https : http).request(url, { method, headers, lookup, signal, agent: false })
    outgoing.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        reached = true
      })
    })
    outgoing.on('response', resolve)
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      reject(reached ? error : new Unreached(error.code ?? ''))
    })
    if (!body) return void outgoing.end()
    // What goes wrong here destroys the request, whose own error is heard above.
    pipeline(Readable.fromWeb(body as NodeStream), outgoing).catch(() => undefined)
  })
}

function toAnswer(incoming: http.IncomingMessage): Answer {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  const status = incoming.statusCode ?? 0
  const isEmpty = status === 204 || status === 205 || status === 304
  if (isEmpty) incoming.resume()
  return { status, headers, body: isEmpty ? null : toStream(incoming) }
}
