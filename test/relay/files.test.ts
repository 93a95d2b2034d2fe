import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUTHORIZED, endless, picture, refusal, streaming } from './client.ts'
import { type RunningRelay, type Setup, startRelay } from './running-relay.ts'

let relay: RunningRelay
beforeAll(async () => {
  relay = await startRelay({ limits: { fileBytes: 1_000_000 } })
})
afterAll(() => relay.stop())

interface Kept {
  id: string
  url: string
  expiresAt: string
}

const put = (body: BodyInit, { url } = relay, init: RequestInit = {}) =>
  fetch(`${url}/files`, { method: 'POST', body, headers: AUTHORIZED, ...init })
const keep = async (body: BodyInit, from = relay) => (await (await put(body, from)).json()) as Kept
const drop = (id: string) => fetch(`${relay.url}/files/${id}`, { method: 'DELETE', headers: AUTHORIZED })

async function within(setup: Setup, run: (relay: RunningRelay) => Promise<void>) {
  const own = await startRelay(setup)
  await run(own).finally(own.stop)
}

test.each(['png', 'jpeg', 'webp'] as const)('a %s picture is kept under an address that shows it', async (type) => {
  const bytes = picture(type, 300_000)
  const { status, headers } = await put(bytes)
  expect(status).toBe(201)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  const { url } = await keep(bytes)
  const shown = await fetch(url)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': `image/${type}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  })
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes)
})

test('a picture can be asked about without fetching it', async () => {
  const { url } = await keep(picture())
  const { status, headers } = await fetch(url, { method: 'HEAD' })
  expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'image/png' })
})

test('an address holds 192 random bits, and ends as its type does', async () => {
  const kept = await Promise.all([keep(picture('jpeg')), keep(picture('jpeg'))])
  for (const { id, url } of kept) {
    expect(id).toMatch(/^[\w-]{32}$/)
    expect(url).toBe(`${relay.url}/files/${id}.jpg`)
  }
  expect(kept[0]?.id).not.toBe(kept[1]?.id)
})

test('a picture is kept for an hour', async () => {
  const before = Date.now()
  const { expiresAt } = await keep(picture())
  expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(before + 3_600_000)
  expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.now() + 3_600_000)
})

test('a picture whose time is over is not shown, swept or not', async () => {
  await within({ limits: { fileLife: 0 } }, async (own) => {
    const { url } = await keep(picture(), own)
    expect(await refusal(fetch(url))).toEqual({ status: 404, code: 'RELAY_NOT_FOUND' })
  })
})

test('a picture is gone once its job has ended', async () => {
  const { id, url } = await keep(picture())
  expect((await drop(id)).status).toBe(204)
  expect((await fetch(url)).status).toBe(404)
  expect((await drop(id)).status).toBe(204)
})

test.each([
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a GIF', 'GIF89a........'],
  ['a RIFF that is no WebP', 'RIFF0000WAVEfmt '],
  ['half a signature', '\x89PNG'],
  ['nothing', ''],
])('%s is no picture, whatever it is called', async (_what, text) => {
  const headers = { ...AUTHORIZED, 'content-type': 'image/png' }
  const response = put(Buffer.from(text, 'latin1'), relay, { headers })
  expect(await refusal(response)).toEqual({ status: 415, code: 'RELAY_NOT_A_PICTURE' })
})

test('the type is told by the bytes, not by the sender', async () => {
  const headers = { ...AUTHORIZED, 'content-type': 'text/html' }
  const { url } = (await (await put(picture('webp'), relay, { headers })).json()) as Kept
  expect((await fetch(url)).headers.get('content-type')).toBe('image/webp')
})

test('a picture that is too large is refused', async () => {
  expect((await put(picture('png', 1_000_000))).status).toBe(201)
  expect(await refusal(put(picture('png', 1_000_001)))).toEqual({ status: 413, code: 'RELAY_TOO_LARGE' })
})

test('a picture without end is refused', async () => {
  const init = { method: 'POST', headers: AUTHORIZED, ...streaming(endless(picture('png', 65_536))) }
  const answer = await refusal(fetch(`${relay.url}/files`, init)).catch(() => undefined)
  // A client that is still sending may find the line closed before it reads the answer.
  if (answer) expect(answer).toEqual({ status: 413, code: 'RELAY_TOO_LARGE' })
})

test('there is room for so many pictures, and for more once some are gone', async () => {
  await within({ room: { files: 2, bytes: 1_000_000 } }, async (own) => {
    const { id } = await keep(picture(), own)
    await keep(picture(), own)
    expect(await refusal(put(picture(), own))).toEqual({ status: 507, code: 'RELAY_FULL' })
    await fetch(`${own.url}/files/${id}`, { method: 'DELETE', headers: AUTHORIZED })
    expect((await put(picture(), own)).status).toBe(201)
  })
})

test('there is room for so many bytes', async () => {
  await within({ room: { files: 100, bytes: 1000 } }, async (own) => {
    expect((await put(picture('png', 600), own)).status).toBe(201)
    expect(await refusal(put(picture('png', 600), own))).toEqual({ status: 507, code: 'RELAY_FULL' })
    expect((await put(picture('png', 400), own)).status).toBe(201)
  })
})

test('more uploads at once than fit into memory are asked to wait', async () => {
  await within({ limits: { uploadsAtOnce: 1 } }, async (own) => {
    let finish = () => {}
    const slow = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(picture())
        finish = () => controller.close()
      },
    })
    const first = fetch(`${own.url}/files`, { method: 'POST', headers: AUTHORIZED, ...streaming(slow) })
    const second = await untilRefused(() => put(picture(), own))
    expect(second.headers.get('retry-after')).toBe('1')
    expect(await refusal(second)).toEqual({ status: 429, code: 'RELAY_BUSY' })
    finish()
    expect((await first).status).toBe(201)
    expect((await put(picture(), own)).status).toBe(201)
  })
})

test.each(['', '..', 'a', 'a'.repeat(31), `${'a'.repeat(32)}.png`, '%2e%2e%2fpackage.json', `..%2f${'a'.repeat(32)}`])(
  'there is no file of the name “%s”',
  async (name) => {
    expect(await refusal(fetch(`${relay.url}/files/${name}`))).toEqual({ status: 404, code: 'RELAY_NOT_FOUND' })
  },
)

test('the preflight for files allows the token and a type', async () => {
  const { headers } = await fetch(`${relay.url}/files`, { method: 'OPTIONS' })
  expect(headers.get('access-control-allow-headers')).toBe('x-refill-relay, content-type')
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE')
})

/** The first upload may not have arrived yet. */
async function untilRefused(ask: () => Promise<Response>): Promise<Response> {
  const response = await ask()
  return response.status === 429 ? response : untilRefused(ask)
}
