import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { edit, editedBytes, flat, get, refusal, send } from './client.ts'

let api: StandIn
beforeEach(async () => {
  api = await startApi({ balance: 1 })
})
afterEach(() => api.stop())

describe('trouble by the name of a model', () => {
  test.each([
    ['denied', 401, 'AUTHENTICATION_FAILED'],
    ['forbidden', 403, 'FORBIDDEN'],
    ['funds', 402, 'INSUFFICIENT_BALANCE'],
    ['markup', 400, 'INVALID_REQUEST'],
    ['policy', 400, 'CONTENT_POLICY_VIOLATION'],
    ['busy', 429, 'RATE_LIMITED'],
    ['overloaded', 503, 'UPSTREAM_ERROR'],
    ['gateway', 502, 'ALL_PROVIDERS_EXHAUSTED'],
    ['internal', 500, 'INTERNAL_ERROR'],
    ['no-cors-on-error', 502, 'ALL_PROVIDERS_EXHAUSTED'],
  ])('%s is refused with %i %s and costs nothing', async (name, status, code) => {
    const answer = await refusal(send(api, { model: `trouble-${name}` }))
    expect(answer).toEqual({ status, code, type: expect.any(String), message: expect.any(String) })
    expect(api.balance).toBe(1)
  })

  test('error-in-200 looks fine until it is read', async () => {
    const response = await send(api, { model: 'trouble-error-in-200' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ error: { code: 'ALL_PROVIDERS_EXHAUSTED' } })
  })

  test('garbage is no JSON though it says so, html is a page', async () => {
    const garbage = await send(api, { model: 'trouble-garbage' })
    expect(garbage.headers.get('content-type')).toBe('application/json')
    await expect(garbage.json()).rejects.toThrow()
    const html = await send(api, { model: 'trouble-html' })
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html'])
  })

  test('not-a-picture and truncated-picture cannot be decoded, and are charged', async () => {
    expect((await editedBytes(api, { model: 'trouble-not-a-picture' })).toString()).toMatch(/^This is a sentence/)
    const half = await editedBytes(api, { model: 'trouble-truncated-picture' })
    expect(half.subarray(1, 4).toString()).toBe('PNG')
    await expect(sharp(half).raw().toBuffer()).rejects.toThrow()
    expect(api.balance).toBe(0.98)
  })

  test('wrong-size answers in quite another shape than it says', async () => {
    const { size, data } = await edit(api, { model: 'trouble-wrong-size', size: '16:9' })
    const { width, height } = await sharp(Buffer.from(data[0]!.b64_json!, 'base64')).metadata()
    expect(size).toBe('1365x768')
    expect(width / height).toBe(0.5)
  })

  test('huge is larger than Figma takes', async () => {
    const bytes = await editedBytes(api, { model: 'trouble-huge', size: '16:9', output_format: 'jpeg', prompt: 'echo' })
    expect((await sharp(bytes).metadata()).width).toBe(4200)
  })

  test('truncated ends in the middle of a whole answer, cut-off before the announced length', async () => {
    const truncated = await send(api, { model: 'trouble-truncated' })
    const text = await truncated.text()
    expect(Number(truncated.headers.get('content-length'))).toBe(text.length)
    expect(() => JSON.parse(text)).toThrow()
    const cut = await send(api, { model: 'trouble-cut-off' })
    expect(cut.status).toBe(200)
    await expect(cut.text()).rejects.toThrow()
  })

  test('no-cors answers and charges, but no page may read it', async () => {
    const response = await send(api, { model: 'trouble-no-cors' })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, null])
    expect(api.balance).toBe(0.99)
  })

  test('drop-before is not charged, drop-after is, and both were seen without an answer', async () => {
    await expect(send(api, { model: 'trouble-drop-before' })).rejects.toThrow()
    expect(api.balance).toBe(1)
    await expect(send(api, { model: 'trouble-drop-after' })).rejects.toThrow()
    expect(api.balance).toBe(0.99)
    expect(api.requests.map(({ status }) => status)).toEqual([undefined, undefined])
    expect(await (await get(api, '/v1/requests')).json()).toMatchObject({ data: [{ status: 'completed', cost: 0.01 }] })
  })

  test('meets a dry run too', async () => {
    expect((await send(api, { model: 'trouble-denied' }, '?dryRun=true')).status).toBe(401)
  })
})

describe('trouble by plan', () => {
  test('comes in order, then it is over', async () => {
    api.plan(['busy', 'none', 'gateway'])
    const statuses: number[] = []
    for (const _ of [1, 2, 3, 4]) statuses.push((await send(api)).status)
    expect(statuses).toEqual([429, 200, 502, 200])
  })

  test('says when to come back', async () => {
    api.plan([{ name: 'busy', retryAfter: 7 }, 'overloaded'])
    expect((await send(api)).headers.get('retry-after')).toBe('7')
    expect((await send(api)).headers.get('retry-after')).toBe('2')
  })

  test('is for edits unless another route is named', async () => {
    api.plan(['busy', { name: 'denied', route: 'dry-run' }, { name: 'html', route: 'balance' }])
    expect((await get(api, '/openai/v1/models')).status).toBe(200)
    expect((await get(api, '/v1/balance')).status).toBe(502)
    expect((await send(api, {}, '?dryRun=true')).status).toBe(401)
    expect((await send(api)).status).toBe(429)
  })

  test('can drop any route, before the body of an edit was read', async () => {
    api.plan(['drop-before', { name: 'drop-after', route: 'models' }])
    await expect(send(api)).rejects.toThrow()
    await expect(get(api, '/openai/v1/models')).rejects.toThrow()
    expect(api.requests[0]).toMatchObject({ method: 'POST', fields: {}, files: [] })
  })

  test('is forgotten on demand', async () => {
    api.plan(['busy'])
    api.forget()
    expect((await send(api)).status).toBe(200)
    expect(api.requests).toHaveLength(1)
  })
})

describe('time', () => {
  test('a slow edit answers after its wait, other requests meanwhile', async () => {
    api.plan([{ name: 'slow', wait: 400 }])
    const order: string[] = []
    await Promise.all([
      send(api).then(() => order.push('edit')),
      get(api, '/v1/balance').then(() => order.push('balance')),
    ])
    expect(order).toEqual(['balance', 'edit'])
  })

  test('a page that leaves has paid nevertheless', async () => {
    api.settings.latency = 100
    const body = new FormData()
    for (const [name, value] of Object.entries({ model: 'echo', prompt: 'x' })) body.set(name, value)
    body.set('image', await flat(8, 8, 'red'))
    const leave = new AbortController()
    const asked = fetch(`${api.url}/openai/v1/images/edits`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.key}` },
      body,
      signal: leave.signal,
    })
    await expect.poll(() => api.balance).toBe(0.99)
    leave.abort()
    await expect(asked).rejects.toThrow()
    await expect
      .poll(async () => (await get(api, '/v1/requests')).json())
      .toMatchObject({ data: [{ status: 'completed', cost: 0.01 }] })
  })

  test('stopping waits for nobody', async () => {
    api.plan([{ name: 'slow', wait: 60_000 }])
    const asked = send(api).catch(() => 'closed')
    await expect.poll(() => api.requests[0]?.files.length).toBe(1)
    await api.stop()
    expect(await asked).toBe('closed')
    api = await startApi()
  })
})
