import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUTHORIZED, EDIT, picture, refusal } from './client.ts'
import { type Provider, startProvider } from './provider.ts'
import { OTHER_TOKEN, type RunningRelay, startRelay, TOKEN } from './running-relay.ts'

let provider: Provider
let relay: RunningRelay
beforeAll(async () => {
  provider = await startProvider()
  relay = await startRelay({ origins: provider.origins })
})
afterAll(async () => {
  await relay.stop()
  await provider.stop()
})

const DOORS: [method: string, path: string][] = [
  ['POST', EDIT],
  ['GET', '/pass/media.lumenfall.ai/a.png'],
  ['GET', '/pass/example.com/'],
  ['POST', '/files'],
  ['DELETE', `/files/${'a'.repeat(32)}`],
]

test.each(DOORS)('%s %s asks for the token', async (method, path) => {
  expect(await refusal(fetch(relay.url + path, { method }))).toEqual({ status: 401, code: 'RELAY_TOKEN' })
  expect(provider.requests).toEqual([])
})

test.each([
  ['shorter', TOKEN.slice(0, -1)],
  ['longer', `${TOKEN}x`],
  ['of another case', TOKEN.toUpperCase()],
  ['two in one', `${TOKEN},${OTHER_TOKEN}`],
  ['empty', ''],
])('a token that is %s is not let in', async (_how, token) => {
  const response = fetch(relay.url + EDIT, { method: 'POST', body: '{}', headers: { 'x-refill-relay': token } })
  expect(await refusal(response)).toEqual({ status: 401, code: 'RELAY_TOKEN' })
  expect(provider.requests).toEqual([])
})

test('the token counts only in its own header', async () => {
  const headers = { authorization: `Bearer ${TOKEN}`, cookie: `x-refill-relay=${TOKEN}` }
  const path = `/pass/api.lumenfall.ai/v1/balance?x-refill-relay=${TOKEN}`
  expect(await refusal(fetch(relay.url + path, { headers }))).toMatchObject({ status: 401 })
})

test('each of several tokens is let in, and none goes on to the provider', async () => {
  for (const token of [TOKEN, OTHER_TOKEN]) {
    const headers = { 'x-refill-relay': token }
    expect((await fetch(`${relay.url}/pass/api.lumenfall.ai/v1/balance`, { headers })).status).toBe(200)
  }
  expect(provider.requests).toHaveLength(2)
  for (const { headers } of provider.requests) expect(JSON.stringify(headers)).not.toMatch(/x-refill|tests/)
})

test('a large upload with a wrong token still gets an answer that can be read', async () => {
  const response = fetch(relay.url + EDIT, {
    method: 'POST',
    body: picture('png', 12_000_000),
    headers: { 'x-refill-relay': 'wrong' },
  })
  expect(await refusal(response)).toEqual({ status: 401, code: 'RELAY_TOKEN' })
})

test('health is told to everybody', async () => {
  const response = await fetch(`${relay.url}/healthz`)
  expect(await response.json()).toEqual({ ok: true })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

test('there is nothing at any other address', async () => {
  for (const path of ['/', '/files', '/files/', '/passage/api.lumenfall.ai/v1/balance', '/robots.txt']) {
    expect(await refusal(fetch(relay.url + path, { headers: AUTHORIZED }))).toEqual({
      status: 404,
      code: 'RELAY_NOT_FOUND',
    })
  }
})
