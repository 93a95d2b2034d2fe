import { get } from 'node:http'
import { connect } from 'node:net'
import { TOKEN } from './running-relay.ts'

/** A line for each request: workerd closes one whose upload it did not read, just as the next request goes out on it. */
export const AUTHORIZED = { 'x-refill-relay': TOKEN, connection: 'close' }
export const EDIT = '/pass/api.lumenfall.ai/openai/v1/images/edits'

/** What the relay itself says: status, code and sentence. */
export async function refusal(response: Response | Promise<Response>): Promise<{ status: number; code: string }> {
  const { status, headers, body } = await response
  const { error } = JSON.parse(await new Response(body).text())
  if (!error.message.endsWith('.')) throw new Error(`Not a sentence: ${error.message}`)
  if (headers.get('access-control-allow-origin') !== '*') throw new Error('A page could not read this answer.')
  return { status, code: error.code }
}

/**
 * Sends bytes as they are, which no client would, and reads what comes back until the line is closed or silent.
 * `close`: goes away once it has sent them.
 */
export function sendRaw(url: string, text: string, { close = false } = {}): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text, () => close && socket.end()))
    socket.setEncoding('latin1').setTimeout(1_000, () => socket.destroy())
    socket.on('data', (chunk) => {
      answer += chunk
      // workerd keeps the line open, whatever it was asked for.
      socket.setTimeout(100)
    })
    socket.on('error', () => undefined).on('close', () => resolve(answer))
  })
}

/** Reads an answer and tells whether it came to its end. Node's `fetch` does not ask that of a line that is closed. */
export function arrival(url: string): Promise<{ bytes: number; whole: boolean }> {
  let bytes = 0
  return new Promise((resolve) => {
    get(url, { headers: AUTHORIZED, agent: false }, (response) => {
      response.on('data', ({ length }: Buffer) => {
        bytes += length
      })
      response.on('error', () => undefined).on('close', () => resolve({ bytes, whole: response.complete }))
    }).on('error', () => resolve({ bytes, whole: false }))
  })
}

/** A body that grows as it is read, `chunk` by `chunk`. */
export const endless = (chunk = new Uint8Array(65_536)) =>
  new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(chunk) })

export const streaming = (body: ReadableStream<Uint8Array>) => ({ body, duplex: 'half' }) as RequestInit

/** A picture by its first bytes, filled up to `size`. */
export function picture(type: 'png' | 'jpeg' | 'webp' = 'png', size = 200): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size).fill(0x5a)
  const head = { png: '\x89PNG\r\n\x1a\n', jpeg: '\xff\xd8\xff', webp: 'RIFF\x10\0\0\0WEBP' }[type]
  bytes.set(Buffer.from(head, 'latin1'))
  return bytes
}
