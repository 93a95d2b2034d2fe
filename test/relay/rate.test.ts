import { expect, test } from 'vitest'
import type { Limits } from '../../relay/src/limits.ts'
import { AUTHORIZED, refusal } from './client.ts'
import { startProvider } from './provider.ts'
import { OTHER_TOKEN, startRelay } from './running-relay.ts'

const BALANCE = '/pass/api.lumenfall.ai/v1/balance'
const OTHER = { 'x-refill-relay': OTHER_TOKEN }

async function within(
  limits: Partial<Limits>,
  run: (ask: (path: string, headers?: HeadersInit) => Promise<Response>) => Promise<void>,
) {
  const provider = await startProvider()
  const relay = await startRelay({ origins: provider.origins, limits })
  await run((path, headers = AUTHORIZED) => fetch(relay.url + path, { headers })).finally(async () => {
    await relay.stop()
    await provider.stop()
  })
}

test('an address that asks too often is told when to come back', async () => {
  await within({ perAddress: 3 }, async (ask) => {
    for (const _ of [1, 2, 3]) expect((await ask(BALANCE)).status).toBe(200)
    const response = await ask(BALANCE, OTHER)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refusal(response)).toEqual({ status: 429, code: 'RELAY_BUSY' })
    expect((await ask('/nothing')).status).toBe(429)
    expect((await ask('/healthz')).status).toBe(200)
  })
})

test('a token that is used too often waits, and the others do not', async () => {
  await within({ perToken: 2 }, async (ask) => {
    for (const _ of [1, 2]) expect((await ask(BALANCE)).status).toBe(200)
    expect(await refusal(ask(BALANCE))).toEqual({ status: 429, code: 'RELAY_BUSY' })
    expect((await ask(BALANCE, OTHER)).status).toBe(200)
  })
})

test('who tries one token after another is soon not heard any more', async () => {
  await within({ perStranger: 3 }, async (ask) => {
    for (const guess of ['1', '2', '3']) expect((await ask(BALANCE, { 'x-refill-relay': guess })).status).toBe(401)
    expect(await refusal(ask(BALANCE, { 'x-refill-relay': '4' }))).toEqual({ status: 429, code: 'RELAY_BUSY' })
  })
})
