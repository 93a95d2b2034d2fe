import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../dev/browser.ts'
import { EDIT } from '../client.ts'
import { type Provider, startProvider } from '../provider.ts'
import { type RunningRelay, startRelay, TOKEN } from '../running-relay.ts'

let provider: Provider
let relay: RunningRelay
let browser: Browser
let page: Page
beforeAll(async () => {
  provider = await startProvider()
  relay = await startRelay({ origins: provider.origins })
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser?.close()
  await relay.stop()
  await provider.stop()
})

/** Asks from a sandboxed frame, whose origin is `null` as a plugin's is; gives what its page can read. */
const ask = (path: string, init: RequestInit) =>
  page.evaluate(
    ([url, init]) =>
      new Promise<string>((resolve) => {
        addEventListener('message', ({ data }) => resolve(data as string), { once: true })
        const frame = document.createElement('iframe')
        frame.sandbox.add('allow-scripts')
        frame.srcdoc = `<script>
          fetch(${JSON.stringify(url)}, ${JSON.stringify(init)})
            .then(async (response) => response.status + ' ' + response.headers.get('retry-after') + ' ' + (await response.text()))
            .catch((error) => error.name)
            .then((said) => parent.postMessage(said, '*'))
        </script>`
        document.body.replaceChildren(frame)
      }),
    [relay.url + path, init] as const,
  )

const json = (headers: Record<string, string>) => ({
  method: 'POST',
  body: '{}',
  headers: { 'content-type': 'application/json', ...headers },
})

test('a frame without an origin reaches each kind of provider, and reads Retry-After', async () => {
  provider.answer = (response) => response.writeHead(429, { 'retry-after': '4' }).end('{}')
  const edit = await ask(EDIT, json({ authorization: 'Bearer k', 'x-refill-relay': TOKEN }))
  expect(edit).toBe('429 4 {}')
  const pixazo = {
    'ocp-apim-subscription-key': 'k',
    'x-refill-callback': 'https://me.example/',
    'x-refill-relay': TOKEN,
  }
  expect(await ask('/pass/gateway.pixazo.ai/p-image/v1/p-image-edit/generate', json(pixazo))).toBe('429 4 {}')
})

test('a frame without an origin keeps a picture and deletes it', async () => {
  const headers = { 'x-refill-relay': TOKEN }
  // As text, for it has to travel into the frame; the bytes of its signature are all that counts.
  const kept = await ask('/files', { method: 'POST', body: 'RIFF0000WEBP', headers })
  expect(kept).toMatch(/^201 null {"id":/)
  const { id } = JSON.parse(kept.slice('201 null '.length)) as { id: string }
  expect(await ask(`/files/${id}`, { method: 'DELETE', headers })).toMatch(/^204/)
})

test.each([
  ['401', EDIT, {}],
  ['403', '/pass/example.com/', { 'x-refill-relay': TOKEN }],
  ['404', '/nothing', {}],
])('a refusal with %s can be read by the page', async (status, path, headers) => {
  expect(await ask(path, status === '404' ? {} : json(headers))).toMatch(new RegExp(`^${status} null {"error":`))
})
