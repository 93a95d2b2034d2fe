import { expect, test } from 'vitest'
import { AUTHORIZED, EDIT, picture, sendRaw } from './client.ts'
import { startProvider } from './provider.ts'
import { type RunningRelay, startRelay, TOKEN } from './running-relay.ts'

const KEY = 'lmnfl_a-key-that-nobody-may-read'
const PROMPT = 'a prompt that nobody may read'
const PIXELS = 'pixels-that-nobody-may-read'
const CALLBACK = 'https://callback-that-nobody-may-read.example/'
const WRONG = 'a-wrong-token-that-nobody-may-read'
const SECRET = /nobody.may.read|for-tests|lmnfl|figma\.com/i

test('no key, token, prompt, picture or address stands in anything the relay writes or says itself', async () => {
  const provider = await startProvider()
  const relay = await startRelay({
    origins: provider.origins,
    limits: { requestBytes: 5000, answerBytes: 5000, fileBytes: 5000 },
  })
  const said: string[] = []
  const ask = async (path: string, init: RequestInit = {}, headers: HeadersInit = {}) => {
    const all = { ...AUTHORIZED, authorization: `Bearer ${KEY}`, referer: 'https://www.figma.com/f', ...headers }
    const response = await fetch(relay.url + path, { method: 'POST', ...init, headers: all })
    said.push(JSON.stringify([...response.headers]), await response.text())
    return said.at(-1) ?? ''
  }
  const form = () => {
    const form = new FormData()
    form.set('prompt', PROMPT)
    form.set('image[]', new Blob([PIXELS]), `${PIXELS}.png`)
    return form
  }
  const pixazo = '/pass/gateway.pixazo.ai/p-image/v1/p-image-edit/generate'

  await ask(`${EDIT}?dryRun=true`, { body: form() })
  await ask(
    pixazo,
    { body: JSON.stringify({ prompt: PROMPT }) },
    { 'ocp-apim-subscription-key': KEY, 'x-refill-callback': CALLBACK },
  )
  await ask(pixazo, { body: '{}' }, { 'x-refill-callback': `http://${PIXELS}.example/` })
  await ask(EDIT, { body: form() }, { 'x-refill-relay': WRONG })
  await ask(`/pass/${KEY}.example/${KEY}?key=${KEY}`, { body: form() })
  await ask(`/pass/api.lumenfall.ai/${KEY}`, { method: 'GET' })
  await ask(`/pass/api.lumenfall.ai/v1/balance?key=${KEY}`, { method: 'GET' })
  await ask(`/${KEY}`, { method: 'GET' })
  await ask(EDIT, { body: KEY.repeat(1000) })
  await ask('/files', { body: PIXELS })
  await ask('/files', { body: PIXELS.repeat(1000) })
  const { id, url } = JSON.parse(await ask('/files', { body: Buffer.concat([picture(), Buffer.from(PIXELS)]) }))
  await fetch(url).then((response) => response.arrayBuffer())
  await ask(`/files/${id}`, { method: 'DELETE' })
  await ask(`/files/${KEY}`, { method: 'DELETE' })
  provider.meet = (response) => response.destroy()
  await ask(EDIT, { body: form() })
  provider.answer = (response) => response.writeHead(302, { location: `https://${KEY}.example/` }).end(PIXELS)
  await ask(EDIT, { body: form() })
  provider.answer = (response) => response.writeHead(200, { 'content-length': 999_999 }).write(PIXELS)
  await ask(EDIT, { body: form() })
  await sendRaw(relay.url, `${KEY} ${PROMPT}\r\n${TOKEN}\r\n\r\n`)
  await sendRaw(
    relay.url,
    `GET /%zz${KEY} HTTP/1.1\r\nhost: ${KEY}\r\nx-refill-relay: ${TOKEN}\r\nconnection: close\r\n\r\n`,
  )
  await provider.stop()
  await ask(EDIT, { body: form() })
  const lines = await linesOf(relay, 19)
  await relay.stop()

  const output = relay.output()
  expect(said.join('\n')).not.toMatch(SECRET)
  expect(output).not.toMatch(SECRET)
  expect(output).not.toContain(id)
  const known = ['time', 'method', 'route', 'reason', 'status', 'ms', 'bytes', 'cut']
  for (const line of lines) expect(known).toEqual(expect.arrayContaining(Object.keys(JSON.parse(line))))
})

test('each request is one line, with the name of its route and how much went back', async () => {
  const provider = await startProvider()
  const relay = await startRelay({ origins: provider.origins })
  provider.answer = (response) => response.writeHead(429).end('x'.repeat(1234))
  await (await fetch(`${relay.url}/pass/api.lumenfall.ai/v1/balance`, { headers: AUTHORIZED })).text()
  const lines = await linesOf(relay, 1)
  await relay.stop()
  await provider.stop()
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      method: 'GET',
      route: 'lumenfall balance',
      status: 429,
      bytes: 1234,
      ms: expect.any(Number),
    }),
  ])
})

/** The log, once it holds so many lines: another process's output takes its time. */
async function linesOf(relay: RunningRelay, least: number): Promise<string[]> {
  const lines = relay
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{"time"'))
  if (lines.length >= least) return lines
  await new Promise((resolve) => setTimeout(resolve, 20))
  return linesOf(relay, least)
}
