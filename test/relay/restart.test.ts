import { afterEach, beforeEach, expect, test } from 'vitest'
import { AUTHORIZED, EDIT, picture } from './client.ts'
import { type Provider, startProvider } from './provider.ts'
import { type RunningRelay, startRelay } from './running-relay.ts'

let provider: Provider
let relay: RunningRelay
beforeEach(async () => {
  provider = await startProvider()
  relay = await startRelay({ origins: provider.origins })
})
afterEach(async () => {
  await relay.stop()
  await provider.stop()
})

const put = () => fetch(`${relay.url}/files`, { method: 'POST', body: picture(), headers: AUTHORIZED })

test('pictures outlive a restart, and can be deleted after it', async () => {
  const { id, url } = (await (await put()).json()) as { id: string; url: string }
  await relay.restart()
  expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(picture())
  await fetch(`${relay.url}/files/${id}`, { method: 'DELETE', headers: AUTHORIZED })
  expect((await fetch(url)).status).toBe(404)
})

test('who was waiting at a restart is not left waiting, and nothing is sent twice', async () => {
  let edits = 0
  const arrived = new Promise<void>((resolve) => {
    provider.meet = (_response, request) => {
      edits += 1
      request.resume().on('end', resolve)
    }
  })
  const waiting = fetch(relay.url + EDIT, { method: 'POST', body: '{}', headers: AUTHORIZED }).then(
    ({ status }) => status,
    () => 'cut',
  )
  await arrived
  await relay.restart()
  expect(['cut', 424]).toContain(await waiting)
  expect(edits + provider.requests.length).toBe(1)
  expect((await put()).status).toBe(201)
})

test('an upload that a restart cuts leaves nothing behind', async () => {
  const slow = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(picture()) })
  const init = { method: 'POST', headers: AUTHORIZED, body: slow, duplex: 'half' } as RequestInit
  const uploading = fetch(`${relay.url}/files`, init).then(
    ({ status }) => status,
    () => 'cut',
  )
  await put()
  await relay.restart()
  expect(['cut', 415]).toContain(await uploading)
  expect((await put()).status).toBe(201)
})

test('a result that a restart cuts is not taken for whole', async () => {
  provider.meet = (response) => void response.writeHead(200, { 'content-length': 1000 }).write('half')
  const response = await fetch(`${relay.url}/pass/media.lumenfall.ai/a.png`, { headers: AUTHORIZED })
  const reading = response.text().then(
    () => 'whole',
    () => 'cut',
  )
  await relay.restart()
  expect(await reading).toBe('cut')
})
