import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from '../../../dev/api/server.ts'
import { accountsWith, originsOf, type StandIns, startStandIns } from '../../../dev/host/server/stand-ins.ts'
import { firstStorage } from '../../../dev/host/settings.ts'
import { providers } from '../../../src/ui/providers/index.ts'
import { createSettings } from '../../../src/ui/state/settings.ts'

let standIns: StandIns
beforeAll(async () => {
  standIns = await startStandIns()
})
afterAll(() => standIns.stop())

const byRelay = (url: string, init: RequestInit = {}) => {
  const { relay } = standIns
  const headers = { 'x-refill-relay': relay.token, ...init.headers }
  return fetch(`${relay.url}/pass/${url.replace('http://', '')}`, { ...init, headers })
}

const loaded = () => {
  const settings = createSettings({
    providers: providers.map(({ id }) => id),
    save: async () => {},
    refusalOf: () => undefined,
  })
  const accounts = accountsWith(standIns)
  settings.load(
    firstStorage({
      ...{ apiUrl: '', standIn: true, provider: 'lumenfall', accounts },
      ...{ world: 'hero', accountFor: '0', guest: false },
    }).settings,
  )
  return settings
}

test('the plugin finds an account for every provider that it offers', () => {
  const settings = loaded()
  for (const { id } of providers) {
    settings.chooseProvider(id)
    expect(settings.account.value).toMatchObject({ key: expect.stringMatching(/.+/), pictures: 'inline' })
    expect(originsOf(standIns)).toContain(settings.account.value.address)
  }
})

test('the relay passes on to each that it would pass on to out there, and keeps the token to itself', async () => {
  const { pixazo, pixeldojo, lumenfall } = standIns
  const headers = { authorization: `Bearer ${lumenfall.key}` }
  expect((await byRelay(`${lumenfall.url}/v1/balance`, { headers })).status).toBe(200)
  expect((await byRelay(`${pixeldojo.url}/api/v1/models`)).status).toBe(200)
  const asked = { method: 'POST', body: '{}', headers: { 'ocp-apim-subscription-key': pixazo.key } }
  expect((await byRelay(`${pixazo.url}/p-image/v1/p-image-edit/generate`, asked)).status).toBe(400)
  expect(pixazo.requests.at(-1)).toMatchObject({ withKey: true })
  expect(JSON.stringify(pixazo.requests)).not.toContain(standIns.relay.token)
})

test('the relay knows no host of the real world', async () => {
  expect((await byRelay('gateway.pixazo.ai/v2/requests/status/1')).status).toBe(403)
  expect((await byRelay(`${standIns.pixazo.elsewhere.url}/v1/x`)).status).toBe(403)
})

test('a port that is taken is given up for another, and everything ends together', async () => {
  const other = await startApi()
  const second = await startStandIns({ apiPort: other.port, latency: 5 })
  expect(second.lumenfall.port).not.toBe(other.port)
  expect([second.lumenfall.settings.latency, second.openai.settings.latency]).toEqual([5, 5])
  expect(second.pixazo.settings).toMatchObject({ waiting: 0, working: 5 })
  await second.stop()
  for (const url of originsOf(second)) await expect(fetch(url)).rejects.toThrow('fetch failed')
  await other.stop()
})
