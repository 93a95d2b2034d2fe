import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { edit, get, keyOf, refusal, send } from './client.ts'

let api: StandIn
beforeEach(async () => {
  api = await startApi({ balance: 0.05 })
})
afterEach(() => api.stop())

const json = async (path: string) => (await (await get(api, path)).json()) as Record<string, unknown>
const rows = async (query = '') => (await json(`/v1/requests${query}`)).data as Record<string, unknown>[]

test('an edit costs a cent for each picture, and the balance shows it', async () => {
  const { metadata } = await edit(api, { n: '3' })
  expect(metadata.cost).toBe(0.03)
  expect(await json('/v1/balance')).toEqual({
    object: 'balance',
    billing_type: 'prepaid',
    available: { amount: 0.02, currency: 'usd' },
  })
})

test('an edit that the account cannot pay is refused and costs nothing', async () => {
  api.balance = 0.02
  expect(await refusal(send(api, { n: '5' }))).toEqual({
    status: 402,
    code: 'INSUFFICIENT_BALANCE',
    type: 'insufficient_quota',
    message: 'Insufficient balance: $0.05 required, $0.02 available',
  })
  expect(api.balance).toBe(0.02)
})

test('edits at the same time cannot overdraw', async () => {
  api.balance = 0.02
  const statuses = await Promise.all([1, 2, 3].map(async () => (await send(api)).status))
  expect(statuses.toSorted()).toEqual([200, 200, 402])
  expect(api.balance).toBe(0)
})

test('an account that is billed afterwards has no amount and does not run dry', async () => {
  api.balance = null
  expect((await send(api)).status).toBe(200)
  expect(await json('/v1/balance')).toMatchObject({ available: { amount: null } })
})

test('a dry run tells the price, checks everything, makes and charges nothing', async () => {
  const response = await send(api, { n: '2' }, '?dryRun=true')
  expect(await response.json()).toEqual({
    estimated: true,
    model: 'p-image-edit',
    provider: 'replicate',
    total_cost_micros: 20_000,
    currency: 'USD',
    components: [
      {
        type: 'output',
        metric: 'image',
        quantity: 2,
        billable_quantity: 2,
        unit_price: 0.01,
        total_cost: 20_000,
      },
    ],
  })
  expect((await send(api, { prompt: '' }, '?dryRun=true')).status).toBe(400)
  expect(api.balance).toBe(0.05)
  expect(await rows()).toEqual([])
})

test('a misspelt dry run is refused, not run', async () => {
  expect((await send(api, {}, '?dryRun=1')).status).toBe(400)
  expect(api.balance).toBe(0.05)
})

test('runs are listed newest first, with what became of them and what they cost', async () => {
  const { id } = await edit(api)
  await send(api, { model: 'trouble-policy' })
  await send(api, { model: 'trouble-gateway' })
  expect(await rows()).toMatchObject([
    { status: 'upstream_failure', error_code: 'ALL_PROVIDERS_EXHAUSTED', cost: 0, model: 'trouble-gateway' },
    { status: 'rejected', error_code: 'CONTENT_POLICY_VIOLATION', cost: 0, model: 'trouble-policy' },
    { id, status: 'completed', error_code: null, error_message: null, cost: 0.01, currency: 'usd', modality: 'image' },
  ])
  expect(await json(`/v1/requests/${id}`)).toMatchObject({ id, model: 'p-image-edit', status: 'completed' })
  expect((await get(api, '/v1/requests/req_none')).status).toBe(404)
})

test('the list takes a limit, a status and dates, and refuses others', async () => {
  await edit(api)
  await send(api, { model: 'trouble-policy' })
  expect(await rows('?limit=1')).toHaveLength(1)
  expect(await rows('?status=completed')).toHaveLength(1)
  expect(await rows('?created_after=2000-01-01')).toHaveLength(2)
  expect(await rows('?created_after=2999-01-01T00:00:00Z')).toHaveLength(0)
  expect(await rows('?created_before=946684800')).toHaveLength(0)
  for (const query of ['?limit=0', '?limit=x', '?status=ready', '?created_after=soon']) {
    expect((await get(api, `/v1/requests${query}`)).status).toBe(400)
  }
})

test.each(['/openai/v1/models', '/openai/v1/models/p-image-edit', '/v1/balance', '/v1/requests', '/v1/requests/x'])(
  '%s wants the key',
  async (path) => {
    expect(await refusal(fetch(api.url + path))).toEqual({
      status: 401,
      code: 'AUTHENTICATION_FAILED',
      type: 'authentication_error',
      message: 'No API key provided',
    })
    const wrong = fetch(api.url + path, { headers: { authorization: 'Bearer wrong' } })
    expect(await refusal(wrong)).toMatchObject({ status: 401, message: 'Invalid API key provided' })
  },
)

test('an edit with a wrong key is refused before anything is looked at', async () => {
  const wrong = fetch(`${api.url}/openai/v1/images/edits`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.key}x` },
    body: 'not even a form',
  })
  expect(await refusal(wrong)).toMatchObject({ status: 401, code: 'AUTHENTICATION_FAILED' })
})

test('an address it does not have is refused in the documented shape, the tempting /v1/images/edits too', async () => {
  for (const path of ['/v1/images/edits', '/openai/v1/images/generations', '/']) {
    const answer = await refusal(fetch(api.url + path, { method: 'POST', headers: keyOf(api) }))
    expect(answer).toEqual({
      status: 404,
      code: 'NOT_FOUND',
      type: 'invalid_request_error',
      message: `No such route: POST ${path}`,
    })
  }
})
