import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { launchBrowser } from '../../../dev/browser.ts'
import { runInFrame } from './frame.ts'

let api: StandIn
let browser: Browser
let page: Page
beforeAll(async () => {
  ;[api, browser] = await Promise.all([startApi(), launchBrowser()])
  page = await browser.newPage()
})
afterAll(() => Promise.all([api?.stop(), browser?.close()]))
beforeEach(() => api.forget())

/** Edits from a sandboxed frame, whose origin is `null` as a plugin's is; gives the answer's text, or the error's name. */
async function editInFrame(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<string> {
  const script = `
    const form = new FormData()
    for (const [name, value] of Object.entries(${JSON.stringify({ model: 'p-image-edit', prompt: 'red', response_format: 'b64_json', ...fields })})) form.set(name, value)
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 8
    canvas.getContext('2d').fillRect(0, 0, 8, 8)
    const bytes = Uint8Array.from(atob(canvas.toDataURL().split(',')[1]), (letter) => letter.charCodeAt(0))
    form.set('image', new File([bytes], 'a.png', { type: 'image/png' }))
    const headers = ${JSON.stringify({ authorization: `Bearer ${api.key}`, ...headers })}
    fetch('${api.url}/openai/v1/images/edits', { method: 'POST', headers, body: form })
      .then(async (response) => response.status + ' ' + response.headers.get('retry-after') + ' ' + (await response.text()))
      .catch((error) => error.name)
      .then((said) => parent.postMessage(said, '*'))`
  return runInFrame(page, script)
}
const posts = () => api.requests.filter(({ method }) => method === 'POST')

test('a frame without an origin edits', async () => {
  expect(await editInFrame({})).toMatch(/^200 null {"id":/)
  expect(api.requests.map(({ method }) => method)).toEqual(['OPTIONS', 'POST'])
  expect(posts()[0]?.headers.origin).toBe('null')
})

test('a header beyond the two stops the browser before it sends anything', async () => {
  expect(await editInFrame({}, { 'x-stainless-lang': 'js' })).toBe('TypeError')
  expect(posts()).toEqual([])
})

test('Retry-After is hidden from a page until it is exposed', async () => {
  expect(await editInFrame({ model: 'trouble-busy' })).toMatch(/^429 null/)
  api.settings.exposeHeaders = true
  expect(await editInFrame({ model: 'trouble-busy' })).toMatch(/^429 2/)
  api.settings.exposeHeaders = false
})

test.each(['drop-before', 'drop-after', 'no-cors', 'no-cors-on-error'])(
  '%s looks like being offline, and the request was sent once',
  async (name) => {
    expect(await editInFrame({ model: `trouble-${name}` })).toBe('TypeError')
    expect(posts()).toHaveLength(1)
  },
)

test('a dropped line is not silently tried again, also when it was dropped before the body', async () => {
  await editInFrame({})
  api.forget()
  api.plan(['drop-before'])
  expect(await editInFrame({})).toBe('TypeError')
  expect(posts()).toHaveLength(1)
})
