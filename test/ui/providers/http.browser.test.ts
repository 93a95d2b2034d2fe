import { afterAll, beforeEach, expect, test } from 'vitest'
import { startApi } from '../../../dev/api/server.ts'
import { openModule } from '../../harness/browser-module.ts'
import type * as InFrame from './in-frame.ts'
import { startServer } from './server.ts'

// A browser's CORS, security policy and form encoding cannot be had in Node, and they decide whether it works at all.

const api = await startApi()
const other = await startServer((response) => response.end('{}'))
const redirecting = await startServer((response, { method }) => {
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' }
  response.writeHead(method === 'OPTIONS' ? 204 : 307, { ...headers, location: `${other.url}/` }).end()
})
const csp = `default-src data: blob: ${api.url} ${redirecting.url} ${other.url}; script-src 'unsafe-inline'`
const { frame, call, close } = await openModule<typeof InFrame>('test/ui/providers/in-frame.ts', { csp })

afterAll(async () => {
  await close()
  await Promise.all([api.stop(), other.stop(), redirecting.stop()])
})

beforeEach(() => {
  api.forget()
  api.settings.cors = 'always'
})

const edit = (given: Partial<Parameters<typeof InFrame.edit>[0]> = {}) =>
  call('edit', { address: api.url, key: api.key, ...given })

const posts = () => api.requests.filter(({ method }) => method === 'POST')

test('the frame has no origin of its own', async () => {
  expect(await frame.evaluate(() => globalThis.origin)).toBe('null')
})

test('a preflight is asked about the key alone, and the form arrives whole', async () => {
  expect(await edit({ pictures: 2, prompt: 'Night,\nplease' })).toMatchObject({ type: 'image/png' })
  const [preflight, sent] = api.requests
  expect(preflight).toMatchObject({ method: 'OPTIONS', headers: { 'access-control-request-headers': 'authorization' } })
  expect(sent?.fields).toMatchObject({ model: 'p-image-edit', prompt: 'Night,\r\nplease', n: '1' })
  expect(sent?.files.map(({ field, name, bytes }) => `${field} ${name} ${bytes}`)).toEqual([
    'image[] image-1.png 75',
    'image[] image-2.png 75',
  ])
  expect(sent?.headers['content-length']).toMatch(/^\d+$/)
  expect(sent?.headers.referer).toBeUndefined()
})

test('the form is sent again as it was', async () => {
  api.plan(['busy', 'internal'])
  expect(await edit()).toEqual({ type: 'image/png', repeatedAfter: [429, 500] })
  expect(posts().map(({ status }) => status)).toEqual([429, 500, 200])
  expect(posts().map(({ files }) => files[0]?.bytes)).toEqual([75, 75, 75])
})

test.each(['trouble-no-cors', 'trouble-no-cors-on-error', 'trouble-drop-after'])(
  '%s cannot be told from no network, and is not sent again',
  async (model) => {
    await expect(edit({ model })).rejects.toMatchObject({
      fault: 'offline',
      message: expect.stringContaining('may let no plugin read its answers'),
    })
    expect(posts()).toHaveLength(1)
  },
)

test('a refused preflight sends nothing', async () => {
  api.settings.cors = 'never'
  await expect(edit()).rejects.toMatchObject({ fault: 'offline' })
  expect(posts()).toEqual([])
})

test('a host that the policy does not list is not reached, and looks like no answer', async () => {
  const unlisted = await startServer((response) => response.end('{}'))
  const message = expect.stringContaining('got no answer')
  await expect(edit({ address: unlisted.url })).rejects.toMatchObject({ fault: 'offline', message })
  expect(unlisted.seen).toEqual([])
  await unlisted.stop()
})

test('a redirect is not followed', async () => {
  await expect(edit({ address: redirecting.url })).rejects.toMatchObject({ fault: 'provider' })
  expect(other.seen).toEqual([])
})

test('an answer that breaks off, a late one and a stopped one are told apart', async () => {
  await expect(edit({ model: 'trouble-truncated' })).rejects.toMatchObject({ fault: 'provider' })
  await expect(edit({ model: 'trouble-slow', timeout: 300 })).rejects.toMatchObject({ fault: 'timeout' })
  await expect(edit({ model: 'trouble-slow', stopAfter: 200 })).rejects.toMatchObject({ fault: 'cancelled' })
})
