import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listenOnLoopback } from '../../../dev/host/server/listen.ts'
import { createPageServer } from '../../../dev/host/server/page-server.ts'

const settings = { apiUrl: 'http://localhost:1', apiKey: 'k', standIn: true, world: 'hero' }
const pages = createPageServer({ scripts: { 'main.js': 'start()' }, plugin: 'test/dev/host/fixture', settings })
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
  expect(await (await get('/plugin/ui.html')).text()).toContain('Fixture')
  expect((await get('/quickjs.wasm')).headers.get('content-type')).toBe('application/wasm')
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
