import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../dev/api/server.ts'
import { toAppError } from '../../src/shared/errors.ts'
import { createHttp } from '../../src/ui/providers/http.ts'
import { lumenfall } from '../../src/ui/providers/lumenfall.ts'
import { requestFor } from '../ui/providers/request.ts'

import { type RunningRelay, startRelay, TOKEN } from './running-relay.ts'

let api: StandIn
let relay: RunningRelay
beforeAll(async () => {
  api = await startApi({ balance: 1 })
  const here = `http://127.0.0.1:${api.port}`
  relay = await startRelay({ origins: { 'api.lumenfall.ai': here, 'media.lumenfall.ai': here } })
})
afterAll(async () => {
  await relay.stop()
  await api.stop()
})

/** The plugin's own way out, by the relay. */
function contextWith(token: string) {
  const { signal } = new AbortController()
  const by = { address: relay.url, token }
  return {
    signal,
    http: createHttp({ address: lumenfall.origin, signal, headers: lumenfall.headers(api.key), relay: by }),
  }
}

test('the plugin edits, asks prices, balance and models through the relay', async () => {
  const context = contextWith(TOKEN)
  const { images } = await lumenfall.edit(requestFor(), context)
  expect(images).toHaveLength(1)
  expect(await lumenfall.balance?.(context)).toEqual({ amount: 0.99, unit: 'USD' })
  expect(await lumenfall.price?.(requestFor(), context)).toEqual({ amount: 0.01, unit: 'USD' })
  expect(await lumenfall.models?.(context)).toContain('p-image-edit')
  expect(await lumenfall.hasModel?.('no/such-model', context)).toBe(false)
  expect(JSON.stringify(api.requests.map(({ headers }) => headers))).not.toContain('x-refill')
})

test('what is wrong with the token can be read in the plugin', async () => {
  const fault = await lumenfall.edit(requestFor(), contextWith('another')).catch(toAppError)
  expect(fault).toMatchObject({ fault: 'settings', message: expect.stringContaining('Relay token') })
})

test('an edit whose answer was lost on the way is not sent again by the plugin', async () => {
  api.forget()
  api.plan(['drop-after'])
  const fault = await lumenfall.edit(requestFor(), contextWith(TOKEN)).catch(toAppError)
  expect(fault).toMatchObject({ fault: 'provider', message: expect.stringContaining('charged') })
  expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})
