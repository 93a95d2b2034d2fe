import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listenOnLoopback } from '../../../dev/host/server/listen.ts'
import { createPageServer } from '../../../dev/host/server/page-server.ts'
import { readPlugin } from '../../../dev/host/server/read-plugin.ts'

const settings = {
  ...{ apiUrl: 'http://localhost:1', standIn: true, world: 'hero' },
  ...{ provider: 'lumenfall', accounts: { lumenfall: { key: 'k', address: 'http://localhost:1' } } },
  ...{ accountFor: '0', guest: false },
}
let plugin = async () => (await readPlugin('test/dev/host/plugins/notes/manifest.json')).plugin
const pages = createPageServer({ scripts: { 'main.js': 'start()' }, plugin: () => plugin(), settings })
let server: Listening
beforeAll(async () => {
  server = await listenOnLoopback(pages.answer, { port: 0 })
})
afterAll(() => server.stop())

const get = (path: string) => fetch(`http://localhost:${server.port}${path}`)

test('the page, its script, the settings, the plugin and QuickJS are served', async () => {
  expect(await (await get('/?fresh')).text()).toContain('<h1>Refill')
  expect(await (await get('/main.js')).text()).toBe('start()')
  expect(await (await get('/playground.json')).json()).toEqual(settings)
  expect(await (await get('/plugin.json')).json()).toMatchObject({
    manifest: { name: 'Notes' },
    html: { help: expect.stringContaining('press Keep') },
  })
  expect((await get('/quickjs.wasm')).headers.get('content-type')).toBe('application/wasm')
})

test('a plugin that cannot be read is answered with the reason', async () => {
  const before = plugin
  plugin = () => Promise.reject(new Error('It is not built.'))
  const response = await get('/plugin.json')
  plugin = before
  expect([response.status, await response.text()]).toEqual([422, 'It is not built.'])
})

test('there is no icon, and nothing beyond the list', async () => {
  expect((await get('/favicon.ico')).status).toBe(204)
  expect((await get('/../package.json')).status).toBe(404)
  expect((await get('/plugin/../../package.json')).status).toBe(404)
  expect((await get('/constructor')).status).toBe(404)
})

test('a name from elsewhere that points at this machine is refused', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'attacker.example' }
    request({ host: '127.0.0.1', port: server.port, path: '/playground.json', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(403)
})

test('another page on this machine may not ask for the settings, which hold a key', async () => {
  const statusFor = async (site: string) =>
    (await fetch(`http://localhost:${server.port}/playground.json`, { headers: { 'sec-fetch-site': site } })).status
  expect(await Promise.all(['same-site', 'cross-site', 'same-origin', 'none'].map(statusFor))).toEqual([
    403, 403, 200, 200,
  ])
})

test('every open page hears of a build', async () => {
  const reader = (await get('/events')).body?.getReader()
  await reader?.read()
  pages.announceBuild()
  const { value } = (await reader?.read()) ?? {}
  expect(new TextDecoder().decode(value)).toBe('data: built\n\n')
  await reader?.cancel()
})
